"""A school's own form: the default is taken home, changed in Word, put back and printed with; a broken one is refused."""

from pathlib import Path

from docx import Document
from playwright.sync_api import Page

from tests.journeys.hands import Visits, download, lines_of, picture, scrolls_sideways, settled, walk_in, words

FORM = "work_plan"
TITLE, OWN = "导师工作计划", "青禾版导师工作计划"


def put_in(page: Page, file: Path, note: str) -> str:
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_label("改了什么").fill(note)
    page.get_by_role("button", name="检查并使用").click()
    return words(page)


def changed(file: Path, old: str, new: str, name: str) -> Path:
    """Change a line as one does in Word, its type kept."""
    paper = Document(str(file))
    cells = [cell for table in paper.tables for row in table.rows for cell in row.cells]
    lines = [*paper.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    run = next(run for line in lines for run in line.runs if old in run.text)
    run.text = run.text.replace(old, new)
    made = file.with_name(name)
    paper.save(str(made))
    return made


def test_a_school_prints_with_its_own_template_and_a_broken_one_is_refused(visits: Visits, tmp_path: Path) -> None:
    office = walk_in(visits, "moral_office", "desktop")
    office.goto(f"/documents/forms/{FORM}/")
    assert "按学校自己的模板" not in words(office)
    office.goto(f"/documents/templates/{FORM}/")
    default = download(office, office.get_by_role("link", name="默认模板"), tmp_path)

    own = changed(default, "{{ title }}", OWN, "own.docx")
    assert "现在按本校第 1 版打印" in put_in(office, own, "换了标题")
    sample = download(office, office.get_by_role("link", name="用虚构的人试看"), tmp_path)
    assert OWN in lines_of(sample)

    office.goto(f"/documents/forms/{FORM}/")
    assert "Word 按学校自己的模板（第1版）打印；PDF 仍是桃李的样式" in words(office)
    printed = lines_of(download(office, office.locator("a[aria-label$='的 Word']").first, tmp_path))
    assert OWN in printed
    assert TITLE not in printed
    assert not any("{{" in line or "{%" in line for line in printed)
    picture(office, "28-own-template")

    broken = changed(own, "{{ sheet.mentor }}", "{{ sheet.mentr }}", "broken.docx")
    office.goto(f"/documents/templates/{FORM}/")
    said = put_in(office, broken, "")
    for wanted in ("没有 sheet.mentr", "是不是想写 sheet.mentor", "第 1 个表格第 1 行", "仍按原来的打印"):
        assert wanted in said
    assert not scrolls_sideways(office)
    picture(office, "28-refused")
    office.goto(f"/documents/forms/{FORM}/")
    assert "（第1版）" in words(office)

    phone = walk_in(visits, "mentor", "phone")
    phone.goto(f"/documents/forms/{FORM}/")
    assert "Word 按学校自己的模板" in words(phone)
    assert not scrolls_sideways(settled(phone))
