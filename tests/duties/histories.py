"""Random histories of a tiny school, and everything counted from scratch by other code than the product's own."""

import datetime as dt
import functools
import json
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.db import transaction

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.duties.models import NO_GRADE, NO_PAIRING, Act, DutyCell, MentorRollup, WeekRollup
from taoli.duties.queries.keeping import ensure_cells
from taoli.duties.queries.reckoning import NOBODY
from taoli.duties.services import NewAct, add_acts, recount, replace_acts
from taoli.engine import facts
from taoli.engine.compliance import Law, cells
from taoli.engine.scheme import Scheme, checksum, dump, parse_scheme
from taoli.matching.models import Pairing
from taoli.roster.models import (
    AttentionMark,
    Grade,
    Group,
    SchoolClass,
    SchoolDay,
    Staff,
    StaffLeave,
    Student,
    StudentCategory,
    Term,
)
from taoli.roster.queries.calendar import calendar_facts, term_facts
from taoli.schemes.models import SchemeVersion
from tests.engine.examples import scheme_with

FIRST, LAST = dt.date(2026, 10, 19), dt.date(2026, 11, 27)
SPREAD = (LAST - FIRST).days
DAY = dt.timedelta(days=1)
SCHEMES, STEPS, CHECK_EVERY, RECOUNT_EVERY = 60, 6, 3, 10
KINDS = ("talk", "talk", "group_talk", "family_contact", "home_visit", "plan", "conference")
FULFILLED = ("own_mentor", "own_mentor", "any_mentor", "substitute")
Row = tuple[Any, ...]


class DriftError(AssertionError):
    """What is stored differs from what is counted from scratch."""


@dataclass
class Tiny:
    """Three mentors, four students of two classes, one group, six weeks of term."""

    school: School
    by: Actor
    term: Term
    staff: list[Staff]
    students: list[Student]
    rooms: list[SchoolClass]
    groups: list[Group]
    known: list[uuid.UUID] = field(default_factory=list)


def tiny_school() -> Tiny:
    """Build it."""
    school = School.objects.create(code="tiny", name="小小学校")
    term = Term.objects.create(school=school, name="短学期", starts=FIRST, ends=LAST)
    grade = Grade.objects.create(school=school, name="一年级", order=1)
    rooms = [SchoolClass.objects.create(school=school, grade=grade, name=f"{n}班", number=n) for n in (1, 2)]
    staff = [Staff.objects.create(school=school, number=f"T{n}", name=f"导师{n}", sort_key=str(n)) for n in range(3)]
    students = [
        Student.objects.create(
            school=school, number=f"S{n}", name=f"学生{n}", sort_key=str(n), school_class=rooms[n % 2]
        )
        for n in range(4)
    ]
    groups = [Group.objects.create(school=school, kind=Group.Kind.STUDY_GROUP, name="一组", school_class=rooms[0])]
    return Tiny(school, system(school.pk), term, staff, students, rooms, groups)


@functools.cache
def rules(number: int) -> Scheme:
    """Draw a scheme: what is asked, how often, of whom, who may stand in, whether a successor takes over."""
    random = Random(number)  # noqa: S311 - a reproducible history
    duties: list[dict[str, Any]] = [
        {"key": "talk", "per": random.choice(("week", "two_weeks", "month", "cycle")), "times": random.randint(1, 2)},
        {"key": "attention", "per": "week", "only_for": [random.choice(("attention", "poverty"))]},
        {"key": "family", "subject": "family", "kinds": ["family_contact", "home_visit"], "per": "month"},
        {"key": "group", "subject": "group", "kinds": ["group_talk"], "per": "two_weeks"},
        {"key": "own", "subject": "self", "kinds": ["plan"], "per": "term", "before_week": 3},
        {"key": "room", "subject": "class", "kinds": ["conference"], "per": "month"},
        {"key": "first", "per": "once", "kinds": ["talk", "home_visit"]},
    ]
    chosen = random.sample(duties, random.randint(2, 4))
    for duty in chosen:
        alone = duty.get("subject", "mentee") in {"mentee", "family", "self"}
        duty |= {"fulfilled_by": random.choice(FULFILLED), "one_to_one": random.random() < 0.2 and alone}
    data = dump(scheme_with(*chosen))
    data["cycle"] |= {"weeks": random.choice((1, 2, 3)), "anchor_week": 1, "open": []}
    data["continuity"] |= {"successor_takes_over": random.random() < 0.5}
    return parse_scheme(data)


