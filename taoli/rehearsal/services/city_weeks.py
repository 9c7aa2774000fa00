"""The weekly summaries of an invented school: a seeded model of its year, as true documents of sums.

Students get their mentors in the first weeks of the term, deeds add up from then on, visits over the school year;
packages of those who finish go out in July, and the receipts come back one after the other. A survey is closed in
the middle of the autumn, as the demo's own schools close theirs, and one at the end of the school year.
"""

import datetime as dt
import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from taoli.engine.summary import (
    FORMAT,
    MEASURES,
    NEWEST,
    GradeSums,
    IndicatorSums,
    Level,
    MeasureKind,
    Summary,
    canonical,
)
from taoli.evaluation.models import SurveyBatch
from taoli.rehearsal.services.city_schools import STAGES, Place
from taoli.rehearsal.services.city_schools import Level as Grade

SCHEME = "芳洲市全员育人导师制工作方案"
LAST_YEAR, THIS_YEAR = 2025, 2026
TERM_STARTS = {LAST_YEAR: dt.date(2025, 9, 1), THIS_YEAR: dt.date(2026, 8, 31)}
SUMMER_STARTS, SUMMER_WEEKS = dt.date(2026, 7, 6), 8
TERM_WEEKS = 12
WHOLE_TERM = 20
CHINA = dt.timezone(dt.timedelta(hours=8))
# How many a student (a mentor, where the school counts) brings in a week of the term; other deeds go by OTHER.
PACE = {
    "talks": 0.27,
    "contacts": 0.12,
    "group_activities": 0.05,
    "class_conferences": 0.012,
    "consultations": 0.004,
    "principal_meetings": 0.01,
    "parent_lectures": 0.008,
    "mentor_lectures": 0.02,
    "trainings": 0.006,
    "training_hours": 0.5,
}
OTHER = 0.02
NEWCOMERS = 0.2
# The share of a grade whom it concerns by the end of the autumn, and of those at the end of the school year.
FAMILIES = {"home": 0.34, "school": 0.16, "elsewhere": 0.04, "video": 0.06, "declined": 0.03}
CASES = {"cases_open": 0.035, "cases_reviewed": 0.02, "cases_closed": 0.03}
DUE = {"met_talk": 0.5, "met_contact": 0.25, "met_visit": 0.06, "met_group": 0.12}
Source = SurveyBatch.Source
INDICATORS = (
    ("knows_mentor", Source.STUDENT, 0.93),
    ("useful", Source.STUDENT, 0.86),
    ("knows_mentor", Source.GUARDIAN, 0.9),
    ("parents_necessary", Source.GUARDIAN, 0.9),
    ("parents_useful", Source.GUARDIAN, 0.82),
    ("teachers_willing", Source.SELF, 0.71),
    ("teachers_necessary", Source.SELF, 0.78),
)


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the model: which school year, which week of the term (0: the summer after it)."""

    monday: dt.date
    year: int
    number: int

    @property
    def taught(self) -> int:
        """How many weeks have been taught since the term began."""
        return self.number or WHOLE_TERM

    @property
    def share(self) -> float:
        """How much of what a year brings has come."""
        return self.number / WHOLE_TERM if self.number else 2.0

    @property
    def term(self) -> str:
        """The name of the term."""
        half = "第一学期" if self.number else "第二学期"
        return f"{self.year}-{self.year + 1}学年{half}"


def weeks() -> list[Week]:
    """Return the weeks of which the city tells: an autumn, the summer after it, and this autumn."""
    autumns = [
        Week(start + dt.timedelta(weeks=number), year, number + 1)
        for year, start in TERM_STARTS.items()
        for number in range(TERM_WEEKS)
    ]
    summer = [Week(SUMMER_STARTS + dt.timedelta(weeks=one), LAST_YEAR, 0) for one in range(SUMMER_WEEKS)]
    return sorted((*autumns, *summer), key=lambda one: one.monday)


def summaries(place: Place, until: dt.date | None = None) -> Iterator[Summary]:
    """Yield the school's summaries, each with the hash of the one before; `until`: the day it left."""
    previous = ""
    told = [one for one in weeks() if one.monday not in place.story.missing and (not until or one.monday < until)]
    for seq, week in enumerate(told, start=1):
        made = _summary(place, week, seq, previous)
        previous = hashlib.sha256(canonical(made)).hexdigest()
        yield made


def _summary(place: Place, week: Week, seq: int, previous: str) -> Summary:
    grades = tuple(_grade(place, level, week) for level in place.levels)
    made_at = dt.datetime.combine(week.monday + dt.timedelta(weeks=1), dt.time(7, 30), CHINA)
    return Summary(
        format=FORMAT,
        version=NEWEST,
        school=place.code,
        name=place.name,
        week=week.monday,
        seq=seq,
        previous=previous,
        made_at=made_at,
        term=week.term,
        term_week=week.number,
        scheme=SCHEME,
        base_version=0,
        counts=_school(place, week),
        grades=grades,
        indicators=_indicators(place, week),
    )


