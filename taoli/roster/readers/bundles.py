"""Recognises a zip of OneRoster or Microsoft SDS files, and reads it as a workbook is read."""

import datetime as dt

from taoli.common.models import School
from taoli.roster.queries.exchange import exchange_keys
from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.assembling import Work, understand
from taoli.roster.readers.checking import checked
from taoli.roster.readers.closings import closings
from taoli.roster.readers.csvs import CsvFile, csv_names, read_csvs
from taoli.roster.readers.persons import staged
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.roster import MOST_PROBLEMS, Reading
from taoli.roster.readers.sds import is_sds, sds_tables
from taoli.roster.readers.standard import FILES, MANIFEST

UNREAD = ("academicSessions",)


def is_bundle(data: bytes) -> bool:
    """Say whether the bytes are a zip with a OneRoster manifest, or with the files of SDS."""
    names = set(csv_names(data))
    return MANIFEST in names or is_sds(names)


def read_bundle(data: bytes, now: Roster, *, school_id: int, today: dt.date) -> Reading:
    """Return what the bundle says of a school whose roster is `now`; refusals become its one problem."""
    try:
        found = read_csvs(data)
    except RefusedError as refused:
        return Reading(problems=[refused.problem])
    school = School.objects.get(pk=school_id)
    known = exchange_keys(school_id)
    tables = checked(found, known) if MANIFEST in found else sds_tables(found)
    work = understand(tables, now, known, school, today)
    rows = {} if work.problems else staged(work)
    if work.partial and not work.problems:
        rows["exchange"]["closings"] = closings(work)
    problems = sorted(work.problems, key=lambda one: (one.sheet, one.row))
    lines = sum(len(own.rows) for own in tables.files.values())
    if not problems and not lines:
        problems = [Problem("empty")]
    return Reading(rows, problems[:MOST_PROBLEMS], _notes(work, found, len(problems)))


def _notes(work: Work, found: dict[str, CsvFile], problems: int) -> dict[str, object]:
    read = {f"{file.lower()}.csv" for file in FILES if file not in UNREAD} | {MANIFEST}
    unread = [own.name for base, own in found.items() if base not in read and not is_sds({base})]
    notes: dict[str, object] = {"problems": problems}
    if unread:
        notes["other_files"] = sorted(unread)
    if work.skipped:
        notes["skipped"] = work.skipped
    return notes
