from dataclasses import replace
from typing import Any

import pytest

from taoli.engine.facts import Finding
from taoli.engine.rehearsal import Stage
from taoli.engine.rehearsal.report import prove
from tests.engine.examples import CLAUSE, preset
from tests.engine.rehearsal.making import clause, made, outcome_of, stage_of, steps


def test_a_unit_split_between_mentors_fails() -> None:
    stage = stage_of(made(unit="study_group", steps=steps("assign")))
    first, second, *rest = stage.paired.pairings
    torn = replace(stage, paired=replace(stage.paired, pairings=(first, replace(second, mentor_id="x"), *rest)))
    same = replace(first, unit_id="u"), replace(second, unit_id="u", mentor_id="x")
    torn = replace(torn, paired=replace(torn.paired, pairings=(*same, *rest)))
    assert prove(torn, "unit").outcome == "failed"
    assert prove(stage, "other_units").outcome == "held"
    bare = replace(stage.roster, learners=tuple(replace(one, group_id="", room_id="") for one in stage.roster.learners))
    assert prove(replace(stage, roster=bare), "other_units").outcome == "not_applicable"


def test_a_student_without_a_mentor_fails_coverage() -> None:
    stage = stage_of(made())
    lost = replace(stage, paired=replace(stage.paired, pairings=stage.paired.pairings[1:]))
    assert prove(lost, "coverage").outcome == "failed"


def test_bounds_that_were_not_kept_without_a_word_are_open() -> None:
    capacity = {
        "mentor": {"min": 1, "max": 30, "clause": CLAUSE},
        "lead_mentor": {"min": 1, "max": 30, "clause": CLAUSE},
        "social_mentor": {"max": 3, "clause": CLAUSE},
    }
    stage = stage_of(made(capacity=capacity))
    assert prove(stage, "capacity.mentor").code == "within_bounds"
    assert prove(stage, "capacity.social_mentor").outcome == "not_applicable"
    tight = made(capacity={**capacity, "mentor": {"min": 1, "max": 2, "clause": CLAUSE}})
    assert prove(replace(stage, scheme=tight), "capacity.mentor").outcome == "not_yet"
    heads = replace(stage.roster, teachers=tuple(one for one in stage.roster.teachers if one.homeroom))
    assert prove(replace(stage, roster=heads), "capacity.mentor").outcome == "not_applicable"
    one_class = made(capacity=capacity, max_classes_per_mentor=1)
    wide = replace(stage, scheme=one_class)
    first, *rest = stage.paired.pairings
    far = next(one for one in rest if one.class_id != first.class_id)
    mixed = tuple(replace(one, mentor_id=first.mentor_id) if one is far else one for one in stage.paired.pairings)
    wide = replace(wide, paired=replace(stage.paired, pairings=mixed))
    assert prove(wide, "max_classes_per_mentor").outcome == "failed"


def test_a_mentor_who_may_not_fails_eligibility() -> None:
    stage = stage_of(made())
    strict = made(eligibility={"rule": "teaches_class", "clause": CLAUSE})
    nobody = tuple(replace(one, classes=frozenset()) for one in stage.roster.teachers)
    wrong = replace(stage, scheme=strict, roster=replace(stage.roster, teachers=nobody))
    assert prove(wrong, "eligibility").outcome == "failed"


@pytest.mark.parametrize("kind", ["fixed", "yearly", "long", "stop_allowed", "kept_and_reconfirmed_yearly"])
def test_whoever_leaves_is_succeeded(kind: str) -> None:
    continuity = {"kind": kind, "successor_takes_over": True, "clause": CLAUSE}
    stage = stage_of(made(continuity=continuity))
    assert prove(stage, "continuity").code == "successor_took_over"
    stopped = [one for one in stage.life.pairings if one.end_reason == "mentor_changed"]
    assert bool(stopped) == (kind == "stop_allowed")
    left = tuple(one for one in stage.life.pairings if not one.id.endswith("-2"))
    assert prove(with_life(stage, pairings=left), "continuity").outcome == "failed"
    quiet = tuple(replace(one, ends=None, end_reason=None) for one in left)
    assert prove(with_life(stage, pairings=quiet), "continuity").outcome == "not_yet"


def test_a_small_school_sees_no_change_of_mentor() -> None:
    continuity = {"kind": "yearly", "clause": CLAUSE}
    scheme = made(continuity=continuity)
    stage = stage_of(scheme)
    few = replace(stage.roster, teachers=stage.roster.teachers[:3])
    found = stage_of(scheme, roster=few)
    assert [one.code for one in found.life.events] == ["attention_marked"]
    assert prove(found, "continuity").code == "nothing_changed"


def with_life(stage: Stage, **values: Any) -> Stage:
    return replace(stage, life=replace(stage.life, **values))


def test_bodies_and_labels() -> None:
    bodies = [
        {"key": "lead", "label": "领导组", "kind": "leading_group", "members": ["principal"], "clause": CLAUSE},
        {"key": "team", "label": "团队", "kind": "class_team", "clause": CLAUSE},
    ]
    stage = stage_of(made(bodies=bodies, labels={"mentor": "导师", "social_mentor": "社会导师"}))
    assert prove(stage, "bodies.lead").code == "body_seated"
    assert prove(stage, "bodies.team").code == "body_named"
    assert prove(stage, "labels").params["used"] == 2
    assert prove(stage, "labels.mentor").outcome == "held"
    empty = replace(stage, roster=replace(stage.roster, people={}))
    assert prove(empty, "bodies.lead").outcome == "not_yet"
    assert prove(empty, "labels.social_mentor").outcome == "not_yet"


def test_a_shortage_that_was_said_is_no_failure() -> None:
    stage = stage_of(made(capacity={"mentor": {"min": 1, "max": 1, "clause": CLAUSE}}))
    crowded = replace(stage.paired, shortages=(Finding("could_not_keep", {"rule": "maximum"}),))
    first = stage.paired.pairings[0].mentor_id
    one_mentor = tuple(replace(one, mentor_id=first) for one in stage.paired.pairings)
    full = replace(stage, paired=replace(crowded, pairings=one_mentor))
    assert prove(full, "max_classes_per_mentor").outcome == "held"
    assert outcome_of(preset(), "capacity.lead_mentor")[0] in {"held", "not_yet"}
    assert clause("TG-01")["rule"] == "TG-01"