def _grade(place: Place, level: Grade, week: Week) -> GradeSums:
    luck = _luck(place.code, level.name, week.year)
    students = level.students + luck.randint(0, 2)
    counts = {"students": students, "without_mentor": _without(place, students, week, luck)}
    counts |= {
        f"families_{how}": _part(students, share * week.share * place.story.pace, luck)
        for how, share in FAMILIES.items()
    }
    counts |= {key: _part(students, share, luck) for key, share in CASES.items()}
    counts["cases_reviewed"] = min(counts["cases_reviewed"], counts["cases_open"])
    counts["cases_closed"] = round(counts["cases_closed"] * week.share)
    keys = _keys(Level.GRADE, MeasureKind.DEEDS)
    counts |= {key: _deeds(key, students, week, place, luck) for key in keys}
    counts |= {key: 0 for key in _keys(Level.GRADE, MeasureKind.PEOPLE) if key not in counts}
    return GradeSums(
        key=f"{level.stage}-{STAGES[level.stage].index(level.name) + 1}",
        name=level.name,
        stage=level.stage,
        campus=level.campus,
        counts=counts,
        cells={key: _cells(key, students, week, place, luck) for key in _keys(Level.GRADE, MeasureKind.CELLS)},
    )


def _school(place: Place, week: Week) -> dict[str, int]:
    luck = _luck(place.code, "school", week.year)
    mentors = place.mentors + luck.randint(0, 2)
    leaving = sum(level.students for level in _finishing(place)) if week.year == LAST_YEAR and not week.number else 0
    counts = {
        "mentors": mentors,
        "mentors_without": 0 if week.number != 1 else _part(mentors, 0.2, luck),
        "mentors_trained": _part(mentors, min(0.95, 0.25 + week.share), luck),
        "packages_sent": leaving,
        "receipts_lacking": _lacking(place, leaving, week),
    }
    counts |= {key: _deeds(key, mentors, week, place, luck) for key in _keys(Level.SCHOOL, MeasureKind.DEEDS)}
    return counts | {key: 0 for key in _keys(Level.SCHOOL, MeasureKind.PEOPLE) if key not in counts}


def _without(place: Place, students: int, week: Week, luck: Random) -> int:
    """How many have no mentor yet: all who wait for the round to close, later now and then a newcomer."""
    this, last = place.story.paired_by
    by = this if week.year == THIS_YEAR else last
    newcomer = luck.random() < NEWCOMERS
    if not week.number:
        return 0
    if week.number >= by:
        return int(newcomer and week.number % 4 == 0)
    return round(students * (0.55 if by > TERM_WEEKS // 2 else 0.9) * (1 - week.number / by))


def _lacking(place: Place, leaving: int, week: Week) -> int:
    """How many receipts have not come: all in July, then fewer; by the end of August what the story says."""
    if not leaving:
        return 0
    gone = (week.monday - SUMMER_STARTS).days / 7 / (SUMMER_WEEKS - 1)
    return round(leaving * max(place.story.receipts, 1 - gone))


def _finishing(place: Place) -> list[Grade]:
    """Return the last grade of each stage: those who go on to another school."""
    last = {level.stage: level for level in place.levels}
    return [level for stage, level in last.items() if stage in {"primary", "junior"}]


def _deeds(key: str, base: int, week: Week, place: Place, luck: Random) -> int:
    each = PACE.get(key, OTHER) * luck.uniform(0.85, 1.15)
    by = place.story.paired_by[week.year == LAST_YEAR]
    begun = max(0.0, week.taught - min(by, 3) / 2)
    return int(base * each * place.story.pace * begun)


def _cells(key: str, students: int, week: Week, place: Place, luck: Random) -> tuple[int, int]:
    due = int(students * DUE.get(key, OTHER) * week.taught / 2)
    held = min(0.99, 0.55 + 0.3 * place.story.pace + luck.uniform(0, 0.1) + 0.004 * week.taught)
    return int(due * held), due


def _indicators(place: Place, week: Week) -> tuple[IndicatorSums, ...]:
    """The survey closed in the school year: none before the last week of the model's autumn, in summer the second."""
    if week.number and week.number < TERM_WEEKS:
        return ()
    luck = _luck(place.code, "survey", week.term)
    students = sum(level.students for level in place.levels)
    found = []
    for key, source, share in INDICATORS:
        asked = place.mentors if source == Source.SELF else students
        answers = int(asked * luck.uniform(0.7, 0.95))
        yes = min(answers, round(answers * (share + luck.uniform(-0.08, 0.06))))
        sums = {"yes": yes, "answers": answers, "asked": asked}
        found.append(IndicatorSums(key=key, source=source.value, term=week.term, **sums))
    return tuple(found)


def _keys(level: Level, kind: MeasureKind) -> list[str]:
    return [one.key for one in MEASURES.values() if one.level == level and one.kind == kind]


def _part(whole: int, share: float, luck: Random) -> int:
    """Return about such a share of people, never more than all; the same luck each week, so that sums only grow."""
    return min(whole, int(whole * min(share * luck.uniform(0.7, 1.3), 1.0) + 0.5))


def _luck(*seed: object) -> Random:
    return Random(zlib.crc32("/".join(map(str, seed)).encode()))