def live(tiny: Tiny, seed: int, steps: int = STEPS) -> None:
    """Live through one history, laying what is stored beside what is counted from scratch; DriftError."""
    random = Random(seed)  # noqa: S311 - a reproducible history
    tiny.known.clear()
    # Until the first version is in force nothing is counted; its cells are made on its first day.
    _publish(tiny, random, FIRST if random.random() < 0.7 else min(_day(random), clock.today()))
    for student in tiny.students:
        _begin(tiny, random, student, FIRST if random.random() < 0.7 else _day(random))
    ensure_cells(tiny.school.pk)
    for step in range(1, steps + 1):
        random.choices(DEEDS, WEIGHTS)[0](tiny, random)
        if step % CHECK_EVERY == 0 or step == steps:
            compare(tiny)
    if seed % RECOUNT_EVERY == 0 and recount(school_id=tiny.school.pk, term_id=tiny.term.pk, fix=False):
        raise DriftError("recount")


def many(tiny: Tiny, seeds: Iterable[int], steps: int = STEPS) -> None:
    """Live through histories one after the other, each undone; the seed stands in the error."""
    for seed in seeds:
        with transaction.atomic():
            try:
                live(tiny, seed, steps)
            except DriftError as drift:
                raise DriftError(f"history {seed}: {drift}") from drift
            finally:
                transaction.set_rollback(True)


def _day(random: Random) -> dt.date:
    return FIRST + random.randint(0, SPREAD) * DAY


def _publish(tiny: Tiny, random: Random, since: dt.date) -> None:
    made = rules(random.randrange(SCHEMES))
    number = SchemeVersion.objects.of(tiny.school).count() + 1
    SchemeVersion.objects.of(tiny.school).update(state=SchemeVersion.State.REPLACED)
    SchemeVersion.objects.create(
        school=tiny.school,
        preset_key=made.key,
        version=number,
        title=made.title,
        state=SchemeVersion.State.PUBLISHED,
        rules=dump(made),
        checksum=checksum(made),
        in_force_from=since,
    )


def _publish_later(tiny: Tiny, random: Random) -> None:
    last = SchemeVersion.objects.of(tiny.school).latest("version").in_force_from
    assert last is not None
    _publish(tiny, random, max(last, _day(random)))


def _begin(tiny: Tiny, random: Random, student: Student, on: dt.date) -> None:
    Pairing.objects.create(
        school=tiny.school,
        student=student,
        mentor=random.choice(tiny.staff),
        group=random.choice([None, *tiny.groups]),
        school_class=random.choice(tiny.rooms),
        scheme=SchemeVersion.objects.of(tiny.school).latest("version"),
        starts=on,
    )


def _transfer(tiny: Tiny, random: Random) -> None:
    """Change mentor, class or both; now and then nobody follows, or the last day of one that has ended is corrected."""
    ended = Pairing.objects.of(tiny.school).exclude(ends=None).order_by("id").last()
    if ended and ended.ends and random.random() < 0.5:
        ended.ends = ended.starts + random.randint(0, max(0, (ended.ends - ended.starts).days)) * DAY
        ended.save()
        return
    student, on = random.choice(tiny.students), _day(random)
    held = Pairing.objects.of(tiny.school).filter(student=student, ends=None)
    held.update(ends=on - DAY, end_reason="mentor_changed")
    if random.random() < 0.85:
        _begin(tiny, random, student, on)


def _acts(tiny: Tiny, random: Random, occasion: uuid.UUID) -> list[NewAct]:
    kind = random.choice(KINDS)
    people: list[uuid.UUID | None] = [one.pk for one in random.sample(tiny.students, random.choice((1, 1, 2, 3)))]
    if kind in {"plan", "conference"}:
        people = [None]
    group = random.choice(tiny.rooms).pk if kind == "conference" else random.choice([None, tiny.groups[0].pk])
    said: dict[str, Any] = {
        "occasion": occasion,
        "source": "test",
        "kind": kind,
        "channel": "face_to_face",
        "mentor_id": random.choice(tiny.staff).pk,
        "held_on": _day(random),
        "entered_on": LAST,
        "made": random.random() < 0.9,
        "group_id": group,
    }
    return [NewAct(student_id=pk, source_id=uuid.uuid4(), **said) for pk in people]


