"""Half a term of records, written some mentors at a time through duties' own path."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from random import Random

from django.utils import timezone

from taoli.common.ids import new_id
from taoli.common.unit import change
from taoli.duties.services import NewAct, add_acts
from taoli.engine.calendar import slot_days, teaching_days
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.services import index_records
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import live_pairings
from taoli.rehearsal.services.behaviour import (
    BUSY,
    CROWD,
    ORDINARY,
    SILENT,
    Mentee,
    Occasion,
    Profile,
    Stretch,
    half_a_term,
    more_talks,
)
from taoli.rehearsal.services.pairing import PAIRED_FROM
from taoli.rehearsal.services.people import Loaded
from taoli.roster.queries.calendar import calendar_facts, term_facts
from taoli.schemes.queries import published, rules

LIVED_UNTIL = dt.date(2026, 11, 22)
PLANS_BY = dt.date(2026, 9, 14)
EVENING = dt.time(17, 20)
BATCH = 500
QUIET, QUIET_SINCE = 3, dt.date(2026, 11, 1)  # so many of the first class have no record yet this month
SOURCE = "guidance"
TOGETHER = 12  # mentors in one transaction


def load_records(loaded: Loaded, wanted: int = 0) -> int:
    """Write what every mentor did since the pairings began, talks added up to `wanted`; returns how many records."""
    school_id = loaded.school.pk
    ground = lived(loaded)
    each = wanted // len(loaded.students)
    pairings: dict[uuid.UUID, list[Pairing]] = defaultdict(list)
    for one in live_pairings(school_id, LIVED_UNTIL):
        pairings[one.mentor_id].append(one)
    staff = list(loaded.staff.items())
    quiet = _quiet(loaded, pairings)
    count = 0
    for start in range(0, len(staff), TOGETHER):
        lives = [
            _life(loaded, number, [_mentee(one) for one in pairings.get(mentor.pk, [])], ground, start + place, each)
            for place, (number, mentor) in enumerate(staff[start : start + TOGETHER])
        ]
        count += write(loaded, pairings, _without(quiet, (one for life in lives for one in life)))
    load_plans(loaded)
    return count


def load_plans(loaded: Loaded) -> None:
    """Note each mentor's plan for the year (导师工作实施方案), which most have handed in on paper by mid-September."""
    acts = [
        NewAct(
            occasion=new_id(),
            source="rehearsal",
            source_id=new_id(),
            kind="plan",
            channel="paper",
            mentor_id=mentor.pk,
            student_id=None,
            held_on=PLANS_BY,
            entered_on=PLANS_BY,
            size=0,
        )
        for place, (number, mentor) in enumerate(loaded.staff.items())
        if profile_of(loaded, number, place).talks >= BUSY.talks
    ]
    with change(by=loaded.by, action="rehearsal.load_plans"):
        add_acts(by=loaded.by, acts=acts)


def _quiet(loaded: Loaded, pairings: dict[uuid.UUID, list[Pairing]]) -> set[str]:
    """Return whom nobody has spoken with lately: of the first class, none of the mentor's whom the demo shows."""
    shown = loaded.staff[loaded.made.offices["mentor"]].pk
    seen = {one.student_id for one in pairings.get(shown, [])}
    first = [one.number for one in loaded.made.students if one.class_name == loaded.made.classes[0].name]
    others = [pk for pk in (loaded.students[number].pk for number in first) if pk not in seen]
    return {str(pk) for pk in others[-QUIET:]}


def _without(quiet: Collection[str], occasions: Iterable[Occasion]) -> Iterator[Occasion]:
    for one in occasions:
        kept = tuple(pk for pk in one.students if pk not in quiet or one.held_on < QUIET_SINCE)
        if kept:
            yield replace(one, students=kept)


