"""Giving the roster away as a OneRoster 1.2 bundle: the whole (bulk), or what changed since a moment (delta)."""

import csv
import dataclasses
import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.common.views_log import log_view
from taoli.roster.models import ExchangeMark
from taoli.roster.queries.exchange import exchange_facts
from taoli.roster.readers.standard import (
    ALL_FILES,
    FILES,
    MANIFEST,
    MANIFEST_HEAD,
    MANIFEST_VERSION,
    OWN,
    VERSION,
    header,
)
from taoli.roster.services.bundle import Line, lines

CHUNK = 1000
SYSTEM = "Taoli"
CONTACTS = {"users": ("phone", f"{OWN}neighbourhood", f"{OWN}address"), "demographics": ("birthDate",)}
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Marks = dict[tuple[str, str], ExchangeMark]


def oneroster_file(*, by: Actor, contacts: bool = False, since: dt.datetime | None = None) -> bytes:
    """Return the zip, and note who took it: bulk, or with `since` a delta of what has changed from then on.

    Birthdays, addresses and telephone numbers go along only with `contacts`; identity-card numbers never do.
    """
    school = School.objects.get(pk=by.school_id)
    found = list(lines(exchange_facts(school, clock.today()), clock.today()))
    marks = _remember(by, found)
    mode = "bulk" if since is None else "delta"
    rows = [line for line in found if line.live] if since is None else list(_since(found, marks, since))
    people = [line.sourced_id for line in rows if line.file == "users"]
    with change(by=by, action="roster.export_oneroster", mode=mode, contacts=contacts, people=len(people)):
        log_view(by, "roster.student", people, page="roster:export_oneroster")
    return _packed(school, rows if contacts else [_bare(line) for line in rows], mode, marks)


def _bare(line: Line) -> Line:
    hidden = CONTACTS.get(line.file, ())
    return dataclasses.replace(line, cells={key: value for key, value in line.cells.items() if key not in hidden})


def _digest(line: Line) -> str:
    text = "\0".join(f"{key}={value}" for key, value in sorted(line.cells.items())) + f"\0{line.live}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _remember(by: Actor, found: list[Line]) -> Marks:
    """Note which lines differ from what was given last; file by file, so that no transaction is long."""
    rows = ExchangeMark.objects.of(by.school_id)
    marks: Marks = {(row.file, str(row.sourced_id)): row for row in rows}
    now = clock.now()
    for file in FILES:
        new, changed = [], []
        for line in found:
            if line.file != file:
                continue
            digest, mark = _digest(line), marks.get((file, line.sourced_id))
            if mark is None:
                mark = ExchangeMark(school_id=by.school_id, file=file, sourced_id=line.sourced_id, digest=digest)
                # What was over before anybody was told of it need not be taken back.
                mark.changed_at = now if line.live else None
                marks[file, line.sourced_id] = mark
                new.append(mark)
            elif mark.digest != digest:
                mark.digest, mark.changed_at = digest, now
                changed.append(mark)
        if new or changed:
            with change(by=by, action="roster.export_mark", file=file, new=len(new), changed=len(changed)):
                ExchangeMark.objects.bulk_create(new, batch_size=CHUNK)
                rows.bulk_update(changed, ["digest", "changed_at"], batch_size=CHUNK)
    return marks


def _since(found: Iterable[Line], marks: Marks, since: dt.datetime) -> Iterator[Line]:
    for line in found:
        changed = marks[line.file, line.sourced_id].changed_at
        if changed is not None and changed >= since:
            yield line


def _packed(school: School, rows: list[Line], mode: str, marks: Marks) -> bytes:
    by_file: dict[str, list[Line]] = {}
    for line in rows:
        by_file.setdefault(line.file, []).append(line)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, _manifest(school, by_file, mode))
        for file, own in by_file.items():
            archive.writestr(f"{file}.csv", _csv(file, own, mode, marks))
    return out.getvalue()


def _manifest(school: School, by_file: dict[str, list[Line]], mode: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(MANIFEST_HEAD)
    writer.writerow(("manifest.version", MANIFEST_VERSION))
    writer.writerow(("oneroster.version", VERSION))
    for file in ALL_FILES:
        writer.writerow((f"file.{file}", mode if file in by_file else "absent"))
    writer.writerow(("source.systemName", SYSTEM))
    writer.writerow(("source.systemCode", school.code))
    return out.getvalue()


def _csv(file: str, rows: list[Line], mode: str, marks: Marks) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, header(file), restval="", lineterminator="\r\n")
    writer.writeheader()
    for line in rows:
        own = {"sourcedId": line.sourced_id}
        if mode == "delta":
            changed = marks[file, line.sourced_id].changed_at or clock.now()
            own |= {"status": "active" if line.live else "tobedeleted", "dateLastModified": _moment(changed)}
        writer.writerow({**{key: _plain(value) for key, value in line.cells.items()}, **own})
    return out.getvalue()


def _moment(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _plain(value: str) -> str:
    """Return text of one line that no spreadsheet takes for a formula."""
    text = " ".join(value.split())
    return f"'{text}" if text.startswith(FORMULA) else text
