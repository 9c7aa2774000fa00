"""A Word form filled from its template, and pages set by typst against the same pages through LibreOffice.

`python -m bench.documents [BAR]`: CPU ms of one Word form (bar 60); ten booklets of about ten pages each way.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.measure import cpu

BAR, BOOKLETS, ROUNDS = 60.0, 10, 20


def main() -> int:
    """Print the figures; 1 when a Word form takes longer than the bar."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from taoli.documents.official.layout import Sheet
    from taoli.documents.official.registry import forms
    from taoli.documents.official.rendering import default_word, pdf
    from tests.documents.every_part import EVERY, FRAME, SAMPLE

    bar = float(sys.argv[1]) if len(sys.argv) > 1 else BAR
    slowest = 0.0
    for form in forms().values():
        sheets = [Sheet(None, form.title, form.sample)]
        default_word(form, FRAME, sheets)  # the template is made once a process
        took = cpu(lambda form=form, sheets=sheets: default_word(form, FRAME, sheets), ROUNDS) * 1000  # type: ignore[misc]
        slowest = max(slowest, took)
        print(f"{form.key:<24} Word {took:5.1f} ms")
    long = SAMPLE | {"talks": [{"on": f"{no}日", "said": "在图书角谈了很久的话。" * 6} for no in range(160)]}
    booklet = [Sheet(None, "a", long)]
    pdf(EVERY, FRAME, booklet)
    turns = iter(range(100))  # typst remembers what it has set: no two booklets may be alike
    set_by_typst = cpu(lambda: pdf(EVERY, FRAME, [_another(long, next(turns))]), 5)
    filled = cpu(lambda: default_word(EVERY, FRAME, booklet), 5)
    with tempfile.TemporaryDirectory() as name:
        converted, elapsed = _office(Path(name), default_word(EVERY, FRAME, booklet))
    print(f"a booklet: typst {set_by_typst * 1000:.0f} ms; Word {filled * 1000:.0f} ms")
    print(f"by LibreOffice {converted / BOOKLETS * 1000:.0f} ms CPU each ({elapsed:.1f} s elapsed for {BOOKLETS})")
    print(f"slowest Word form {slowest:.1f} ms (bar {bar:.0f})")
    return int(slowest > bar)


def _another(data: dict[str, Any], no: int) -> Any:
    from taoli.documents.official.layout import Sheet

    talks = [{"on": f"{day}日", "said": f"第{no}次，在图书角谈了很久的话。" * 5} for day in range(160)]
    return Sheet(None, "a", {**data, "student": f"学生{no}", "talks": talks})


def _office(folder: Path, data: bytes) -> tuple[float, float]:
    """Return CPU and elapsed seconds of one call for all booklets."""
    from tests.papers.office import as_pdf

    files = [folder / f"{no}.docx" for no in range(BOOKLETS)]
    for file in files:
        file.write_bytes(data)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    try:
        as_pdf(files, folder / "done")
    except (RuntimeError, subprocess.CalledProcessError) as missing:
        print(missing)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
