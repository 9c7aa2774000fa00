"""Sheets to tick: whom to print them for, and one as it is typed."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.http import Http404
from django.utils.timezone import make_aware

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.calendar import teaching_days
from taoli.guidance.models import GuidanceRecord, TickSheet
from taoli.guidance.permissions import TICK_SHEET
from taoli.guidance.phrases import MAIN_WAYS, MET_WAYS, WAYS, Way
from taoli.guidance.phrases.paper import weekday
from taoli.roster.models import Staff, Student, WatchTurn
from taoli.roster.permissions import covers, in_turn
from taoli.roster.queries.calendar import calendar_facts, current_term

WEEK, DAY = dt.timedelta(days=6), dt.timedelta(days=1)
Tick = tuple[uuid.UUID, dt.date, str]  # student, day, way
Entered = tuple[uuid.UUID, dt.date, str]  # student, day, kind


@dataclass(frozen=True, slots=True)
class MentorLine:
    """A mentor with the number of students and the sheet of the week, if there is one."""

    mentor: Staff
    students: int
    sheet: TickSheet | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One box: its value as it is sent, whether it was entered before, whether it can be ticked, its words."""

    value: str
    way: str
    label: str
    done: bool = False
    open: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A student and the boxes."""

    student: Student
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it is printed and typed."""

    sheet: TickSheet
    days: list[dt.date]
    ways: list[Way]
    rows: list[Row] = field(default_factory=list)

    @property
    def heads(self) -> list[str]:
        """The days over the columns."""
        return [weekday(day) for day in self.days]


def monday_of(text: str) -> dt.date:
    """Return the Monday of the week that a text names, of this week when it names none."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = clock.today()
    return day - dt.timedelta(days=day.weekday())


def taught(school_id: int, monday: dt.date) -> list[dt.date]:
    """Return the taught days of a week; none outside the terms."""
    term = current_term(school_id, monday) or current_term(school_id)
    return list(teaching_days(calendar_facts(school_id, term), monday, monday + WEEK)) if term else []


def mentees_of(school_id: int, mentor_ids: Collection[uuid.UUID] | None = None) -> dict[uuid.UUID, list[Student]]:
    """Return each mentor's students in the order of classes; one query."""
    rows = Student.objects.of(school_id).filter(left_on=None).exclude(mentor=None)
    if mentor_ids is not None:
        rows = rows.filter(mentor_id__in=mentor_ids)
    found: dict[uuid.UUID, list[Student]] = {}
    order = ("school_class__grade__order", "school_class__number", "seat", "sort_key", "id")
    for one in rows.select_related("school_class").order_by(*order):
        assert one.mentor_id is not None
        found.setdefault(one.mentor_id, []).append(one)
    return found


@dataclass(frozen=True, slots=True)
class Week:
    """What stands on the sheet of one adult: students, days, ways."""

    students: list[Student]
    days: list[dt.date]
    ways: list[str]


def weeks_of(school_id: int, monday: dt.date, staff_ids: Collection[uuid.UUID] | None = None) -> dict[uuid.UUID, Week]:
    """Return the sheet of each mentor with students, and of dormitory staff who mentor nobody: the students of their
    house, on the days of their turns, with the ways of whoever is on duty. A query more for each house.
    """
    days = taught(school_id, monday)
    found = {pk: Week(rows, days, usual_ways()) for pk, rows in mentees_of(school_id, staff_ids).items()}
    houses: dict[str, list[Student]] = {}
    for turn in _turns(school_id, monday):
        wanted = staff_ids is None or turn.staff_id in staff_ids
        if not wanted or (turn.staff_id in found and found[turn.staff_id].ways == usual_ways()):
            continue
        if turn.place not in houses:
            rows = Student.objects.of(school_id).filter(in_turn(turn), left_on=None)
            houses[turn.place] = list(rows.order_by("school_class__number", "seat", "sort_key", "id"))
        on = {day for day in days if covers(turn, day)}
        known = found.get(turn.staff_id, Week([], [], [way.key for way in MET_WAYS]))
        students = list({one.pk: one for one in (*known.students, *houses[turn.place])}.values())
        if students:
            found[turn.staff_id] = Week(students, sorted({*known.days, *on}), known.ways)
    return found


