"""Writing without a network in WebKit: `python bench/webkit_offline.py [ADDRESS OF A RUNNING DEMO]`.

Needs WebKitGTK's own driver (Debian: webkit2gtk-driver and xvfb), which is neither installed nor wanted by `make test`.
It speaks the W3C protocol by itself. Between browser and demo stands a door that can be shut: that is the airplane.
Steps: switch on with a number, shut the door, open the record page from the phone, unlock, write, come back to the
network, and count what arrived; then shut the phone out and see that it keeps nothing.
"""

import contextlib
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from door import Door
from taps import served

from tests.browser import free_port

PIN, TEXT = "482916", f"WebKit 里写的 {int(time.time())}"
PATIENCE = 90  # seconds for one step; 600,000 rounds of PBKDF2 take a while on a busy machine
COUNT = """
const done = arguments[0];
const asking = indexedDB.open('taoli-offline', 1);
asking.onsuccess = () => {
  const base = asking.result;
  if (!base.objectStoreNames.length) { base.close(); done([0, 0]); return; }
  const change = base.transaction(['pages', 'items']);
  const pages = change.objectStore('pages').count(), items = change.objectStore('items').count();
  change.oncomplete = () => { base.close(); done([pages.result, items.result]); };
};"""
FIND = """
const done = arguments[0];
const links = [...document.querySelectorAll('main li a[href*="/guidance/records/"]')].map((one) => one.href);
const records = [...new Set(links.filter((one) => /[0-9a-f-]{36}\\/$/.test(one)))];
Promise.all(records.map((one) => fetch(one).then((answer) => answer.text())))
  .then((pages) => done(pages.filter((page) => page.includes('WORDS')).length));"""
WRITE = """
const form = document.querySelector('form[data-record]');
form.querySelector('input[name=students]').click();
form.querySelector('[name=private_text]').value = arguments[0];
form.querySelector('.action-bar .button.primary').click();"""
LEFT = """
const done = arguments[0];
(async () => done([(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length,
  localStorage.length]))();"""


class Browser:
    """One WebDriver session."""

    def __init__(self, driver: str) -> None:
        """Open a window."""
        self.driver = driver
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"args": ["--automation"]}}}}
        made = self._ask("POST", "/session", wanted)
        self.session = f"/session/{made['sessionId']}"
        print(f"{made['capabilities']['browserName']} {made['capabilities']['browserVersion']}")

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        data = json.dumps(body if body is not None else {}).encode() if method == "POST" else None
        asked = urllib.request.Request(f"{self.driver}{path}", data=data, method=method)  # noqa: S310 our own driver
        asked.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 our own driver
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refusal:
            raise RuntimeError(json.load(refusal)["value"]["message"]) from None

    def go(self, address: str) -> None:
        """Open an address; without a network the page of the worker counts as one."""
        with contextlib.suppress(RuntimeError):
            self._ask("POST", f"{self.session}/url", {"url": address})

    def run(self, script: str, *given: Any) -> Any:
        """Run a script and return what it returns."""
        return self._ask("POST", f"{self.session}/execute/sync", {"script": script, "args": list(given)})

    def later(self, script: str) -> Any:
        """Run a script that calls back."""
        return self._ask("POST", f"{self.session}/execute/async", {"script": script, "args": []})

    def until(self, what: str, condition: str, *given: Any) -> None:
        """Wait until a condition holds on the page."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(RuntimeError):
                if self.run(f"return Boolean({condition})", *given):
                    print(f"  good: {what}")
                    return
            time.sleep(0.3)
        body = self.run("return location.href + ' ' + document.body.innerText.slice(0, 600)")
        raise SystemExit(f"  BROKEN: {what}\n{body}")

    def close(self) -> None:
        """End the session."""
        self._ask("DELETE", self.session)


@contextlib.contextmanager
def opened() -> Iterator[Browser]:
    """Start a screen and the driver, open a window, end all three."""
    number, port = f":{free_port() % 1000 + 100}", free_port()
    place = os.environ | {"DISPLAY": number, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    commands = [["Xvfb", number, "-screen", "0", "800x900x24"], ["WebKitWebDriver", f"--port={port}"]]
    children = [subprocess.Popen(command, env=place, stderr=subprocess.DEVNULL) for command in commands]
    time.sleep(2)
    try:
        browser = Browser(f"http://127.0.0.1:{port}")
        yield browser
        browser.close()
    finally:
        for child in children:
            child.terminate()
            child.wait(10)


def main() -> int:
    """Go through the steps; SystemExit at the first that does not hold."""
    with served("".join(sys.argv[1:2])) as url, Door(url) as door, opened() as browser:
        steps(browser, door)
    return 0


def steps(browser: Browser, door: Door) -> None:
    """A mentor's phone: on, off the network, on again, shut out."""
    has = "document.body.innerText.includes(arguments[0])"
    browser.go(f"{door.url}/demo/")
    browser.run("document.querySelector('button[name=role][value=mentor]').click()")
    browser.until("signed in", "location.pathname === '/today/'")
    browser.go(f"{door.url}/guidance/offline/")
    browser.until("this browser can", "!document.querySelector('[data-offline-off]').hidden")
    fill = "for (const id of ['pin', 'pin-again']) document.getElementById(id).value = arguments[0];"
    browser.run(f"{fill} document.querySelector('[data-offline-off] button').click()", PIN)
    browser.until("switched on", "document.querySelector('[data-offline-on]')?.hidden === false")
    browser.go(f"{door.url}/today/")
    door.shut()
    browser.go(f"{door.url}/guidance/records/new/")
    browser.until(
        "the record page opens without a network", "document.querySelector('[data-offline-lock]:not([hidden])')"
    )
    unlock = "document.getElementById('offline-pin').value = arguments[0];"
    browser.run(f"{unlock} document.querySelector('[data-offline-lock] button').click()", PIN)
    browser.until("unlocked", "document.querySelector('form[data-record]')")
    browser.run(WRITE, TEXT)
    browser.until("sealed", has, "已封存在这台手机上")
    browser.until("said to wait", has, "还有 1 条待送出")
    print(f"  sealed pages and letters: {browser.later(COUNT)}")
    door.open()
    browser.go(f"{door.url}/today/")
    browser.until("sent by itself", "!document.querySelector('[data-waiting]') && " + has, "送")
    browser.go(f"{door.url}/guidance/records/")
    print(f"  sealed pages and letters: {browser.later(COUNT)}")
    found = browser.later(FIND.replace("WORDS", TEXT))
    if found != 1:
        raise SystemExit(f"  BROKEN: {found} records instead of one")
    print("  good: arrived once")
    browser.go(f"{door.url}/guidance/offline/")
    browser.run("for (const one of document.querySelectorAll('form[action$=\"/close/\"]')) fetch(one.action,"
                " {method: 'POST', body: new FormData(one)})")  # fmt: skip
    time.sleep(3)
    browser.go(f"{door.url}/today/")
    browser.until("shut out: signed out", "location.pathname === '/sign-in/'")
    browser.until("shut out: told", has, "已被停用")
    left = browser.later(LEFT)
    print(f"  workers, caches, local storage: {left}")
    if any(left):
        raise SystemExit("  BROKEN: something is left")


if __name__ == "__main__":
    sys.exit(main())
