from dataclasses import replace
from datetime import date

import pytest

from taoli.engine.rehearsal import AUTUMN, Asked, Roster, StepLog, rehearse, sample_year, synthetic
from taoli.engine.rehearsal.pairing import pair
from taoli.engine.rehearsal.values import Paired
from taoli.engine.scheme import Scheme
from tests.engine.examples import CLAUSE, preset
from tests.engine.rehearsal.making import made, outcome_of, proof_of, run_of, stage_of, steps


def paired(scheme: Scheme, students: int = 60, roster: Roster | None = None) -> Paired:
    return pair(scheme, roster or synthetic(scheme, students, 1), sample_year(), AUTUMN, 1)


def logged(scheme: Scheme) -> dict[str, StepLog]:
    return {entry.kind: entry for entry in paired(scheme).log}


def test_six_steps_of_mutual_choice_end_in_pairings() -> None:
    kinds = ("publish_mentors", {"kind": "student_choice", "ranks": 3}, "mentor_choice", "adjust", "headcount_sheet")
    scheme = made(steps=steps(*kinds, {"kind": "agreement", "by": ["mentor", "student"]}))
    log = logged(scheme)
    assert [entry.place for entry in log.values()] == [1, 2, 3, 4, 5, 6]
    (wishes,) = log["student_choice"].findings
    chosen = int(wishes.params["students"] or 0)
    assert 50 < chosen < 60
    assert wishes.params["undecided"] == 60 - chosen
    assert log["mentor_choice"].findings[0].params["marks"] == 3 * chosen
    assert log["adjust"].findings[0].params["exchanges"] in {1, 2, 3}
    assert log["agreement"].findings[0].params["papers"] == 60
    assert proof_of(scheme, "steps.adjust").outcome == "held"
    assert outcome_of(scheme, "unit") == ("held", "units_whole")


def test_an_appointment_is_one_paper_for_each_mentor() -> None:
    scheme = made(steps=steps("allocate", "confirm", {"kind": "appointment_letter"}, "first_meeting"))
    log = logged(scheme)
    assert log["appointment_letter"].findings[0].params["papers"] == log["first_meeting"].findings[0].params["meetings"]
    assert log["allocate"].findings[1].params["broken_rules"] == 0


def test_groups_by_ratio_are_claimed_whole() -> None:
    scheme = made(unit="study_group", steps=steps({"kind": "group_students", "ratio": [3, 5, 2]}, "claim_groups"))
    found = paired(scheme)
    by_group = {(one.unit_id, one.mentor_id) for one in found.pairings}
    assert len(by_group) == len({unit for unit, _ in by_group})
    assert float(found.log[0].findings[0].params["gap"] or 0) <= 1
    assert outcome_of(scheme, "steps.group_students") == ("held", "step_done")


def test_groups_off_the_ratio_fail_the_step() -> None:
    scheme = made(unit="study_group", steps=steps({"kind": "group_students", "ratio": [3, 5, 2]}, "claim_groups"))
    roster = synthetic(scheme, 60, 1)
    uneven = replace(roster, learners=tuple(replace(one, layer="layer1") for one in roster.learners))
    assert outcome_of(scheme, "steps.group_students", roster=uneven) == ("failed", "step_done")


def test_groups_may_be_claimed_without_a_step_that_makes_them() -> None:
    scheme = made(unit="study_group", steps=steps("claim_groups"))
    assert len(paired(scheme).pairings) == 60
    grouped = made(steps=steps("group_students", "assign"))
    assert logged(grouped)["group_students"].findings[0].params["gap"] == 0


def test_groups_made_and_then_assigned_stay_whole() -> None:
    scheme = made(unit="study_group", steps=steps("group_students", "assign"))
    assert {one.unit_id for one in paired(scheme).pairings} == {f"g{n}c1-{m}" for n in (1, 2, 3) for m in (1, 2, 3)}


def test_a_class_gets_the_mentor_its_offices_nominate_and_it_agrees_to() -> None:
    scheme = made(unit="class", steps=steps({"kind": "nominate", "by": ["moral_office"]}, "class_choice", "confirm"))
    found = paired(scheme)
    assert len({(one.class_id, one.mentor_id) for one in found.pairings}) == 3
    heads = {one.id for one in synthetic(scheme, 60, 1).teachers if one.homeroom}
    assert not heads & {one.mentor_id for one in found.pairings}
    chosen = paired(made(unit="class", steps=steps("class_choice", "assign")))
    assert {one.mentor_id for one in chosen.pairings} <= heads
    assert len({one.mentor_id for one in paired(made(unit="class", steps=steps("assign"))).pairings}) == 3


def test_nominees_are_found_among_homeroom_teachers_when_there_is_nobody_else() -> None:
    scheme = made(unit="class", steps=steps("nominate", "assign"))
    roster = synthetic(scheme, 60, 1)
    heads = replace(roster, teachers=tuple(one for one in roster.teachers if one.homeroom)[:2])
    assert len({one.mentor_id for one in paired(scheme, roster=heads).pairings}) == 2


