"""Making the file of a print job: sheets read in chunks, pressed by processes of their own, put together at the end.

Every finished sheet is a file; a job that was interrupted goes on with the first chunk that lacks one.
"""

import json
import os
import re
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pypdfium2
from django.conf import settings
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.documents.models import PrintJob
from taoli.documents.official.as_typst import program_of
from taoli.documents.official.filled import context
from taoli.documents.official.layout import OfficialForm, Sheet
from taoli.documents.official.prints import folder_of
from taoli.documents.official.registry import get_form
from taoli.documents.official.rendering import FONTS, word
from taoli.documents.queries.heading import heading
from taoli.documents.services.printing import trace
from taoli.documents.services.sheets import form_in, mark_of, sheets_read

CHUNK = 50  # sheets read and pressed together
UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
FIXED = (2020, 1, 1, 0, 0, 0)
Report = Callable[[int, int], None]


def make(*, by: Actor, job: PrintJob, report: Report) -> PrintJob:
    """Make the file of a running job within the reach of whoever asked; TaoliError when nothing is left to print."""
    form, folder = form_in(by, get_form(by, job.form), job.term), folder_of(job)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    words = job.shape == PrintJob.Shape.WORDS
    names = _words(by, form, job, folder, report) if words else _pages(by, form, job, folder, report)
    if not names:
        raise TaoliError(_("There is nothing to print yet."))
    made = folder / ("all.pdf" if job.shape == PrintJob.Shape.ONE_PDF else "all.zip")
    (_joined if job.shape == PrintJob.Shape.ONE_PDF else _zipped)(made, names)
    for file in names:
        file.unlink()
    job.state, job.made_at, job.sheets, job.size = PrintJob.State.DONE, clock.now(), len(names), made.stat().st_size
    job.save(update_fields=["state", "made_at", "sheets", "size"])
    trace(by, f"{form.key}.{job.shape}", len(names), job.pk)
    return job


def _chunks(by: Actor, form: OfficialForm, job: PrintJob) -> Iterator[list[Sheet]]:
    """Yield the sheets, read one chunk at a time."""
    ids = [uuid.UUID(one) for one in job.ids]
    for start in range(0, max(len(ids), 1), CHUNK):
        yield sheets_read(by, form, job.term, ids[start : start + CHUNK])


def _place(folder: Path, sheet: Sheet, ending: str) -> Path:
    """Return the file of a sheet: named by whom it is about, so that a job taken up again mixes nobody up."""
    return folder / f"{sheet.about or 'school'}.{ending}"


def _pages(by: Actor, form: OfficialForm, job: PrintJob, folder: Path, report: Report) -> dict[Path, str]:
    (folder / "program.typ").write_text(program_of(form))
    frame = heading(by, job.term).context()
    names: dict[Path, str] = {}
    total, waiting = max(len(job.ids), 1), []
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for sheets in _chunks(by, form, job):
            missing = []
            for sheet in sheets:
                made = _place(folder, sheet, "pdf")
                names[made] = sheet.name
                if not made.exists():
                    missing.append(made.stem)
                    data = context(form, frame, [sheet], mark_of(form, frame))
                    made.with_suffix(".json").write_text(json.dumps(data, ensure_ascii=False))
            waiting.append(pool.submit(_press, folder, missing))
            _told(waiting, total, report)
        for at, one in enumerate(waiting, 1):
            one.result()
            report(min(at * CHUNK, total), total)
    return names


def _told(waiting: "list[Future[None]]", total: int, report: Report) -> None:
    """Report the chunks that are through, and stop early when one did not work."""
    through = [one for one in waiting if one.done()]
    for one in through:
        one.result()
    report(min(len(through) * CHUNK, total), total)


def _press(folder: Path, stems: list[str]) -> None:
    """Run one process over a chunk; typst hangs in a forked child, so it is a program of its own."""
    arguments = ["-m", "taoli.documents.official.press", str(folder), str(FONTS), *stems]
    if not stems:
        return
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=settings.BASE, capture_output=True, check=False)  # noqa: S603 our own words
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])


def _words(by: Actor, form: OfficialForm, job: PrintJob, folder: Path, report: Report) -> dict[Path, str]:
    frame = heading(by, job.term).context()
    names: dict[Path, str] = {}
    for sheets in _chunks(by, form, job):
        for sheet in sheets:
            made = _place(folder, sheet, "docx")
            names[made] = sheet.name
            if not made.exists():
                part = made.with_suffix(".part")
                part.write_bytes(word(form, frame, [sheet]))
                part.rename(made)
        report(len(names), max(len(job.ids), 1))
    return names


def _joined(made: Path, names: dict[Path, str]) -> None:
    whole = pypdfium2.PdfDocument.new()
    for file in names:
        part = pypdfium2.PdfDocument(file)
        whole.import_pages(part)
        part.close()
    whole.save(made)
    whole.close()


def _zipped(made: Path, names: dict[Path, str]) -> None:
    used: set[str] = set()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as folder:
        for place, (file, name) in enumerate(names.items(), 1):
            plain = UNSAFE.sub("_", name).strip() or str(place)
            plain = f"{plain} {place}" if plain in used else plain
            used.add(plain)
            entry = zipfile.ZipInfo(f"{plain}{file.suffix}", FIXED)
            entry.external_attr = 0o600 << 16
            folder.writestr(entry, file.read_bytes())
