"""Whole terms of the presets that ship: three always, all nineteen in tests/soak."""

from functools import cache

import pytest

from taoli.engine.rehearsal import AUTUMN, Asked, Rehearsal, rehearse, sample_year, synthetic
from taoli.engine.scheme import load_preset, rule_uses
from tests.engine.examples import PRESETS

ALWAYS = [key for key in ("taigu-no2-2012", "weifang-2011", "trial-4-8") if (PRESETS / key).is_dir()]


@cache
def rehearsed(key: str, students: int = 360) -> Rehearsal:
    scheme = load_preset(PRESETS / key)
    return rehearse(scheme, synthetic(scheme, students, 1), Asked(sample_year(), AUTUMN))


@pytest.mark.parametrize("key", ALWAYS)
def test_a_term_of_the_preset_shows_its_rules(key: str) -> None:
    found = rehearsed(key)
    uses = rule_uses(load_preset(PRESETS / key))
    outcomes = found.outcomes()
    assert [rule.use.rule for rule in found.rules] == list(uses)
    assert "failed" not in outcomes
    claimed = sum(use.kind in {"data", "feature"} for use in uses.values())
    assert outcomes["held"] + outcomes.get("not_applicable", 0) >= claimed
    assert not found.shortages


@pytest.mark.parametrize("key", ALWAYS)
def test_every_recorded_duty_is_met_and_missed(key: str) -> None:
    scheme = load_preset(PRESETS / key)
    found = rehearsed(key)
    for duty in scheme.duties:
        seen = found.duties[duty.key]
        missing = seen["unmet"] + seen["open"]  # what is owed for the year is still open after one term
        assert (seen["met"] > 0 and missing > 0) == duty.recorded, duty.key


def test_the_same_seed_tells_the_same_story_and_another_one_another() -> None:
    scheme = load_preset(PRESETS / "taigu-no2-2012")
    first, second, other = (
        rehearse(scheme, synthetic(scheme, 60, seed), Asked(sample_year(), AUTUMN, seed)) for seed in (1, 1, 2)
    )
    assert first == second
    assert other.counts != first.counts


def test_every_profile_lives_and_weeks_follow_each_other() -> None:
    found = rehearsed("taigu-no2-2012")
    assert all(found.counts[f"profile_{name}"] for name in ("keen", "average", "overloaded", "absent", "gamer"))
    assert [week.number for week in found.weeks] == sorted({week.number for week in found.weeks})
    by_year = sum(found.duties["work_plan"].values())
    assert sum(week.due + week.exempt for week in found.weeks) == found.counts["cells"] - by_year
    assert found.counts["attempts"]
    assert found.counts["together"]
    assert found.counts["late"]
