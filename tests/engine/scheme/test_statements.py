from taoli.engine.scheme import Statement, apply_changes, describe, dump, load_preset
from taoli.engine.scheme.clauses import ClauseText
from taoli.engine.scheme.vocabulary import Actor
from tests.engine.examples import CLAUSE, PRESETS, preset, scheme_with, taigu


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
    choice = taigu(steps=[{"kind": "student_choice", "ranks": 4}, {"kind": "allocate"}])
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
    wish = {"key": "wish", "label": "申请书", "filled_by": "student", "clause": CLAUSE}
    assert [s.role for s in of(describe(scheme_with(forms=[wish])), "keeps_form")] == ["student"]
    conference = {"key": "class", "label": "班教导会", "kind": "class_weekly", "per": "week",
                  "chair": "lead_mentor", "attended_by": ["mentor"], "clause": CLAUSE}  # fmt: skip
    scheme = scheme_with(conferences=[conference])
    assert [s.role for s in of(describe(scheme), "chairs")] == ["lead_mentor"]
    assert [s.role for s in of(describe(scheme), "attends")] == ["mentor"]


def test_an_appraisal_without_materials_office_is_said_without() -> None:
    assert of(describe(apply_changes(preset(), {"appraisal.materials_by": None})), "gathers") == []


def test_what_the_scheme_is_about_is_said_clause_by_clause() -> None:
    found = describe(preset())
    assert of(found, "guides_in")[0].params["count"] == 5
    assert [s.role for s in of(found, "sits_in")] == [
        "principal", "leader", "moral_office", "grade_lead", "supervision_group",
    ]  # fmt: skip
    assert of(found, "covers")[0].role is None
    assert of(found, "is_given")[0].params == {"units": "study_group,dormitory"}
    assert of(found, "may_mentor")[0].params == {"rule": "any", "exceptions": "speciality"}
    assert of(found, "lasts")[0].params["kind"] == "kept_and_reconfirmed_yearly"
    assert of(found, "has_cycle")[0].params["anchor_week"] == 3
    assert "家庭条件特别优越" not in str(of(found, "knows_of")[0].params["labels"])
    assert [s.params["label"] for s in of(found, "files")][-1] == "成长档案"
    assert of(found, "is_used_for")[0].params == {"uses": "performance_appraisal,yearly_appraisal"}


def test_a_scheme_that_says_little_is_said_in_little() -> None:
    bare = taigu().model_copy(
        update={"own": (), "continuity": None, "cycle": None, "guidances": (), "categories": (), "appraisal": None}
    )
    codes = {statement.code for statement in describe(bare)}
    assert not codes & {"is_given", "lasts", "has_cycle", "guides_in", "knows_of", "is_used_for", "is_paid"}
    off = [{**one, "offered": False} for one in dump(preset())["categories"]]
    assert of(describe(taigu(categories=off)), "knows_of") == []
    assert of(describe(taigu(appraisal__result_enters=[])), "is_used_for") == []


def test_a_body_of_nobody_named_is_said_of_the_school() -> None:
    (said,) = of(describe(load_preset(PRESETS / "archive-15-20")), "is_set_up")
    assert (said.role, said.clause.rule) == (None, "D-05")


def test_training_allowance_and_what_no_value_rests_on_are_said() -> None:
    course = {"kind": "course", "label": "导师培训", "times": 2, "per": "term", "hours": 4, "topics": ["谈话", "家访"]}
    paid = {"kind": "per_student", "times_factor": True}
    scheme = taigu(training__course=course, appraisal__allowance=paid)
    found = describe(scheme)
    (learns,) = of(found, "learns")
    assert (learns.role, learns.params["topics"], learns.params["per"]) == ("mentor", "谈话、家访", "term")
    assert of(found, "is_paid")[0].params == {"kind": "per_student", "amount": None, "times_factor": True}
    assert [s.clause.rule for s in of(found, "is_left_out")] == ["TG-10", "TG-42"]
    told = scheme.model_copy(
        update={
            "features": {"TG-10": "planned:archive", "TG-07": "guidance"},
            "clauses": {"TG-10": ClauseText(ref="文 · 十", quote="要点")},
        }
    )
    (served,) = of(describe(told), "is_served")
    assert served.params == {"app": "archive", "planned": True}
    assert (served.clause.ref, served.clause.quote) == ("文 · 十", "要点")
    assert of(describe(told), "is_left_out")[1].clause.ref == "TG-42"


def test_a_duty_is_said_with_everything_a_record_must_be() -> None:
    asked = taigu(duties__individual__only_for=["poverty", "attention"], duties__family__vacation_counts="term_after")
    individual, family = of(describe(asked), "owes")[1:3]
    assert individual.params["only_for"] == "家庭贫困、attention"
    assert family.params["vacation_counts"] == "term_after"
    untold = of(
        describe(scheme_with(training=[{"key": "c", "kind": "course", "label": "培训", "clause": CLAUSE}])), "learns"
    )
    assert untold[0].params["per"] is None
