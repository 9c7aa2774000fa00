import io

import openpyxl

from taoli.matching.models import ChoiceRound
from tests.world import World


def test_template_holds_students_and_mentors_on_offer(world: World, choice_round: ChoiceRound) -> None:
    answer = world.client("孙悦").get(f"/matching/rounds/{choice_round.pk}/wishes/template/")
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    rows = [list(row) for row in book["志愿"].iter_rows(values_only=True)]
    assert rows[0] == ["学号", "姓名", "班级", "第一志愿", "第二志愿", "第三志愿"]
    assert rows[1][:3] == ["S001", "林子涵", "高一(1)班"]
    assert len(rows) == 7
    mentors = [row[1] for row in book["导师"].iter_rows(values_only=True)]
    assert mentors == ["姓名", "王敏", "李慧", "陈立", "周宁"]
