"""Surveys that nobody can trace: `python bench/survey_attack.py [--pairs N --ballots N]`.

Differences of told cells that tell of fewer than five people, over random schools and pairs, beside a table that
only leaves out small cells; and the seconds of closing a survey, the whole and the transaction alone, in a database of
its own. Bars: no difference tells of anybody, the transaction takes at most 2 s for 6,000 ballots. The linkage attack
over nights of dumps is `tests/evaluation/test_untraceable.py`.
"""

import argparse
import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
BAR, SEED, MENTORS = 2.0, 8, 250


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--ballots", type=int, default=6_000)
    options = parser.parse_args()

    from tests.engine.survey.test_differencing import exact, leaks, unsuppressed

    found = leaks(SEED, exact, options.pairs)
    print(f"differences: {found} of {options.pairs} tell of fewer than five people")
    plain = leaks(SEED, unsuppressed, options.pairs)
    print(f"beside it a table that only leaves out small cells: {plain} of {options.pairs}")
    with tempfile.TemporaryDirectory() as folder:
        whole, inside = closed(folder, options.ballots)
    print(f"closing {options.ballots} ballots: {whole:.2f} s, of it {inside:.2f} s in the transaction (bar {BAR} s)")
    return 0 if not found and inside <= BAR else 1


def closed(folder: str, ballots: int) -> tuple[float, float]:
    """Return the seconds of closing a survey of so many ballots, and of its transaction."""
    os.environ |= {
        "TAOLI_DATA": folder,
        "TAOLI_DEMO": "1",
        "TAOLI_DEMO_CLOCK": "2026-11-23T10:05",
        "TAOLI_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "taoli.config.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from taoli.common.policy import system
    from taoli.evaluation.services import closing

    survey = opened_survey(ballots)
    spent: list[float] = []

    @contextlib.contextmanager
    def timed(**values: Any) -> Iterator[Any]:
        began = time.perf_counter()
        with change(**values) as note:
            yield note
        spent.append(time.perf_counter() - began)

    change, closing.change = closing.change, timed  # type: ignore[attr-defined]
    began = time.perf_counter()
    closing.close_survey(by=system(survey.school_id), survey_id=survey.pk)
    return time.perf_counter() - began, spent[0]


def opened_survey(ballots: int) -> Any:
    """Return an open survey with so many ballots and rights to answer on 250 mentors of six grades."""
    import uuid

    from taoli.common import clock
    from taoli.common.models import School
    from taoli.evaluation.models import Ballot, BallotToken, Questionnaire, Survey
    from taoli.evaluation.services.urn import ballot, new_key
    from taoli.roster.models import Staff, Term

    chance = Random(SEED)  # noqa: S311
    school = School.objects.create(code="bench", name="bench")
    today = clock.today()
    term = Term.objects.create(school=school, name="term", starts=today, ends=today)
    numbers = range(MENTORS)
    staff = [Staff(school=school, number=f"{number:03}", name=f"{number}", sort_key=f"{number}") for number in numbers]
    Staff.objects.bulk_create(staff)
    grades = [str(uuid.uuid4()) for _grade in range(6)]
    questions = [{"key": f"q{n}", "kind": "scale", "text": "?", "scored": n == 0} for n in range(5)]
    questions.append({"key": "words", "kind": "text", "text": "?", "required": False})
    sheet = Questionnaire.objects.create(
        school=school, title="?", source="student", questions=questions, created_at=clock.now()
    )
    common = {"school": school, "term": term, "questionnaire": sheet, "questions": questions, "source": "student"}
    survey = Survey(**common, title="?", state="open", opens_on=today, closes_on=today)
    new_key(survey)
    survey.save(force_insert=True)
    rows = []
    for number in range(ballots):
        answers: dict[str, Any] = {f"q{n}": chance.randint(1, 5) for n in range(5)}
        if chance.random() < 0.2:
            answers["words"] = "一句话"
        content = {
            "mentor": str(staff[number % MENTORS].pk),
            "grade": grades[number % MENTORS % 6],
            "answers": answers,
        }
        rows.append(ballot(survey, content))
    Ballot.objects.bulk_create(rows, batch_size=500)
    tokens = (
        BallotToken(school=school, survey=survey, holder_kind="student", holder_id=uuid.uuid4(), spent=True)
        for _token in range(ballots)
    )
    BallotToken.objects.bulk_create(tokens, batch_size=500)
    return survey


if __name__ == "__main__":
    sys.exit(main())
