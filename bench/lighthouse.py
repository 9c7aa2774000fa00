"""Lighthouse's own scores of Today and the record page: `python bench/lighthouse.py [ADDRESS OF A RUNNING DEMO]`.

Lighthouse (npm, pinned below) is put into .cache/lighthouse by the first run and is no part of the product, its locks
or `make test`. It opens the pages as its mobile preset does (a slow phone on a slow network, simulated), signed in as
the demo's mentor, from the demo's own server: compressed static files, as in production. Search engines have no
business here, so that category is left out. The median of three runs counts. Performance is a measurement: run it on
a machine that does nothing else.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from page_weight import PAGES
from taps import served

from tests.browser import ROOT
from tools import system

VERSION = "12.8.2"  # the last that runs on Node 20
FOLDER = ROOT / ".cache" / "lighthouse"
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices")
BAR, RUNS = 95, 3


def install() -> None:
    """Put the pinned Lighthouse into its own folder, once."""
    known = FOLDER / "node_modules" / "lighthouse" / "package.json"
    if known.exists() and json.loads(known.read_text())["version"] == VERSION:
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    flags = ["--prefix", str(FOLDER), "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run(["npm", "install", *flags, f"lighthouse@{VERSION}"], check=True)


def cookies(url: str) -> str:
    """Sign in as the demo's mentor and return the cookies as a header."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=system.chromium(), args=arguments)
        page = browser.new_page(base_url=url)
        page.goto("/demo/")
        page.locator('button[name="role"][value="mentor"]').click()
        page.wait_for_url("**/today/")
        found = "; ".join(f"{one.get('name')}={one.get('value')}" for one in page.context.cookies())
        browser.close()
    return found


def look(address: str, cookie: str) -> dict[str, Any]:
    """Return Lighthouse's report of one run."""
    command = ["node", str(PROGRAM), address, "--output=json", "--quiet", "--output-path=stdout"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--extra-headers={json.dumps({'Cookie': cookie})}"]
    command.append("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
    place = os.environ | {"CHROME_PATH": system.chromium() or ""}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=place, timeout=300)
    report: dict[str, Any] = json.loads(done.stdout)
    if not report["finalDisplayedUrl"].startswith(address):
        raise SystemExit(f"{address} led to {report['finalDisplayedUrl']}: not signed in")
    return report


def failing(report: dict[str, Any], category: str) -> list[str]:
    """Return what pulls the score of a category down, with its weight and what Lighthouse says of it."""
    weighed = {one["id"]: one["weight"] for one in report["categories"][category]["auditRefs"] if one["weight"]}
    audits = [report["audits"][name] for name in weighed]
    low = [one for one in audits if one["score"] is not None and one["score"] < 1]
    return [f"{one['id']} {one['score']:.2f} {one.get('displayValue', '')}".strip() for one in low]


def main() -> int:
    """Print scores and failing audits; 1 when a median is below the bar."""
    broken = 0
    install()
    with served("".join(sys.argv[1:2])) as url:
        cookie = cookies(url)
        for name, path in PAGES.items():
            reports = [look(f"{url}{path}", cookie) for _each in range(RUNS)]
            for category in CATEGORIES:
                scores = [round(100 * report["categories"][category]["score"]) for report in reports]
                score = statistics.median(scores)
                broken += score < BAR
                verdict = "good" if score >= BAR else "BELOW"
                print(f"{name}, {category}: {score:.0f} of 100 (at least {BAR}; runs {scores}): {verdict}")
                for line in failing(reports[0], category):
                    print(f"  {line}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
