from django.urls import reverse

from taoli.common.models import AuditEntry
from tests.documents.reading import excel
from tests.world import World

URL = reverse("documents:register_excel")


def test_workbook_holds_the_register_ready_to_print(settled: World) -> None:
    sheet = excel(settled.client("孙悦"), URL)["对接表"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows[:2] == [
        ["序号", "导师姓名", "学科", "年级", "班级", "学习小组", "受导学生", "人数"],
        [1, "王敏", "语文", "高一", "高一(1)班", "朝阳组", "林子涵、周一诺", 2],
    ]
    assert sheet["A1"].value == "桃李中学导师与学生对接表"
    assert (sheet.freeze_panes, sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("C4", "landscape", 9)
    assert sheet.print_title_rows == "$3:$3"
    assert "由 孙悦 于 2026年11月23日 10:05 打印" in str(sheet.oddFooter.center.text)


def test_no_name_becomes_a_formula(settled: World) -> None:
    for name, child in zip(("=1+1", "+2", "-3", "@x"), ("林子涵", "孙浩然", "赵思源", "吴桐"), strict=True):
        student = settled.students[child]
        student.name = name
        student.save()
    sheet = excel(settled.client("孙悦"), URL)["对接表"]
    cells = [row[6] for row in sheet.iter_rows(min_row=4)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)
    assert {"=1+1、周一诺", "+2", "-3", "@x"} <= {cell.value for cell in cells}


def test_nothing_sensitive_is_on_it(settled: World) -> None:
    sheet = excel(settled.client("孙悦"), URL)["对接表"]
    text = "".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "13800000000" not in text
    assert "S001" not in text


def test_download_is_audited(settled: World) -> None:
    excel(settled.client("王敏"), URL)
    entry = AuditEntry.objects.of(settled.school).get(action="form.download")
    assert entry.data == {"form": "register.xlsx", "people": 3}
