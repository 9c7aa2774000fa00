"""A timetable read and looked at first, written only when somebody confirms: it takes the place of the earlier one."""

import datetime as dt
import hashlib
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import BellTime, SchoolClass, Staff, Term, TimetableLesson
from taoli.roster.queries.calendar import current_term
from taoli.roster.readers.problem import Problem
from taoli.roster.readers.timetable import Bell, Known, plain_room, read_timetable

SALT = "roster.timetable_import"
A_DAY = dt.timedelta(days=1)
CHUNK = 500


@dataclass(frozen=True)
class TimetablePreview:
    """What a timetable would do; `token` carries it, signed, to the confirmation. Nothing of it is stored."""

    problems: list[dict[str, Any]] = field(default_factory=list)
    lessons: int = 0
    teachers: int = 0
    rooms: int = 0
    before: int = 0
    bells: list[Bell] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    token: str = ""


def preview(*, school_id: int, name: str, data: bytes) -> TimetablePreview:
    """Read a file and say what it holds and what it replaces; writes nothing."""
    term = current_term(school_id)
    if term is None:
        return TimetablePreview([Problem("no_term").as_json()])
    known, names = _known(school_id)
    reading = read_timetable(name, data, known, clock.today())
    if not reading.problems and not reading.lessons:
        reading.problems.append(Problem("no_lessons"))
    if reading.problems:
        return TimetablePreview([problem.as_json() for problem in reading.problems])
    staff = sorted({str(line[0]) for line in reading.lessons})
    rooms = sorted({str(line[1]) for line in reading.lessons})
    facts = {
        "school": school_id,
        "term": str(term.pk),
        "file": hashlib.sha256(data).hexdigest(),
        "staff": staff,
        "rooms": rooms,
        "lessons": [[staff.index(str(who)), rooms.index(str(room)), *rest] for who, room, *rest in reading.lessons],
        "bells": [[number, f"{starts:%H:%M}", f"{ends:%H:%M}"] for number, starts, ends in reading.bells],
    }
    return TimetablePreview(
        lessons=len(reading.lessons),
        teachers=len(staff),
        rooms=len(rooms),
        before=TimetableLesson.objects.of(school_id).filter(term=term).count(),
        bells=reading.bells,
        without=[word for pk, word in names.items() if str(pk) not in staff],
        token=signing.dumps(facts, salt=SALT, compress=True),
    )


def apply(*, by: Actor, token: str) -> int:
    """Put what a preview showed in the place of the term's timetable; return how many lessons it has.

    TaoliError when the token is too old, another school's, or somebody or a class has gone meanwhile.
    """
    facts = _facts(by, token)
    with change(by=by, action="timetable.import", file=facts["file"]) as note:
        school = by.school_id
        term = Term.objects.of(school).select_for_update().filter(pk=facts["term"]).first()
        staff = Staff.objects.of(school).filter(pk__in=facts["staff"]).count()
        rooms = SchoolClass.objects.of(school).filter(pk__in=facts["rooms"]).count()
        if term is None or (staff, rooms) != (len(facts["staff"]), len(facts["rooms"])):
            raise TaoliError(_("The roster has changed meanwhile. Please upload the file again."))
        TimetableLesson.objects.of(school).filter(term=term).delete()
        TimetableLesson.objects.bulk_create([_lesson(school, term, facts, *line) for line in facts["lessons"]], CHUNK)
        if facts["bells"]:
            _ring(school, facts["bells"])
        note.data = {"lessons": len(facts["lessons"]), "bells": len(facts["bells"])}
    return len(facts["lessons"])


def _lesson(school: int, term: Term, facts: dict[str, Any], *line: Any) -> TimetableLesson:
    who, room, weekday, period, subject = line
    return TimetableLesson(
        school_id=school,
        term=term,
        staff_id=uuid.UUID(facts["staff"][who]),
        school_class_id=uuid.UUID(facts["rooms"][room]),
        weekday=weekday,
        period=period,
        subject=subject,
    )


def _ring(school: int, bells: list[list[Any]]) -> None:
    BellTime.objects.of(school).delete()
    BellTime.objects.bulk_create(
        BellTime(
            school_id=school, number=number, starts=dt.time.fromisoformat(starts), ends=dt.time.fromisoformat(ends)
        )
        for number, starts, ends in bells
    )


def _known(school_id: int) -> tuple[Known, dict[uuid.UUID, str]]:
    by_name: dict[str, list[uuid.UUID]] = defaultdict(list)
    people = Staff.objects.of(school_id).filter(left_on=None).order_by("sort_key", "number")
    rows = list(people.values_list("pk", "number", "name"))
    for pk, _number, name in rows:
        by_name[name].append(pk)
    rooms = SchoolClass.objects.of(school_id).filter(closed_on=None).values_list("name", "pk")
    known = Known(
        by_number={number: pk for pk, number, _name in rows},
        by_name=by_name,
        rooms={plain_room(name): pk for name, pk in rooms},
        periods=list(BellTime.objects.of(school_id).values_list("number", flat=True)),
    )
    return known, {pk: name for pk, _number, name in rows}


def _facts(by: Actor, token: str) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = signing.loads(token, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        raise TaoliError(_("This preview is too old. Please upload the file again.")) from None
    if facts["school"] != by.school_id:
        raise TaoliError(_("This preview is too old. Please upload the file again."))
    return facts
