import io

import openpyxl
from django.urls import reverse

from taoli.evaluation.services.closing import close_survey
from tests.evaluation.surveying import answer, closed_survey, open_survey
from tests.world import World


def test_the_workbook_holds_what_the_page_shows(world: World) -> None:
    closed_survey(world, title="=1+1")
    survey = open_survey(world)
    answer(world, survey, "王敏", [4] * 6, knows=0)
    answer(world, survey, "李慧", [4] * 6, knows=1)
    close_survey(by=world.office, survey_id=survey.pk)
    answer_ = world.client("孙悦").get(reverse("evaluation:indicator_excel"))
    sheet = openpyxl.load_workbook(io.BytesIO(answer_.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:2] == ["指标", "答卷人"]
    assert sorted(row[3] for row in rows[1:]) == ["=1+1", "学生问卷"]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2, max_col=4) for cell in row} == {"s"}
    assert [row[4:9] for row in rows if row[3] == "学生问卷"] == [[0.5, 0.5, 0.5, 12, 12]]
    assert [row[7] for row in rows if row[3] == "=1+1"] == ["作答太少"]
