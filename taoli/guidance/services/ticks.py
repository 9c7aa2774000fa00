"""Sheets to tick: given a code to be printed, and typed in one go."""

import datetime as dt
import secrets
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import TickSheet
from taoli.guidance.permissions import TICK_SHEET
from taoli.guidance.phrases import WAYS
from taoli.guidance.phrases.paper import on_paper
from taoli.guidance.queries.ticks import Tick, entered, plain, taught, weeks_of
from taoli.guidance.services.records import RecordFacts, record_submit

LENGTH = 5
TOGETHER = frozenset({"group_activity", "group_talk", "lecture", "practice"})  # one occasion for all who took part


@dataclass(frozen=True, slots=True)
class Typed:
    """What came of a sheet: records written, ticks that had been entered before."""

    written: int
    before: int


def make_sheets(*, by: Actor, monday: dt.date, mentor_ids: Collection[uuid.UUID]) -> int:
    """Give these mentors and dormitory staff (all, if none is named) a sheet for the week; return how many are new.

    A sheet there is keeps its code and its rows; students who came meanwhile are added below. TaoliError: a week
    without a taught day.
    """
    if not taught(by.school_id, monday):
        raise TaoliError(_("There are no lessons in this week. Please choose another one."))
    weeks = weeks_of(by.school_id, monday, mentor_ids or None)
    with change(by=by, action="tick_sheet.print", monday=monday.isoformat(), mentors=len(weeks)) as note:
        there = {row.mentor_id: row for row in TickSheet.objects.of(by.school_id).filter(monday=monday)}
        codes = _codes(by.school_id, len(weeks))
        fresh = []
        for (mentor_id, week), code in zip(weeks.items(), codes, strict=True):
            pks = [str(one.pk) for one in week.students]
            if (sheet := there.get(mentor_id)) is not None:
                more = [pk for pk in pks if pk not in sheet.students]
                if more:
                    TickSheet.objects.of(by.school_id).filter(pk=sheet.pk).update(students=[*sheet.students, *more])
                continue
            fresh.append(
                TickSheet(
                    school_id=by.school_id,
                    mentor_id=mentor_id,
                    monday=monday,
                    code=code,
                    students=pks,
                    days=[day.isoformat() for day in week.days],
                    ways=week.ways,
                    made_at=clock.now(),
                )
            )
        TickSheet.objects.bulk_create(fresh)
        note.data["new"] = len(fresh)
    return len(fresh)


def _codes(school_id: int, count: int) -> list[str]:
    taken = set(TickSheet.objects.of(school_id).values_list("code", flat=True))
    found: list[str] = []
    while len(found) < count:
        code = "".join(secrets.choice(LETTERS) for _each in range(LENGTH))
        if code not in taken:
            taken.add(code)
            found.append(code)
    return found


def type_sheet(*, by: Actor, code: str, ticks: Sequence[Tick], papers: Collection[uuid.UUID] = ()) -> Typed:
    """Write the records of a typed sheet: held by its mentor, entered by whoever types.

    `papers`: students of whom a written text lies in the folder. What the mentor's records already say (same student,
    kind and day) is not written again. 404: no such sheet. TaoliError: a box that does not stand on it, a day to come.
    """
    rows = TICK_SHEET.within(TickSheet.objects.filter(code=plain(code)), by, "type")
    with change(by=by, action="tick_sheet.type", code=plain(code)) as note:
        sheet = rows.select_for_update().first()
        if sheet is None:
            raise Http404
        _check(sheet, ticks)
        known = entered(sheet)
        fresh = [one for one in dict.fromkeys(ticks) if (one[0], one[1], WAYS[one[2]].kind) not in known]
        for students, day, way in _occasions(fresh):
            kind = WAYS[way]
            text = on_paper(sheet.code) if set(students) <= set(papers) else ""
            facts = RecordFacts(
                kind=kind.kind, channel=kind.channel, held_on=day, place=str(kind.place), private_text=text
            )
            record_submit(by=by, student_ids=students, facts=facts, held_by=sheet.mentor_id)
        TickSheet.objects.of(by.school_id).filter(pk=sheet.pk).update(typed_at=clock.now(), typed_by=by.person_id)
        note.object_id = sheet.pk
        note.data |= {"written": len(fresh), "before": len(set(ticks)) - len(fresh)}
    return Typed(len(fresh), len(set(ticks)) - len(fresh))


def _check(sheet: TickSheet, ticks: Sequence[Tick]) -> None:
    for student, day, way in ticks:
        if str(student) not in sheet.students or day.isoformat() not in sheet.days or way not in sheet.ways:
            raise TaoliError(_("A tick does not belong to this sheet. Please open it again by its code."))


def _occasions(ticks: Sequence[Tick]) -> list[tuple[list[uuid.UUID], dt.date, str]]:
    """Return (students, day, way): an activity is one occasion for all, a talk is one for each."""
    found: list[tuple[list[uuid.UUID], dt.date, str]] = []
    shared: dict[tuple[dt.date, str], list[uuid.UUID]] = {}
    for student, day, way in ticks:
        if WAYS[way].kind not in TOGETHER:
            found.append(([student], day, way))
        elif (day, way) in shared:
            shared[day, way].append(student)
        else:
            shared[day, way] = [student]
            found.append((shared[day, way], day, way))
    return found
