import io

import openpyxl

from tests.oversight.area import told_area
from tests.world import World


def test_the_workbook_has_the_ends_of_what_is_told_and_no_exact_number_of_people(world: World) -> None:
    told_area(world)
    answer = world.client("郑岚").get("/oversight/overview/excel/")
    assert "attachment" in answer["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert "少于十人的群体" in str(rows[1][0])
    told = {row[1]: row[2:5] for row in rows[3:]}
    students = told["学生"] if "学生" in told else told["在籍学生"]
    assert students[1] < students[2]
