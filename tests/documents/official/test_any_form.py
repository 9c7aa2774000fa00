import io

from openpyxl import load_workbook

from taoli.documents.official.any_form.excel import FormSheet, forms_xlsx


def test_each_form_is_a_sheet_of_texts() -> None:
    rows = (("=1+1", "2"), ("李慧", ""))
    data = forms_xlsx("预演 · ", [FormSheet("谈话/记录", ("谁", "签字"), rows), FormSheet("空", (), ())])
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["1 谈话记录", "2 空"]
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[4]] == ["=1+1", "2"]
    assert sheet["A4"].data_type == "s"
    assert sheet["A1"].value == "预演 · 谈话/记录"
