"""A phone that writes offline: switch it on, cut its network, write, look at what it keeps."""

import base64
import contextlib
import itertools
import json
import re
import urllib.parse
import zlib
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, walk_in

PIN = "482916"
SURE = 8  # shorter pieces of base64 stand in any file
BOTH_PAGES = """async () => {
  const asking = indexedDB.open('taoli-offline', 1);
  const base = await new Promise((done) => { asking.onsuccess = () => done(asking.result); });
  const count = (store) => new Promise((done) => {
    const request = base.transaction(store).objectStore(store).count();
    request.onsuccess = () => done(request.result);
  });
  const found = [await count('pages'), await count('items')];
  base.close();
  return found;
}"""


def switch_on(page: Page) -> None:
    """Choose to write offline on this phone."""
    page.goto("/guidance/offline/")
    page.locator("#pin").fill(PIN)
    page.locator("#pin-again").fill(PIN)
    page.locator("[data-offline-off] button").click()
    expect(page.locator("[data-offline-on]")).to_be_visible()


def offline_phone(visits: Visits, door: str = "mentor") -> Page:
    """Return a phone of a mentor of the demo that writes offline."""
    page = walk_in(visits, door, "phone")
    switch_on(page)
    return page


def unlock(page: Page, pin: str = PIN) -> None:
    """Open the names with the phone's number."""
    page.locator("#offline-pin").fill(pin)
    page.locator("[data-offline-lock] button").click()


def kept(page: Page) -> tuple[int, int]:
    """Return how many sealed pages and letters are on the phone."""
    pages, items = page.evaluate(BOTH_PAGES)
    return int(pages), int(items)


def nothing_waits(page: Page) -> None:
    """Wait until every sealed letter has left the phone: the page says nothing of them before it has looked."""
    for _moment in range(150):
        if not kept(page)[1]:
            return
        page.wait_for_timeout(100)
    assert kept(page)[1] == 0


def write(page: Page, text: str, students: int = 1) -> list[str]:
    """Fill in the record form in front and save it; return the names."""
    form = page.locator("form[data-record]")
    boxes = form.locator("input[name=students]")
    names = [boxes.nth(place).get_attribute("data-name") or "" for place in range(students)]
    for place in range(students):
        boxes.nth(place).check()
    for more in form.locator("details:has([name=private_text])").all():
        more.evaluate("(one) => { one.open = true; }")
    form.locator("[name=private_text]").fill(text)
    form.get_by_role("button", name="保存", exact=True).click()
    return names


def texts(page: Page, text: str) -> int:
    """Return how many of the mentor's newest records carry exactly this text."""
    page.goto("/guidance/records/")
    links = [one.get_attribute("href") or "" for one in page.locator("main li a[href*='/guidance/records/']").all()]
    wanted = list(dict.fromkeys(link for link in links if re.search(r"records/[0-9a-f-]{36}/$", link)))
    found = 0
    for link in itertools.islice(wanted, 8):
        page.goto(link)
        found += page.locator("main").inner_text().count(text)
    return found


def readable(folder: Path, secrets: list[str]) -> list[str]:
    """Return where a secret can be read in a folder: in any encoding a browser writes, also inside what is zipped."""
    forms = {secret: written(secret) for secret in secrets}
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            data += b"".join(unzipped(data))
            found += [
                f"{file.relative_to(folder)}: {one}" for one in secrets if any(form in data for form in forms[one])
            ]
    return found


def written(secret: str) -> list[bytes]:
    """Return the forms in which a browser may write a text: UTF-8, UTF-16, JSON, a form's body, base64."""
    plain = secret.encode()
    encoded = [base64.b64encode(b"." * shift + plain)[4:-4] for shift in range(3)]
    return [
        plain,
        secret.encode("utf-16-le"),
        secret.encode("utf-16-be"),
        json.dumps(secret)[1:-1].encode(),
        urllib.parse.quote(secret).encode(),
        *(one for one in encoded if len(one) >= SURE),
    ]


def unzipped(data: bytes) -> Iterator[bytes]:
    """Yield what is inside each gzip stream of a file, as in the browser's cache."""
    place = data.find(b"\x1f\x8b\x08")
    while place >= 0:
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj(31).decompress(data[place:])
        place = data.find(b"\x1f\x8b\x08", place + 1)
