from taoli.engine.scheme import Statement, apply_changes, describe
from taoli.engine.scheme.vocabulary import Actor
from tests.engine.examples import CLAUSE, preset, scheme_with, taigu


def of(statements: tuple[Statement, ...], code: str) -> list[Statement]:
    return [statement for statement in statements if statement.code == code]


def test_every_duty_is_said_with_its_clause() -> None:
    found = [
        (s.role, s.params["duty"], s.params["times"], s.params["per"], s.clause.rule)
        for s in of(describe(preset()), "owes")
    ]
    assert found == [
        ("mentor", "group_activity", 1, "cycle", "TG-17"),
        ("mentor", "individual", 1, "month", "TG-19"),
        ("mentor", "family", 2, "term", "TG-20"),
        ("mentor", "work_plan", 1, "year", "TG-15"),
    ]


def test_capacity_is_said_in_both_units() -> None:
    mentor, lead = of(describe(preset()), "takes")
    assert (mentor.params["target"], mentor.params["other_unit"], mentor.params["other_max"]) == (10, "study_group", 2)
    assert (lead.role, lead.params["min"], lead.params["max"], lead.clause.rule) == ("lead_mentor", 15, 20, "TG-03")
    plain = taigu(capacity={"mentor": {"max": 8}})
    assert of(describe(plain), "takes")[0].params["other_unit"] is None


def test_every_step_is_said_to_everyone_who_acts() -> None:
    found = [(s.params["place"], s.params["step"], s.role) for s in of(describe(preset()), "does_step")]
    assert found[:3] == [(1, "assign", "grade_lead"), (1, "assign", "lead_mentor"), (2, "confirm", "grade_lead")]
    choice = taigu(steps=[{"kind": "student_choice", "ranks": 4}])
    assert of(describe(choice), "does_step")[0].params == {"step": "student_choice", "place": 1, "ranks": 4}


def test_the_appraisal_says_who_assesses_what_counts_and_whether_records_are_counted() -> None:
    found = describe(preset())
    assert [s.role for s in of(found, "assesses")] == [Actor.PARTY_BRANCH]
    assert of(found, "assesses")[0].clause.rule == "TG-38"
    assert [s.role for s in of(found, "gathers")] == [Actor.MORAL_OFFICE]
    items = of(found, "is_scored_on")
    assert [s.params["counts_records"] for s in items] == [False] * 6
    counting = of(describe(taigu(appraisal__items__individual__chosen="as_printed")), "is_scored_on")[2]
    assert (counting.params["method"], counting.params["counts_records"]) == ("per_count", True)
    assert of(found, "may_get")[0].params["n"] == 30


def test_forms_texts_and_conferences_are_said() -> None:
    found = describe(preset())
    assert [s.role for s in of(found, "keeps_form")] == ["mentor"] * 5 + ["teaching_office"]
    assert len(of(found, "reads")) == 7
    conference = {"key": "class", "label": "班教导会", "kind": "class_weekly", "per": "week",
                  "chair": "lead_mentor", "attended_by": ["mentor"], "clause": CLAUSE}  # fmt: skip
    scheme = scheme_with(conferences=[conference])
    assert [s.role for s in of(describe(scheme), "chairs")] == ["lead_mentor"]
    assert [s.role for s in of(describe(scheme), "attends")] == ["mentor"]


def test_an_appraisal_without_materials_office_is_said_without() -> None:
    assert of(describe(apply_changes(preset(), {"appraisal.materials_by": None})), "gathers") == []
