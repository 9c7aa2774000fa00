"""Each condition of a duty by a record that must not count."""

from dataclasses import replace

import pytest

from taoli.engine.rehearsal.proofs.duties import duty_proof
from taoli.engine.rehearsal.values import amended
from tests.engine.examples import CLAUSE
from tests.engine.rehearsal.making import made, outcome_of, proof_of, stage_of


@pytest.mark.parametrize(
    "duty",
    [
        {"channels": ["phone", "video"]},
        {"min_minutes": 30},
        {"one_to_one": True},
        {"planned_before": True},
        {"aim": 2, "per": "week"},
        {"fulfilled_by": "any_mentor"},
        {"fulfilled_by": "substitute", "per": "week"},
        {"before_week": 4, "per": "term"},
        {"subject": "family", "kinds": ["home_visit"], "per": "term", "vacation_counts": "term_before"},
        {"subject": "family", "kinds": ["home_visit"], "per": "term", "vacation_counts": "term_after"},
        {"protected_slot": True, "per": "week"},
        {"who": "student", "kinds": ["student_report"], "per": "two_weeks"},
        {"subject": "self", "kinds": ["plan"], "per": "month"},
        {"subject": "class", "kinds": ["conference"], "per": "month"},
        {"subject": "grade", "kinds": ["conference"], "per": "month"},
    ],
    ids=str,
)
def test_a_condition_is_seen_to_hold(duty: dict[str, object]) -> None:
    found = proof_of(made(duty), "duties.talk", students=60)
    assert (found.outcome, found.code) == ("held", "met_and_missed"), found
    assert int(found.params["conditions"] or 0) >= 2


def test_a_condition_may_be_asked_for_by_name() -> None:
    scheme = made({"channels": ["phone"], "per": "week"})
    assert outcome_of(scheme, "duties.talk.channels") == ("held", "spoiled_record")
    assert outcome_of(scheme, "duties.talk.kinds") == ("held", "spoiled_record")
    assert outcome_of(scheme, "duties.talk.recorded") == ("held", "every_count_opens")
    assert outcome_of(scheme, "duties.talk.one_to_one") == ("held", "together_counts")
    assert outcome_of(scheme, "duties.talk.fulfilled_by") == ("held", "by_whom")
    assert outcome_of(scheme, "duties.talk.times") == ("held", "met_and_missed")
    every = made({"channels": list(CHANNELS)})
    assert outcome_of(every, "duties.talk.channels") == ("held", "every_channel")
    report = made({"who": "student", "kinds": ["student_report"]})
    assert outcome_of(report, "duties.talk.fulfilled_by") == ("not_applicable", "own_record_only")


CHANNELS = [
    "face_to_face",
    "phone",
    "video",
    "message",
    "email",
    "letter",
    "weekly_journal",
    "diary",
    "in_home",
    "at_school",
    "third_place",
    "workplace",
    "paper",
]


def test_what_is_limited_to_some_is_owed_for_them_only() -> None:
    scheme = made({"only_for": ["attention"], "per": "day"})
    found = proof_of(scheme, "duties.talk", students=90)
    assert found.outcome == "held"
    assert proof_of(scheme, "duties.talk.only_for", students=90).params["astray"] == 0
    stage = stage_of(scheme, 90)
    nobody = replace(stage, life=replace(stage.life, marks=()))
    assert duty_proof(nobody, ["talk", "only_for"]).outcome == "failed"


def test_a_duty_that_nobody_logs_has_no_cells() -> None:
    assert outcome_of(made({"recorded": False}), "duties.talk") == ("held", "never_logged")


def test_a_duty_that_nobody_owes_does_not_apply_or_cannot_be_shown() -> None:
    never = made({"who": "leader", "subject": "school", "kinds": ["lecture"]})
    assert outcome_of(never, "duties.talk") == ("not_yet", "nobody_owes_it")
    stage = stage_of(made({}))
    spared = replace(stage, cells=tuple(amended(cell, state="exempt") for cell in stage.cells))
    assert duty_proof(spared, ["talk"]).outcome == "not_applicable"


def test_what_is_always_or_never_done_cannot_be_shown_yet() -> None:
    stage = stage_of(made({"channels": ["phone"], "aim": 2, "vacation_counts": "term_before", "per": "term"}))
    idle = replace(stage, cells=tuple(amended(cell, state="overdue", act_ids=(), done=0) for cell in stage.cells))
    assert (duty_proof(idle, ["talk"]).outcome, duty_proof(idle, ["talk"]).code) == ("not_yet", "never_met")
    codes = [duty_proof(idle, ["talk", name]).outcome for name in ("channels", "recorded", "protected_slot", "aim")]
    assert codes == ["not_yet"] * 4
    assert duty_proof(idle, ["talk", "vacation_counts"]).code == "never_met"
    busy = replace(stage, cells=tuple(amended(cell, state="met") for cell in stage.cells))
    assert duty_proof(busy, ["talk"]).code == "never_missed"
    assert duty_proof(idle, ["talk", "one_to_one"]).outcome == "not_yet"
    assert duty_proof(idle, ["talk", "fulfilled_by"]).outcome == "not_applicable"


def test_a_record_that_counts_although_it_must_not_fails_the_rule() -> None:
    """Planted: a stage whose scheme asks for thirty minutes, with a report that reads a scheme that asks for none."""
    stage = stage_of(made({"min_minutes": 30}))
    loose = replace(stage, scheme=made({"min_minutes": None}))
    assert duty_proof(loose, ["talk", "min_minutes"]).outcome == "failed"
    found = duty_proof(replace(stage, scheme=made({"min_minutes": 240})), ["talk"])
    assert (found.outcome, found.params["condition"]) == ("failed", "attempts")


def test_other_broken_rules_are_told() -> None:
    stage = stage_of(made({"before_week": 2, "per": "term", "aim": 3}))
    late = replace(stage, cells=tuple(amended(cell, due=stage.term.ends, needed=9) for cell in stage.cells))
    assert duty_proof(late, ["talk", "before_week"]).outcome == "failed"
    assert duty_proof(late, ["talk", "aim"]).outcome == "failed"
    lost = replace(stage, life=replace(stage.life, acts=()))
    assert duty_proof(lost, ["talk", "recorded"]).outcome == "failed"
    logged = replace(stage, scheme=made({"recorded": False}))
    assert duty_proof(logged, ["talk"]).outcome == "failed"
    any_mentor = made({"fulfilled_by": "any_mentor"})
    assert duty_proof(replace(stage_of(made({})), scheme=any_mentor), ["talk", "fulfilled_by"]).outcome == "held"
    visits = stage_of(made({"subject": "family", "kinds": ["home_visit"], "per": "month"}))
    assert duty_proof(visits, ["talk", "vacation_counts"]).outcome == "failed"


def test_a_group_talk_settles_the_group_in_its_slot() -> None:
    cycle = {"weeks": 4, "anchor_week": 3, "weekday": 3, "clause": CLAUSE}
    duty = {"subject": "group", "kinds": ["group_talk"], "per": "cycle", "protected_slot": True}
    stage = stage_of(made(duty, cycle=cycle))
    assert {act.on.weekday() for act in stage.life.acts if act.kind == "group_talk"} == {2}
    assert duty_proof(stage, ["talk"]).outcome == "held"


def test_a_channel_of_the_scheme_is_taken_where_the_usual_one_is_not_allowed() -> None:
    stage = stage_of(made({"kinds": ["family_contact"], "subject": "family", "channels": ["video"]}))
    assert {act.channel for act in stage.life.acts if act.kind == "family_contact"} == {"video"}
