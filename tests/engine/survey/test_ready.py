from pathlib import Path
from typing import Any

import pytest

from taoli.engine.scheme import Scheme, dump, load_preset, parse_scheme
from taoli.engine.scheme.vocabulary import Survey
from taoli.engine.survey import QuestionKind, ReadySet, ready_sets
from tests.engine.examples import appraisal_with

PRESETS = Path(__file__).parents[3] / "presets"
KEYS = sorted(one.parent.name for one in PRESETS.glob("*/scheme.yaml"))


def preset(key: str) -> Scheme:
    return load_preset(PRESETS / key)


def by_source(scheme: Scheme) -> dict[Survey, ReadySet]:
    return {one.source: one for one in ready_sets(scheme) if one.about_mentor}


@pytest.mark.parametrize("key", KEYS)
def test_every_preset_has_ready_questionnaires_that_can_be_answered(key: str) -> None:
    sets = ready_sets(preset(key))
    assert len({one.key for one in sets}) == len(sets)
    for one in sets:
        keys = [question.key for question in one.questions]
        assert len(set(keys)) == len(keys) <= 30
        scored = [question for question in one.questions if question.scored]
        assert len(scored) == one.about_mentor
        assert all(question.required for question in scored)
    assert {"region_guardians", "region_mentors"} <= {one.key for one in sets}


@pytest.mark.parametrize("key", KEYS)
def test_students_and_families_are_asked_about_each_guidance_in_the_schemes_words(key: str) -> None:
    scheme = preset(key)
    if key == "trial-4-8":  # asks about its dimensions instead
        return
    for source, found in by_source(scheme).items():
        texts = [one.text for one in found.questions if one.key.startswith("g_")]
        wanted = scheme.guidances if source in {Survey.STUDENTS, Survey.GUARDIANS} else ()
        assert len(texts) == len(wanted)
        assert all(one.label in text for one, text in zip(wanted, texts, strict=True))


def test_a_scheme_without_an_appraisal_asks_students_and_families() -> None:
    assert list(by_source(preset("four-guidances"))) == [Survey.STUDENTS, Survey.GUARDIANS]


def test_the_primary_school_asks_its_four_sources() -> None:
    four = [Survey.STUDENTS, Survey.GUARDIANS, Survey.PEERS, Survey.LEADERS]
    assert list(by_source(preset("primary-352"))) == four


def test_the_trial_asks_its_four_assessors_about_its_five_dimensions() -> None:
    found = by_source(preset("trial-4-8"))
    assert list(found) == [Survey.STUDENTS, Survey.GUARDIANS, Survey.LEAD_MENTOR, Survey.MORAL_OFFICE]
    for source, one in found.items():
        scales = [question for question in one.questions if question.kind is QuestionKind.SCALE]
        assert [question.key for question in scales] == ["overall", "attitude", "approach", "effect", "study"]
        scored = next(question.key for question in scales if question.scored)
        assert scored == ("overall" if source in {Survey.STUDENTS, Survey.GUARDIANS} else "attitude")


@pytest.mark.parametrize(("most", "steps"), [(5, 5), (10, 10), (100, 10), (1, 2)])
def test_the_scale_is_the_one_that_the_method_uses(most: float, steps: int) -> None:
    methods: list[dict[str, Any]] = [
        {"method": "survey_mean", "source": "students", "max_answer": most},
        {"method": "thirds", "source": "guardians", "top": 10, "middle": 7, "bottom": 5, "scope": "grade"},
        {"method": "assessor", "who": "moral_office"},
    ]
    scheme = parse_scheme({**dump(preset("taigu-no2-2012")), "appraisal": appraisal_with(*methods)})
    scales = {source: one.questions[0].most for source, one in by_source(scheme).items()}
    assert scales == {Survey.STUDENTS: steps, Survey.GUARDIANS: 5}


def test_the_regional_questions_say_what_counts_as_a_yes() -> None:
    regional = [one for one in ready_sets(preset("zhenjiang-2025")) if not one.about_mentor]
    found = {question.indicator: question.good for one in regional for question in one.questions}
    assert found == {
        "knows_mentor": (0, 1),
        "parents_necessary": (0,),
        "parents_useful": (0, 1),
        "teachers_willing": (0, 1),
        "teachers_necessary": (0,),
    }