def _life(
    loaded: Loaded,
    number: str,
    mentees: list[Mentee],
    ground: tuple[Stretch, tuple[str, ...]],
    place: int,
    each: int,
) -> list[Occasion]:
    random = Random(f"{loaded.made.spec.seed}-{number}")
    mentor, profile = str(loaded.staff[number].pk), profile_of(loaded, number, place)
    found = half_a_term(random, mentor, mentees, *ground, profile)
    return found + more_talks(random, mentor, mentees, *ground, profile, each, found) if each else found


def _mentee(one: Pairing) -> Mentee:
    return Mentee(key=str(one.student_id), group=str(one.group_id or ""), class_name=str(one.school_class_id))


def profile_of(loaded: Loaded, number: str, place: int) -> Profile:
    """Return how a mentor lives; whoever the demo shows, homeroom teachers included, is no silent one."""
    profile = CROWD[place % len(CROWD)]
    shown = {*loaded.made.offices.values(), *(room.homeroom for room in loaded.made.classes)}
    return ORDINARY if profile == SILENT and number in shown else profile


def lived(loaded: Loaded) -> tuple[Stretch, tuple[str, ...]]:
    """Return the days lived in the pairings so far, and the scheme's guidances."""
    version = published(loaded.school.pk)
    if version is None:
        raise LookupError("the school has no published scheme")
    scheme = rules(version)
    calendar = calendar_facts(loaded.school.pk, loaded.term)
    term = term_facts(loaded.term)
    taught = teaching_days(calendar, PAIRED_FROM, LIVED_UNTIL)
    slots = slot_days(calendar, term, scheme.cycle) if scheme.cycle else ()
    lived_slots = tuple(day for day in slots if PAIRED_FROM <= day <= LIVED_UNTIL)
    return Stretch(taught, lived_slots, LIVED_UNTIL), tuple(one.label for one in scheme.guidances)


def write(loaded: Loaded, pairings: dict[uuid.UUID, list[Pairing]], occasions: Iterable[Occasion]) -> int:
    """Write occasions: records and the acts that count, in one transaction with one audit row."""
    pairing_of = {(str(one.mentor_id), str(one.student_id)): one for mine in pairings.values() for one in mine}
    rows: list[GuidanceRecord] = []
    acts: list[NewAct] = []
    for one in occasions:
        occasion = new_id()
        for student in one.students:
            row = _record(loaded, pairing_of[one.mentor, student], one, occasion)
            rows.append(row)
            acts.append(_act(row, one))
    with change(by=loaded.by, action="rehearsal.load_records") as note:
        GuidanceRecord.objects.bulk_create(rows, batch_size=BATCH)
        index_records(rows)
        add_acts(by=loaded.by, acts=acts)
        note.data = {"records": len(rows)}
    return len(rows)


def _record(loaded: Loaded, pairing: Pairing, one: Occasion, occasion: uuid.UUID) -> GuidanceRecord:
    return GuidanceRecord(
        school_id=loaded.school.pk,
        occasion=occasion,
        student_id=pairing.student_id,
        by_id=pairing.mentor_id,
        pairing_id=pairing.pk,
        school_class_id=pairing.school_class_id,
        kind=one.kind,
        channel=one.channel,
        made=one.made,
        guidances=list(one.guidances),
        theme=one.theme,
        place=one.place,
        held_on=one.held_on,
        entered_at=timezone.make_aware(dt.datetime.combine(one.entered_on, EVENING)),
        minutes=one.minutes,
        private_text=one.note if len(one.students) == 1 else "",
    )


def _act(row: GuidanceRecord, one: Occasion) -> NewAct:
    return NewAct(
        occasion=row.occasion,
        source=SOURCE,
        source_id=row.pk,
        kind=row.kind,
        channel=row.channel,
        made=row.made,
        mentor_id=row.by_id,
        student_id=row.student_id,
        group_id=uuid.UUID(one.group) if one.group else None,
        held_on=row.held_on,
        entered_on=one.entered_on,
        minutes=row.minutes,
        theme=bool(row.theme),
    )
