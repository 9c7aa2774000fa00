from dataclasses import replace
from typing import Any

from taoli.engine.rehearsal.report import prove
from tests.engine.examples import CLAUSE, appraisal_with, preset
from tests.engine.rehearsal.making import made, run_of, stage_of


def with_appraisal(*methods: dict[str, Any], **values: Any) -> Any:
    return made({}, appraisal=appraisal_with(*methods, **values))


def test_items_are_scored_and_left_out() -> None:
    stage = stage_of(preset(), 180)
    assert prove(stage, "appraisal").code == "sheets_made"
    assert prove(stage, "appraisal.items.student_feedback").params["left_out"] in range(1, 5)
    assert prove(stage, "appraisal.items.individual").outcome == "held"
    printed = prove(stage, "appraisal.items.individual.variants.as_printed")
    assert printed.outcome == "held"
    assert printed.params["best"] == 20
    for place in ("full", "assessors", "materials_by", "result_enters", "honours.excellent"):
        assert prove(stage, f"appraisal.{place}").outcome == "held", place


def test_an_item_nobody_was_scored_on_is_open() -> None:
    scheme = with_appraisal({"method": "survey_mean", "source": "students", "min_answers": 500})
    assert prove(stage_of(scheme), "appraisal.items.item1").code == "item_left_out"
    waiting = with_appraisal({"method": "assessor", "who": "principal"})
    stage = stage_of(waiting)
    assert prove(stage, "appraisal.items.item1").outcome == "held"
    assert prove(replace(stage, sheets=()), "appraisal.items.item1").outcome == "not_yet"
    assert prove(replace(stage, sheets=()), "appraisal").outcome == "not_yet"


def test_an_appraisal_without_items_shows_what_it_leads_to() -> None:
    bare = {"per": "year", "full": 0, "items": [], "clause": CLAUSE}
    assert prove(stage_of(made({}, appraisal=bare)), "appraisal").outcome == "not_yet"
    used = {**bare, "result_enters": ["honours"], "assessors": ["principal"]}
    stage = stage_of(made({}, appraisal=used))
    assert prove(stage, "appraisal").code == "no_items_in_the_text"
    assert prove(stage, "appraisal.assessors").outcome == "held"


def test_honours_and_the_allowance() -> None:
    honours = [
        {"key": "first", "label": "优秀", "kind": "first_n", "n": 2, "clause": CLAUSE},
        {"key": "title", "label": "称号", "kind": "title", "clause": CLAUSE},
    ]
    for kind in ("per_student", "per_group", "fixed"):
        allowance = {"kind": kind, "amount": 10, "times_factor": True, "clause": CLAUSE}
        scheme = with_appraisal({"method": "done_once"}, honours=honours, allowance=allowance)
        stage = stage_of(scheme)
        assert prove(stage, "appraisal.allowance").code == "allowance_reckoned"
        assert stage.allowance
        assert stage.allowance > 0
    assert prove(stage, "appraisal.honours.first").code == "honour_given"
    assert prove(stage, "appraisal.honours.title").code == "given_by_people"
    nobody = replace(stage, honours={"first": (0, ())})
    assert prove(nobody, "appraisal.honours.first").outcome == "not_yet"
    no_amount = with_appraisal({"method": "done_once"}, allowance={"kind": "fixed", "clause": CLAUSE})
    assert prove(stage_of(no_amount), "appraisal.allowance").outcome == "not_applicable"
    assert run_of(scheme).honours["first"][0] >= 2
