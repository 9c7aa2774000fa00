import pytest

from taoli.common.models import ViewLog
from taoli.documents.official import rendering
from taoli.documents.official.appraisal_sheet.columns import head_of
from taoli.documents.official.known import described
from taoli.documents.official.registry import form_for, forms
from taoli.documents.services.templates import any_form, check_template
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from tests.documents.official.school_forms import data, queries, sheets, staff
from tests.documents.templating import own
from tests.evaluation.work import judged_by, share
from tests.world import World

FRAME = {"school": "桃李中学", "code": "", "term": "", "who": "孙悦", "when": ""}


def test_a_mentor_gets_the_own_sheet_once_it_has_been_shown(settled: World, run: AppraisalRun) -> None:
    assert sheets(settled, "appraisal_sheet", "王敏", *staff(settled, "王敏")) == []
    share(settled, run)
    found = data(settled, "appraisal_sheet", "王敏", *staff(settled, "王敏"))
    assert found["rows"][0]["mentor"] == "王敏"
    assert found["rows"][0]["item0"] == "10"
    assert found["details"][2]["how"].startswith("应做 6 次，有记录 4 次：20 × 4 ÷ 6 = 13.33 分。")
    assert found["notes"][-1] == "已给导师看，尚未公布。"
    assert ViewLog.objects.of(settled.school).count() == 0


def test_others_are_for_the_office_and_the_reading_is_logged(settled: World, run: AppraisalRun) -> None:
    three = staff(settled, "王敏", "李慧", "陈立")
    share(settled, run)
    assert len(sheets(settled, "appraisal_sheet", "王敏", *three)) == 1
    assert len(sheets(settled, "appraisal_sheet", "吴考", *three)) == 3
    assert len(ViewLog.objects.of(settled.school).get().ids) == 3
    assert queries(settled, "appraisal_sheet", "吴考", *three) == queries(settled, "appraisal_sheet", "吴考", three[0])


def test_the_list_of_the_school_goes_by_number(settled: World, run: AppraisalRun) -> None:
    found = data(settled, "appraisal_sheets", "钱程")
    assert [row["mentor"] for row in found["rows"]] == ["王敏", "李慧", "陈立", "周宁"]


def test_without_an_appraisal_it_says_so(settled: World) -> None:
    assert data(settled, "appraisal_sheets", "钱程")["notes"] == ["本学期还没有生成考核。"]
    assert sheets(settled, "appraisal_sheet", "钱程", *staff(settled, "王敏")) == []


@pytest.mark.parametrize("key", ["appraisal_sheet", "appraisal_sheets"])
def test_the_columns_are_those_of_the_scheme(world: World, key: str) -> None:
    judged_by(world, {"method": "survey_mean", "source": "students"}, honours=[])
    services.draft_appraisal(by=world.office)
    form = form_for(forms()[key], world.office, world.term)
    heads = [col.head for part in form.parts for col in getattr(part, "cols", ())]
    assert heads[:4] == ["序号", "导师姓名", "受导学生数量", "班级"]
    assert not any("个别指导" in head for head in heads)
    found = sheets(world, key, "钱程", *staff(world, "王敏"))
    assert rendering.pdf(form, FRAME, found).startswith(b"%PDF")
    assert rendering.word(form, FRAME, found) != rendering.word(forms()[key], FRAME, found)


def test_a_label_is_no_placeholder() -> None:
    assert head_of("{{ 7*7 }}{% if %}", 10) == " 7*7  if \n10分"


def test_other_forms_are_the_same_in_every_term(world: World) -> None:
    form = forms()["agreement"]
    assert form_for(form, world.office, world.term) is form


def test_a_schools_template_may_name_the_schemes_items_and_no_others(world: World) -> None:
    judged_by(world, {"method": "survey_mean", "source": "students"}, honours=[])
    services.draft_appraisal(by=world.office)
    form = any_form(world.office, "appraisal_sheet")
    items = [label for path, label in described(form).items() if ".item" in path]
    assert len(items) == 1
    end = "{%p endfor %}"
    lines = ("{%p for sheet in sheets %}", "{%p for row in sheet.rows %}", "{{ row.item0 }}{{ row.item5 }}", end, end)
    (remark,) = check_template(by=world.office, form=form, data=own(*lines)).remarks
    assert "row.item5" in remark.sentence
    assert check_template(by=world.office, form=forms()["appraisal_sheet"], data=own(*lines)).remarks == []
