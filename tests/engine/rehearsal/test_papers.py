from dataclasses import replace
from typing import Any

from taoli.engine.rehearsal import filled
from taoli.engine.rehearsal.report import prove
from tests.engine.examples import CLAUSE, preset
from tests.engine.rehearsal.making import made, stage_of


def keyed(key: str, **values: Any) -> dict[str, Any]:
    return {"key": key, "label": key, "clause": CLAUSE, **values}


def test_every_form_of_taigu_is_filled() -> None:
    stage = stage_of(preset(), 180)
    papers = {form.key: filled(stage, form) for form in stage.scheme.forms}
    assert papers["talk"].by_hand == ("被谈话人签字", "谈话人签字")
    appraisal = papers["appraisal"]
    assert appraisal.by_hand == ("考核组组长",)
    row = dict(zip(appraisal.heads, appraisal.rows[0], strict=True))
    assert row["序号"] == "1"
    assert float(row["考核组评价"]) > 0
    assert row["对接落实"] in {"10", "0"}
    assert papers["register"].heads == ("导师", "学生", "班级", "日期", "主题")


def test_columns_for_peoples_own_words_stay_empty() -> None:
    form = keyed("plan", columns=["目标", "措施"])
    stage = stage_of(made(forms=[form, keyed("office", kept_by_office=True)]))
    assert filled(stage, stage.scheme.forms[0]).by_hand == ("目标", "措施")
    assert prove(stage, "forms.plan").code == "form_to_write"
    assert prove(stage, "forms.office").outcome == "not_applicable"
    assert prove(replace(stage, built=frozenset()), "forms.plan").outcome == "not_yet"
    assert prove(replace(stage, built=frozenset({"form:plan"})), "forms.plan").outcome == "held"


def test_columns_of_sections_and_items_and_what_nobody_did() -> None:
    section = keyed("works", label="作品")
    item = {**keyed("talks", label="谈话"), "points": 10, "method": {"method": "done_once"}}
    appraisal = {"per": "term", "full": 10, "items": [item], "clause": CLAUSE}
    columns = ["作品", "谈话", "学科", "时长", "方式", "参加人员", "小组", "年级", "联系时间"]
    scheme = made({}, forms=[keyed("form", columns=columns)], archive_sections=[section], appraisal=appraisal)
    stage = stage_of(scheme)
    assert filled(stage, scheme.forms[0]).by_hand == ()
    idle = replace(stage, life=replace(stage.life, acts=()), sheets=())
    assert set(filled(idle, scheme.forms[0]).by_hand) == {"作品", "谈话", "时长", "方式", "参加人员", "联系时间"}


def test_guidances_categories_trainings_texts_and_cycles() -> None:
    category = keyed("alone", label="留守")
    training = keyed("course", kind="course", topics=["沟通"])
    counsellors = keyed("own", kind="self_study", who="counsellor", times=2)
    values = {"categories": [category, keyed("rich", offered=False)], "training": [training, counsellors]}
    cycle = {"weeks": 4, "clause": CLAUSE}
    stage = stage_of(made({}, **values, cycle=cycle))
    for place in ("guidances.study", "categories.alone", "training.course", "texts.goals", "cycle"):
        assert prove(stage, place).outcome == "held", place
    assert prove(stage, "categories.rich").outcome == "not_applicable"
    quiet = replace(stage.life, chips={}, marks=(), trainings={}, acts=())
    silent = replace(stage, life=quiet, scheme=made({}, **values, cycle={"clause": CLAUSE}, texts=[]))
    for place in ("guidances.study", "categories.alone", "training.course", "cycle"):
        assert prove(silent, place).outcome == "not_yet", place
    assert prove(silent, "texts.goals").outcome == "failed"


def test_conferences_are_held_and_missed() -> None:
    conferences = [
        keyed("weekly", kind="class_weekly", per="week", chair="lead_mentor"),
        keyed("grade", kind="grade_consultation", per="two_weeks", chair="grade_lead"),
        keyed("once", kind="experience_exchange", per="term", chair="moral_office"),
        keyed("needed", kind="parent_meeting", chair="lead_mentor", agenda=["议程"]),
    ]
    stage = stage_of(made(conferences=conferences))
    for conference in conferences:
        assert prove(stage, f"conferences.{conference['key']}").outcome == "held", conference
    assert prove(stage, "conferences.needed").code == "called_when_needed"
    nothing = replace(stage, life=replace(stage.life, sittings={}))
    assert prove(nothing, "conferences.weekly").outcome == "not_yet"
    assert prove(nothing, "conferences.needed").outcome == "not_yet"


def test_archive_sections_say_whether_a_page_shows_them() -> None:
    sections = [keyed("person", label="个性"), keyed("talks", label="谈话记录")]
    stage = stage_of(made({}, archive_sections=sections))
    assert prove(stage, "archive_sections.person").code == "section_filled"
    without = replace(stage, built=frozenset({"guidance"}))
    assert prove(without, "archive_sections.person").code == "section_without_pages"
    assert prove(without, "archive_sections.talks").code == "section_filled"
    idle = replace(stage, life=replace(stage.life, acts=()))
    assert prove(idle, "archive_sections.talks").outcome == "not_yet"
