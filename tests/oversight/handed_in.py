"""Summaries of invented schools in a bureau's fence, with numbers as a test wants them."""

import datetime as dt
import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

from taoli.common.models import Area, School
from taoli.engine.summary import FORMAT, INDICATORS, MEASURES, NEWEST, Level, MeasureKind, Summary
from taoli.oversight.models import Member, ReceivedSummary
from tests.world import START

MONDAY = dt.date(2026, 10, 12)
TERM = "2026-2027学年第一学期"
BEFORE = "2025-2026学年第二学期"
CHINA = dt.timezone(dt.timedelta(hours=8))
SIZES = (0, 4, 9, 12, 25, 40, 120)
NUMBERS = (0, 1, 2, 5, 9, 10, 11, 19, 20, 37)


def week_of(number: int) -> dt.date:
    """Return the Monday of a week, counted from the first."""
    return MONDAY + dt.timedelta(weeks=number)


def school_of(bureau: School, code: str, district: Area, stages: Sequence[str] = ("primary",)) -> Member:
    """Enter a school."""
    known = {"district": district, "stages": list(stages), "joined_on": START}
    return Member.objects.create(school=bureau, code=code, name=f"{code}学校", sort_key=code, **known)


def grade(number: int, counts: Mapping[str, int], stage: str = "primary") -> dict[str, Any]:
    """Return a grade's sums: what is not named is 0; of ten talks that were due seven are met."""
    zero = {one.key: 0 for one in MEASURES.values() if one.level is Level.GRADE and one.kind is not MeasureKind.CELLS}
    cells = {one.key: [7, 10] for one in MEASURES.values() if one.kind is MeasureKind.CELLS}
    return {"key": f"g{number}", "name": f"{number}年级", "stage": stage, "counts": zero | dict(counts), "cells": cells}


def hand_in(
    member: Member,
    week: int,
    grades: Sequence[Mapping[str, Any]],
    counts: Mapping[str, int] | None = None,
    indicators: Sequence[Mapping[str, Any]] = (),
) -> Summary:
    """Put a school's summary of a week into the bureau's fence, as if it had been checked."""
    zero = {one.key: 0 for one in MEASURES.values() if one.level is Level.SCHOOL}
    document = {
        "format": FORMAT,
        "version": NEWEST,
        "school": member.code,
        "name": member.name,
        "week": week_of(week).isoformat(),
        "seq": week + 1,
        "previous": "",
        "made_at": dt.datetime.combine(week_of(week + 1), dt.time(7), CHINA).isoformat(),
        "term": TERM,
        "term_week": week + 6,
        "scheme": "",
        "base_version": 0,
        "counts": zero | dict(counts or {}),
        "grades": list(grades),
        "indicators": list(indicators),
    }
    made = Summary.model_validate_json(json.dumps(document))
    known = {"week": made.week, "seq": made.seq, "sha256": "0" * 64, "received_at": made.made_at}
    ReceivedSummary.objects.create(
        school_id=member.school_id, member=member, document=made.model_dump(mode="json"), **known
    )
    return made


def asked(yes: int, answers: int, of: int, key: str = "parents_useful") -> dict[str, Any]:
    """Return an indicator's sums."""
    assert key in INDICATORS
    return {"key": key, "source": "guardian", "term": BEFORE, "yes": yes, "answers": answers, "asked": of}


def random_weeks(bureau: School, districts: Sequence[Area], weeks: int, seed: int) -> None:
    """Let twelve schools hand in so many weeks, with small numbers everywhere; some weeks are missing."""
    chance = random.Random(seed)  # noqa: S311
    for place in range(12):
        mixed = place % 4 == 3
        member = school_of(bureau, f"s{place:02}", districts[place % len(districts)])
        stages = [("primary", "junior")[mixed and one % 2] for one in range(chance.randint(1, 4))]
        sizes = [chance.choice(SIZES) for _one in stages]
        for week in range(weeks):
            if week and chance.random() < 0.2:
                continue
            grades = [
                grade(number + 1, {"students": size} | _people(chance, size), stage)
                for number, (size, stage) in enumerate(zip(sizes, stages, strict=True))
            ]
            counts = {"mentors": 12, "mentors_without": chance.choice((0, 1, 3)), "packages_sent": 24}
            answers = chance.randint(9, 40)
            said = [asked(chance.randint(0, answers), answers, 60)]
            hand_in(member, week, grades, counts | {"receipts_lacking": chance.choice((0, 2, 12))}, said)


def _people(chance: random.Random, size: int) -> dict[str, int]:
    keys = [one.key for one in MEASURES.values() if one.kind is MeasureKind.PEOPLE and one.level is Level.GRADE]
    return {key: min(chance.choice(NUMBERS), size) for key in keys if key != "students"}