def _turns(school_id: int, monday: dt.date) -> "QuerySet[WatchTurn]":
    first = make_aware(dt.datetime.combine(monday, dt.time()))
    rows = WatchTurn.objects.of(school_id).filter(post=WatchTurn.Post.DORMITORY, withdrawn_at=None)
    found: QuerySet[WatchTurn] = rows.filter(starts__lt=first + WEEK + DAY, ends__gt=first, staff__left_on=None)
    return found.order_by("starts", "id")


def mentor_lines(actor: Actor, monday: dt.date) -> list[MentorLine]:
    """Return all mentors with students and dormitory staff of the week, with their sheets; four queries and one for
    each house.
    """
    if not TICK_SHEET.may(actor, "print"):
        return []
    weeks = weeks_of(actor.school_id, monday)
    sheets = {row.mentor_id: row for row in TickSheet.objects.of(actor.school_id).filter(monday=monday)}
    mentors = Staff.objects.of(actor.school_id).filter(pk__in=weeks).order_by("sort_key", "number")
    return [MentorLine(one, len(weeks[one.pk].students), sheets.get(one.pk)) for one in mentors]


def sheets_to_print(actor: Actor, monday: dt.date, mentor_ids: Collection[uuid.UUID]) -> list[Grid]:
    """Return the sheets of the week, of these mentors or of all, by mentor's name; 404 when there is none."""
    rows = TICK_SHEET.within(TickSheet.objects.filter(monday=monday), actor, "print").select_related("mentor")
    sheets = list((rows.filter(mentor_id__in=mentor_ids) if mentor_ids else rows).order_by("mentor__sort_key", "code"))
    if not sheets:
        raise Http404
    return _grids(actor.school_id, sheets, set())


def get_grid(actor: Actor, code: str) -> Grid | None:
    """Return the sheet of a code as it is typed, what was entered before marked; None for a code there is not."""
    rows = TICK_SHEET.within(TickSheet.objects.filter(code=plain(code)), actor, "type").select_related("mentor")
    sheet = rows.first()
    return _grids(actor.school_id, [sheet], entered(sheet))[0] if sheet else None


def plain(code: str) -> str:
    """Return a code as it is kept, however it was typed."""
    return "".join(sign for sign in code.upper() if sign.isascii() and sign.isalnum())


def entered(sheet: TickSheet) -> set[Entered]:
    """Return what the mentor's records already say of the week: student, day, kind of the way."""
    rows = GuidanceRecord.objects.of(sheet.school_id).filter(
        by_id=sheet.mentor_id,
        state=GuidanceRecord.State.SUBMITTED,
        made=True,
        held_on__range=(sheet.monday, sheet.monday + WEEK),
    )
    return set(rows.values_list("student_id", "held_on", "kind"))


def tick_value(student_id: object, day: dt.date, way: str) -> str:
    """Return how a box is sent."""
    return f"{student_id} {day.isoformat()} {way}"


def _grids(school_id: int, sheets: Collection[TickSheet], known: set[Entered]) -> list[Grid]:
    wanted = {pk for sheet in sheets for pk in sheet.students}
    students = {
        str(one.pk): one for one in Student.objects.of(school_id).filter(pk__in=wanted).select_related("school_class")
    }
    today = clock.today()
    found = []
    for sheet in sheets:
        days = [dt.date.fromisoformat(text) for text in sheet.days]
        grid = Grid(sheet, days, [WAYS[key] for key in sheet.ways if key in WAYS])
        for pk in sheet.students:
            if (student := students.get(pk)) is not None:
                cells = [_cell(student, day, way, known, today) for day in days for way in grid.ways]
                grid.rows.append(Row(student, cells))
        found.append(grid)
    return found


def _cell(student: Student, day: dt.date, way: Way, known: set[Entered], today: dt.date) -> Cell:
    return Cell(
        value=tick_value(student.pk, day, way.key),
        way=way.key,
        label=f"{student.name} {weekday(day)} {way.label}",
        done=(student.pk, day, way.kind) in known,
        open=day <= today,
    )


def usual_ways() -> list[str]:
    """Return the ways that stand on a new sheet."""
    return [way.key for way in MAIN_WAYS]
