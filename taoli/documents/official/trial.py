"""Runs in a process of its own, with little memory and time: a template and sample data in, the filled paper out.

Started by `tried` as `python -m taoli.documents.official.trial`; knows neither Django nor the database.
"""

import base64
import io
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from taoli.documents.official.environment import ENVIRONMENT

if sys.platform != "win32":
    import resource

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 10
PATIENCE = 20  # seconds; a child that waits burns no time of its own
MISPLACED = 3
ROOT = Path(__file__).resolve().parents[3]


def tried(template: bytes, context: Mapping[str, Any]) -> str:
    """Fill a template in a child process; return "" or why it cannot be: misplaced, slow, unfillable."""
    sent = json.dumps({"template": base64.b64encode(template).decode(), "context": context}).encode()
    command = [sys.executable, "-m", "taoli.documents.official.trial"]
    try:
        done = subprocess.run(  # noqa: S603 our own module, no argument
            command, input=sent, capture_output=True, cwd=ROOT, timeout=PATIENCE, env={}, check=False
        )
    except subprocess.TimeoutExpired:
        return "slow"
    codes = {0: "", MISPLACED: "misplaced"}
    return "slow" if done.returncode < 0 else codes.get(done.returncode, "unfillable")


def fill_strictly(template: bytes, context: Mapping[str, Any]) -> bytes:
    """Return the filled paper; XMLSyntaxError where a loop's beginning and end do not stand in the same place."""
    paper = DocxTemplate(io.BytesIO(template))
    paper.render_init()
    etree.fromstring(paper.build_xml(dict(context), ENVIRONMENT))
    paper = DocxTemplate(io.BytesIO(template))
    paper.render(dict(context), ENVIRONMENT)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def limit() -> None:
    """Give this process its limits; Windows knows none, there the parent's clock alone stands guard."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def main() -> int:
    """Read standard input; the exit code is the answer."""
    limit()
    sent = json.load(sys.stdin.buffer)
    try:
        fill_strictly(base64.b64decode(sent["template"]), sent["context"])
    except etree.XMLSyntaxError:
        return MISPLACED
    return 0


if __name__ == "__main__":
    sys.exit(main())
