"""How many minutes a week a scheme asks of one mentor: the figure a school should see before it adopts."""

from dataclasses import dataclass

from taoli.engine.scheme import Conference, Duty, Scheme
from taoli.engine.scheme.vocabulary import Actor, Kind, Per, Subject

# Our own working assumptions, used where the scheme names no minutes; travel is part of a visit, the record of all.
MINUTES = {
    Kind.HOME_VISIT: 90,
    Kind.GROUP_ACTIVITY: 40,
    Kind.GROUP_TALK: 40,
    Kind.PARENT_MEETING: 60,
    Kind.CONFERENCE: 40,
    Kind.LECTURE: 90,
    Kind.TRAINING: 90,
    Kind.PRACTICE: 90,
    Kind.PLAN: 60,
    Kind.CASE_ANALYSIS: 40,
    Kind.TALK: 20,
    Kind.TERM_EVALUATION: 20,
    Kind.SUMMARY: 40,
    Kind.FAMILY_CONTACT: 10,
    Kind.GREETING: 1,
}
OTHER_MINUTES = 10
CONFERENCE_MINUTES = 40
TERM_WEEKS = 20
TERMS_A_YEAR = 2
DAYS_A_WEEK = 5
WEEKS_A_MONTH = 4.35


@dataclass(frozen=True, slots=True)
class LoadPart:
    """One duty or conference: how often a week and how many minutes a week; `kind` is `duty` or `conference`."""

    kind: str
    key: str
    label: str
    times: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Load:
    """Minutes a week and the parts they are made of, heaviest first; `open`: duties per cycle not yet
    countable.
    """

    minutes: float
    parts: tuple[LoadPart, ...]
    open: tuple[str, ...]


def load_of(scheme: Scheme, students: int, classes: int, groups: int = 1, term_weeks: int = TERM_WEEKS) -> Load:
    """The weekly load of a mentor with so many students from so many classes in so many groups. Duties
    limited to some students and those not recorded are left out; every class is a class conference to sit in.
    """
    counts = {Subject.MENTEE: students, Subject.FAMILY: students, Subject.GROUP: groups, Subject.CLASS: classes}
    parts, waiting = [], []
    for duty in scheme.duties:
        if duty.who == Actor.MENTOR and duty.recorded and not duty.only_for:
            rate = _a_week(scheme, duty.per, term_weeks)
            if rate is None:
                waiting.append(duty.key)
                continue
            times = duty.times * rate * counts.get(duty.subject, 1)
            parts.append(LoadPart("duty", duty.key, duty.label, times, times * _minutes(duty)))
    for conference in scheme.conferences:
        rate = _a_week(scheme, conference.per, term_weeks) if conference.per else None
        if Actor.MENTOR in conference.attended_by and rate is not None:
            parts.append(_conference(conference, rate, classes))
    parts.sort(key=lambda part: (-part.minutes, part.key))
    return Load(sum(part.minutes for part in parts), tuple(parts), tuple(waiting))


def _conference(conference: Conference, rate: float, classes: int) -> LoadPart:
    times = conference.times * rate * (classes if conference.kind == "class_weekly" else 1)
    minutes = times * CONFERENCE_MINUTES
    return LoadPart("conference", conference.key, conference.label, times, minutes)


def _minutes(duty: Duty) -> float:
    """The lightest kind that fulfils the duty decides: nobody owes more than that."""
    return duty.min_minutes or min(MINUTES.get(kind, OTHER_MINUTES) for kind in duty.kinds)


def _a_week(scheme: Scheme, per: Per, term_weeks: int) -> float | None:
    if per == Per.CYCLE:
        weeks = scheme.cycle.weeks if scheme.cycle else None
        return None if weeks is None else 1 / weeks
    return {
        Per.DAY: DAYS_A_WEEK,
        Per.WEEK: 1.0,
        Per.TWO_WEEKS: 0.5,
        Per.MONTH: 1 / WEEKS_A_MONTH,
        Per.TERM: 1 / term_weeks,
    }.get(per, 1 / (term_weeks * TERMS_A_YEAR))