def _add(tiny: Tiny, random: Random) -> None:
    tiny.known.append(uuid.uuid4())
    add_acts(by=tiny.by, acts=_acts(tiny, random, tiny.known[-1]))


def _correct(tiny: Tiny, random: Random) -> None:
    if tiny.known:
        occasion = random.choice(tiny.known)
        replace_acts(by=tiny.by, occasion=occasion, acts=_acts(tiny, random, occasion))


def _withdraw(tiny: Tiny, random: Random) -> None:
    if tiny.known:
        replace_acts(by=tiny.by, occasion=tiny.known.pop(random.randrange(len(tiny.known))))


def _leave(tiny: Tiny, random: Random) -> None:
    """Be away, come back earlier, get somebody to stand in."""
    held = StaffLeave.objects.of(tiny.school).first()
    if held and random.random() < 0.5:
        held.substitute, held.starts = random.choice([None, *tiny.staff]), FIRST
        held.save()
        return
    days = sorted((_day(random), _day(random)))
    who, other = random.sample(tiny.staff, 2)
    last = days[1] if random.random() < 0.7 else None
    StaffLeave.objects.create(school=tiny.school, staff=who, substitute=other, starts=days[0], ends=last)


def _mark(tiny: Tiny, random: Random) -> None:
    student, days = random.choice(tiny.students), sorted((_day(random), _day(random)))
    held = AttentionMark.objects.of(tiny.school).first()
    if held and random.random() < 0.5:
        held.starts, held.ends = days
        held.save()
    elif random.random() < 0.5:
        StudentCategory.objects.create(school=tiny.school, student=student, code="poverty", starts=days[0])
    else:
        AttentionMark.objects.create(school=tiny.school, student=student, starts=days[0])


def _calendar(tiny: Tiny, random: Random) -> None:
    """Holidays, examination weeks, and days taken back; an event is nothing to us."""
    rows, day = SchoolDay.objects.of(tiny.school), _day(random)
    if not rows.filter(day=day).delete()[0]:
        kind = random.choice(list(SchoolDay.Kind))
        SchoolDay.objects.create(school=tiny.school, term=tiny.term, day=day, kind=kind)


Deed = Callable[[Tiny, Random], None]
DEEDS: tuple[Deed, ...] = (_add, _correct, _withdraw, _transfer, _leave, _mark, _calendar, _publish_later)
WEIGHTS = (10, 3, 2, 4, 2, 2, 2, 2)


def compare(tiny: Tiny) -> None:
    """Lay the stored cells and sums beside those counted from scratch; DriftError says what differs first."""
    ensure_cells(tiny.school.pk)
    stored, wanted = _stored_cells(tiny), _cells_from_scratch(tiny)
    for name, ours, theirs in (
        ("cells", stored, wanted),
        ("sums", _stored_sums(tiny), _sums(wanted)),
        ("weeks", _stored_weeks(tiny), _weeks(tiny)),
    ):
        if ours != theirs:
            raise DriftError(
                f"{name}: stored {sorted(ours - theirs, key=repr)[:2]}, not {sorted(theirs - ours, key=repr)[:2]}"
            )


def _stored_cells(tiny: Tiny) -> set[Row]:
    rows = (
        DutyCell.objects.of(tiny.school)
        .filter(term=tiny.term)
        .values_list(
            *("scheme_id", "duty", "subject_kind", "subject_id", "mentor_id", "pairing_id", "period"),
            *("starts", "due", "needed", "done", "exempt", "acts", "grade_id"),
        )
    )
    return {(*row[:12], tuple(row[12]), row[13]) for row in rows}