def test_interest_groups_go_across_classes_and_dormitories_by_room() -> None:
    by_interest = paired(made(unit="interest_group", steps=steps("assign")))
    names = {one.unit_id.rsplit("-", 1)[0] for one in by_interest.pairings if one.unit_id}
    assert names == {"reading", "music", "painting", "sports", "science", "crafts"}
    by_room = paired(made(unit="dormitory", steps=steps({"kind": "assign", "units": ["dormitory"]})))
    assert all("-f" in str(one.unit_id) or "-m" in str(one.unit_id) for one in by_room.pairings)


def test_only_listed_students_are_paired() -> None:
    coverage = {"whom": "listed_students", "clause": CLAUSE}
    scheme = made(coverage=coverage, steps=steps("student_list", "mentor_application", "allocate"))
    found = paired(scheme)
    assert found.log[0].findings[0].params == {"students": len(found.pairings), "of": 60}
    assert 0 < len(found.pairings) < 30
    assert outcome_of(scheme, "coverage") == ("held", "everyone_covered")


def test_groups_are_made_where_somebody_is_listed_and_whole_units_are_not_exchanged() -> None:
    coverage = {"whom": "listed_students", "clause": CLAUSE}
    scheme = made(unit="study_group", coverage=coverage, steps=steps("group_students", "assign", "adjust"))
    roster = synthetic(scheme, 60, 1)
    listed = tuple(replace(one, listed=one.class_id == "g1c1") for one in roster.learners)
    found = paired(scheme, roster=replace(roster, learners=listed))
    assert len(found.pairings) == 20
    assert found.log[2].findings[0].params["exchanges"] == 0


def test_mentors_from_the_middle_of_a_term_of_the_first_grade() -> None:
    """Shandong Experimental: from the mid-term examination of the second term of senior one."""
    coverage = {"whom": "all_students", "from_grade": 1, "from_term": 2, "from_moment": "mid_term", "clause": CLAUSE}
    scheme = made(coverage=coverage)
    year = sample_year()
    assert {one.grade_id for one in paired(scheme).pairings} == {"g2", "g3"}
    spring = pair(scheme, synthetic(scheme, 60, 1), year, year.terms[1], 1)
    starts = {one.grade_id: one.starts for one in spring.pairings}
    assert starts["g2"] == date(2027, 2, 22)
    assert starts["g1"] > date(2027, 4, 15)
    assert {one.grade_id for one in paired(made(coverage={**coverage, "from_grade": 2})).pairings} == {"g3"}
    early = paired(made(coverage={**coverage, "from_term": 1, "from_moment": "start"}))
    assert {one.starts for one in early.pairings} == {date(2026, 9, 1)}


def test_exceptions_are_pinned_to_a_mentor_of_another_class() -> None:
    eligibility = {
        "rule": "teaches_class",
        "exceptions": ["speciality", "contest_coach", "parallel_classes"],
        "clause": CLAUSE,
    }
    scheme = made(eligibility=eligibility, steps=steps("allocate", "adjust"))
    found = paired(scheme, 240)
    assert sorted(found.excepted.values()) == ["contest_coach", "speciality"]
    assert outcome_of(scheme, "eligibility.exceptions") == ("held", "exceptions_seen")
    assert outcome_of(scheme, "eligibility") == ("held", "all_eligible")


def test_rules_that_cannot_be_kept_give_way_with_their_numbers() -> None:
    capacity = {"mentor": {"min": 1, "max": 2, "clause": CLAUSE}}
    scheme = made(capacity=capacity)
    roster = synthetic(scheme, 60, 1)
    few = replace(roster, teachers=roster.teachers[:5])
    found = stage_of(scheme, roster=few)
    assert len(found.paired.pairings) == 60
    assert {one.params["rule"] for one in found.paired.shortages} == {
        "minimum",
        "class_limit",
        "teaches_class",
        "maximum",
    }
    assert all(isinstance(value, int | str) for one in found.paired.shortages for value in one.params.values())
    assert outcome_of(scheme, "capacity.mentor", roster=few) == ("held", "shortage_reported")
    assert outcome_of(scheme, "max_classes_per_mentor", roster=few) == ("held", "classes_per_mentor")


def test_nobody_of_the_own_classes_is_a_shortage_too() -> None:
    scheme = made(eligibility={"rule": "teaches_class", "clause": CLAUSE})
    roster = synthetic(scheme, 60, 1)
    away = replace(roster, teachers=tuple(replace(one, classes=frozenset({"g1c1"})) for one in roster.teachers))
    assert outcome_of(scheme, "eligibility", roster=away) == ("held", "shortage_reported")


def test_a_school_without_mentors_is_refused() -> None:
    roster = synthetic(preset(), 60, 1)
    with pytest.raises(ValueError, match="students and mentors"):
        rehearse(preset(), replace(roster, teachers=()), Asked(sample_year(), AUTUMN))


def test_the_whole_run_counts_its_steps() -> None:
    assert [entry.kind for entry in run_of(preset()).steps] == ["assign", "confirm", "first_meeting"]
