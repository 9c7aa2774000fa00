"""One person's week under a scheme, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass

from taoli.engine.load.numbers import DAYS_A_WEEK, TERMS_A_YEAR, WEEKS_A_MONTH, Basis, Deal
from taoli.engine.scheme import Clause, Conference, Duty, Scheme, Training
from taoli.engine.scheme.vocabulary import Actor, ConferenceKind, Kind, Per, Subject

MINUTES_AN_HOUR = 60
# For whom a conference is held: once for each class, for each grade, or for the school.
EXTENT = {
    ConferenceKind.CLASS_WEEKLY: Subject.CLASS,
    ConferenceKind.DAILY_HUDDLE: Subject.CLASS,
    ConferenceKind.CLASS_MEETING: Subject.CLASS,
    ConferenceKind.PARENT_MEETING: Subject.CLASS,
    ConferenceKind.EDUCATION_GROUP: Subject.CLASS,
    ConferenceKind.GRADE_CONSULTATION: Subject.GRADE,
    ConferenceKind.MONTH_REVIEW: Subject.GRADE,
}


@dataclass(frozen=True, slots=True)
class LoadPart:
    """One duty, conference or training: `times` and `minutes` a week, of which `travel`. `kind` is `duty`,
    `conference` (sat in), `chair` or `training`; `recorded` False: expected but never written down, in no total;
    `only_some`: owed for marked students alone; `mentoring`: what a homeroom teacher does as a mentor.
    """

    kind: str
    key: str
    label: str
    clause: Clause
    times: float
    minutes: float
    travel: float = 0
    recorded: bool = True
    only_some: bool = False
    mentoring: bool = False


@dataclass(frozen=True, slots=True)
class Load:
    """Parts, heaviest first, and their sum a week; `unrecorded`: minutes of what is never written down. `open`: what
    cannot be counted before the cycle has a length; `as_needed`: conferences without a number.
    """

    minutes: float
    unrecorded: float
    parts: tuple[LoadPart, ...]
    open: tuple[str, ...]
    as_needed: tuple[str, ...] = ()


def load_of(scheme: Scheme, deal: Deal, role: Actor = Actor.MENTOR, basis: Basis | None = None) -> Load:
    """The week of one person of a role who answers for `deal`."""
    basis = basis or Basis()
    found, waiting = [], []
    for part, label in (*_duties(scheme, deal, role, basis), *_meetings(scheme, deal, role, basis)):
        if part is None:
            waiting.append(label)
        else:
            found.append(part)
    found += _trainings(scheme, role, basis)
    as_needed = tuple(
        one.label for one in scheme.conferences if one.per is None and role in {one.chair, *one.attended_by}
    )
    return summed(found, tuple(waiting), as_needed)


def summed(parts: list[LoadPart], waiting: tuple[str, ...], as_needed: tuple[str, ...] = ()) -> Load:
    """A load of these parts."""
    ordered = tuple(sorted(parts, key=lambda part: (not part.recorded, -part.minutes, part.key)))
    told = sum(part.minutes for part in ordered if part.recorded)
    untold = sum(part.minutes for part in ordered if not part.recorded)
    return Load(told, untold, ordered, waiting, as_needed)


def a_week(scheme: Scheme, per: Per, weeks: int) -> float | None:
    """How often `per` comes round in a week; None for a cycle whose length is open."""
    if per == Per.CYCLE:
        length = scheme.cycle.weeks if scheme.cycle else None
        return None if length is None else 1 / length
    return {
        Per.DAY: DAYS_A_WEEK,
        Per.WEEK: 1.0,
        Per.TWO_WEEKS: 0.5,
        Per.MONTH: 1 / WEEKS_A_MONTH,
        Per.TERM: 1 / weeks,
    }.get(per, 1 / (weeks * TERMS_A_YEAR))


def owed_to(duty: Duty, deal: Deal, basis: Basis) -> float:
    """To how many subjects one person owes a duty: only to as many as bear a mark where it is limited to them."""
    counts = {
        Subject.MENTEE: deal.students,
        Subject.FAMILY: deal.students,
        Subject.GROUP: deal.groups,
        Subject.CLASS: deal.classes,
        Subject.GRADE: deal.grades,
    }
    count = counts.get(duty.subject, 1)
    return min(count, deal.students * basis.share_of(duty.only_for)) if duty.only_for else count


def _duties(scheme: Scheme, deal: Deal, role: Actor, basis: Basis) -> Iterator[tuple[LoadPart | None, str]]:
    for duty in scheme.duties:
        if duty.who == role:
            rate = a_week(scheme, duty.per, basis.weeks)
            yield (None if rate is None else _duty(duty, rate, deal, basis)), duty.label


def _duty(duty: Duty, rate: float, deal: Deal, basis: Basis) -> LoadPart:
    times = duty.times * rate * owed_to(duty, deal, basis)
    work, way = basis.minutes.of_duty(duty)
    return LoadPart(
        "duty",
        duty.key,
        duty.label,
        duty.clause,
        times,
        times * (work + way),
        times * way,
        duty.recorded,
        bool(duty.only_for),
    )


def _meetings(scheme: Scheme, deal: Deal, role: Actor, basis: Basis) -> Iterator[tuple[LoadPart | None, str]]:
    for one in scheme.conferences:
        seats = seats_in(one, deal, role)
        if one.per is None or not seats:
            continue
        rate = a_week(scheme, one.per, basis.weeks)
        times = one.times * (rate or 0) * seats
        kind = "chair" if one.chair == role else "conference"
        part = LoadPart(kind, one.key, one.label, one.clause, times, times * basis.minutes.of_conference(one.kind))
        yield (None if rate is None else part), one.label


def seats_in(one: Conference, deal: Deal, role: Actor) -> float:
    """How many of these conferences one person of a role sits in each time: chairing shares them out among the
    role, sitting in means at least one; a mentor sits in one for every class or grade the mentees come from.
    """
    places = {Subject.CLASS: deal.classes, Subject.GRADE: deal.grades}
    held = places.get(EXTENT.get(one.kind, Subject.SCHOOL), 1)
    if one.chair == role:
        return 1 if role == Actor.MENTOR else held
    return max(1, held) if role in one.attended_by else 0


def _trainings(scheme: Scheme, role: Actor, basis: Basis) -> list[LoadPart]:
    return [
        _training(scheme, one, basis)
        for one in scheme.training
        if one.who == role and (one.times is not None or one.hours is not None)
    ]


def _training(scheme: Scheme, one: Training, basis: Basis) -> LoadPart:
    """Hours are the whole of a period's (a year's if none is named); else every time takes as long as a training."""
    rate = a_week(scheme, one.per or Per.YEAR, basis.weeks) or 0
    times = (one.times or 1) * rate
    minutes = times * basis.minutes.of(Kind.TRAINING) if one.hours is None else one.hours * MINUTES_AN_HOUR * rate
    return LoadPart("training", one.key, one.label, one.clause, times, minutes)
