import io

import openpyxl
from django.urls import reverse

from tests.evaluation.surveying import open_survey
from tests.world import World


def test_it_holds_the_headings_only(world: World) -> None:
    survey = open_survey(world)
    answer = world.client("孙悦").get(reverse("evaluation:paper_template", args=[survey.pk]))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["答卷码", "导师工号", "第1题", "第2题", "第3题"]
    ]
