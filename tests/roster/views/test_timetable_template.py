import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.world import World


def test_the_template_can_be_read_back_and_its_examples_are_no_lessons(world: World) -> None:
    client = world.client("孙悦")
    data = client.get("/roster/timetable/template/").content
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["课表", "作息"]
    book["课表"].delete_rows(2)
    book["课表"].append(("王敏", "", "高一(1)班", "周一", "第3节", "语文"))
    file = io.BytesIO()
    book.save(file)
    page = client.post("/roster/timetable/import/", {"file": SimpleUploadedFile("课表.xlsx", file.getvalue())})
    assert "1 个班、1 位教师，共 1 节课" in page.content.decode()