def _cells_from_scratch(tiny: Tiny) -> set[Row]:
    versions = list(SchemeVersion.objects.of(tiny.school).exclude(state=SchemeVersion.State.DRAFT).order_by("version"))
    laws = [Law(_parsed(row.checksum, json.dumps(row.rules)), row.in_force_from or dt.date.min) for row in versions]
    term = term_facts(tiny.term)
    whole = calendar_facts(tiny.school.pk, tiny.term)
    pairings = [_pairing(row) for row in Pairing.objects.of(tiny.school).select_related("school_class")]
    held = [one for one in pairings if one.ends is None or one.ends >= one.starts]
    found = cells(laws, whole, term, held, _acts_of(tiny), dt.date.max, _marks_of(tiny), _leaves_of(tiny))
    grade = tiny.rooms[0].grade_id
    return {
        (
            *(
                versions[one.law].pk,
                one.duty_key,
                one.subject_kind,
                uuid.UUID(one.subject_id),
                uuid.UUID(one.mentor_id),
            ),
            *(uuid.UUID(one.pairing_id) if one.pairing_id else NO_PAIRING, one.period_key, one.starts, one.due),
            *(one.needed, one.done, one.reason, one.act_ids, None if one.subject_kind == "self" else grade),
        )
        for one in found
        if one.subject_id != NOBODY
    }


@functools.cache
def _parsed(_checksum: str, text: str) -> Scheme:
    return parse_scheme(json.loads(text))


def _pairing(row: Pairing) -> facts.Pairing:
    unit = str(row.group_id) if row.group_id else None
    place: dict[str, Any] = {
        "grade_id": str(row.school_class.grade_id),
        "class_id": str(row.school_class_id),
        "unit_id": unit,
    }
    return facts.Pairing(
        str(row.pk), str(row.student_id), str(row.mentor_id), starts=row.starts, ends=row.ends, **place
    )


def _acts_of(tiny: Tiny) -> list[facts.Act]:
    together: dict[uuid.UUID, list[Act]] = defaultdict(list)
    for row in Act.objects.of(tiny.school):
        together[row.occasion].append(row)
    return [
        facts.Act(
            id=str(occasion),
            kind=rows[0].kind,
            channel=rows[0].channel,
            made=rows[0].made,
            by=str(rows[0].mentor_id),
            student_ids=tuple(str(row.student_id) for row in rows if row.student_id),
            on=rows[0].held_on,
            entered_on=rows[0].entered_on,
            unit_id=str(rows[0].group_id) if rows[0].group_id else None,
        )
        for occasion, rows in together.items()
    ]


def _marks_of(tiny: Tiny) -> list[facts.Mark]:
    codes = [(row, row.code) for row in StudentCategory.objects.of(tiny.school)]
    marks: list[tuple[Any, str]] = [(row, facts.ATTENTION) for row in AttentionMark.objects.of(tiny.school)]
    return [facts.Mark(str(row.student_id), code, row.starts, row.ends) for row, code in [*codes, *marks]]


def _leaves_of(tiny: Tiny) -> list[facts.Leave]:
    return [
        facts.Leave(str(row.staff_id), row.starts, row.ends, str(row.substitute_id) if row.substitute_id else None)
        for row in StaffLeave.objects.of(tiny.school)
    ]


def _stored_sums(tiny: Tiny) -> set[Row]:
    fields = ("mentor_id", "grade_id", "duty", "period", "cells", "met", "starts", "due")
    return set(MentorRollup.objects.of(tiny.school).filter(term=tiny.term).values_list(*fields))


def _sums(found: set[Row]) -> set[Row]:
    groups: dict[Row, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[4], row[13] or NO_GRADE, row[1], row[6]].append(row)
    return {
        (
            *place,
            sum(not row[11] for row in rows),
            sum(row[10] >= row[9] for row in rows),
            min(row[7] for row in rows),
            max(row[8] for row in rows),
        )
        for place, rows in groups.items()
    }


def _stored_weeks(tiny: Tiny) -> set[Row]:
    return set(WeekRollup.objects.of(tiny.school).values_list("week", "mentor_id", "acts", "students"))


def _weeks(tiny: Tiny) -> set[Row]:
    groups: dict[Row, list[Act]] = defaultdict(list)
    for row in Act.objects.of(tiny.school):
        if row.made:
            groups[row.held_on - row.held_on.weekday() * DAY, row.mentor_id].append(row)
    return {
        (*place, len({row.occasion for row in rows}), len({row.student_id for row in rows} - {None}))
        for place, rows in groups.items()
    }
