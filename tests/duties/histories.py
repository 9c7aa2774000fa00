"""Random histories of a tiny school, compared as they go with what is counted from scratch."""

import datetime as dt
import functools
import uuid
from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from django.db import transaction

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import system
from taoli.duties.queries.keeping import ensure_cells
from taoli.duties.services import NewAct, add_acts, recount, replace_acts
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
from taoli.schemes.models import SchemeVersion
from tests.duties.scratch import DAY, DriftError, Tiny, compare
from tests.engine.examples import scheme_with

FIRST, LAST = dt.date(2026, 10, 19), dt.date(2026, 11, 27)
SPREAD = (LAST - FIRST).days
SCHEMES, STEPS, CHECK_EVERY, RECOUNT_EVERY = 60, 6, 3, 10
KINDS = ("talk", "talk", "group_talk", "family_contact", "home_visit", "plan", "conference")
FULFILLED = ("own_mentor", "own_mentor", "any_mentor", "substitute")


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
        {"key": "visit", "subject": "family", "kinds": ["home_visit"], "per": random.choice(("month", "term"))},
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
    refused = random.choice(("", "", "", "once", "period")) if kind == "home_visit" else ""
    group = random.choice(tiny.rooms).pk if kind == "conference" else random.choice([None, tiny.groups[0].pk])
    said: dict[str, Any] = {
        "occasion": occasion,
        "source": "test",
        "kind": kind,
        "channel": "face_to_face",
        "mentor_id": random.choice(tiny.staff).pk,
        "held_on": _day(random),
        "entered_on": LAST,
        "made": refused == "" and random.random() < 0.9,
        "refused": refused,
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
