"""The rehearsed term seen from the bureau."""

from dataclasses import replace

import pytest

from taoli.engine.rehearsal import AUTUMN, Asked, Stage, sample_year, staged, synthetic
from taoli.engine.rehearsal.area import area_used, checked, drawn, recognised, summed, willing
from taoli.engine.scheme import load_preset
from taoli.engine.summary import impossible
from tools.presets import PRESETS


@pytest.fixture(scope="module")
def stage() -> Stage:
    scheme = load_preset(PRESETS / "zhenjiang-2025")
    return staged(scheme, synthetic(scheme, 120, 1), Asked(sample_year(), AUTUMN, 1))


def test_the_summary_of_the_term_is_taken_in_and_says_what_was_lived(stage: Stage) -> None:
    summary = checked(stage, summed(stage), 1)
    grades = [one.counts for one in summary.grades]
    assert sum(one["students"] for one in grades) == len(stage.roster.learners)
    visited = {who for act in stage.life.acts if act.kind == "home_visit" and act.made for who in act.student_ids}
    assert sum(one.get("families_home", 0) for one in grades) == len(visited)
    assert list(impossible(summary)) == []


def test_a_summary_with_somebodys_id_or_of_a_week_to_come_is_refused(stage: Stage) -> None:
    summary = summed(stage)
    first = stage.roster.learners[0].id
    with pytest.raises(ValueError, match="an id"):
        checked(stage, summary.model_copy(update={"scheme": first}), 1)
    with pytest.raises(ValueError, match="future"):
        checked(stage, summary.model_copy(update={"week": summary.week.replace(year=2090, month=1, day=2)}), 1)


def test_each_page_says_how_much_went_through_it(stage: Stage) -> None:
    used = area_used(stage, 1)
    assert all(used.values()), used
    assert used["oversight:draw_list"] == len(set(drawn(stage, "1"))) == 10
    assert drawn(stage, "1") != drawn(stage, "2")


def test_stars_are_some_of_the_mentors_and_none_without_training(stage: Stage) -> None:
    stars = recognised(stage, "1")
    assert 0 < len(stars) < len(stage.scoring.mentors)
    without = replace(stage, life=replace(stage.life, trainings={}))
    assert recognised(without, "1") == frozenset()


def test_intervals_hold_the_share_of_the_invented_answers(stage: Stage) -> None:
    told = [one for (source, _m), some in stage.scoring.survey.items() if source == "guardians" for one in some]
    low, high = willing(stage)["guardians"]
    assert low < sum(one >= 4 for one in told) / len(told) < high
