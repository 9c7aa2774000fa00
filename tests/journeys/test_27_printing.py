"""Printing: a mentor takes one sheet on the phone, the homeroom teacher a whole class from the desk."""

from pathlib import Path

import pypdfium2
from playwright.sync_api import expect

from tests.journeys.hands import Visits, download, picture, scrolls_sideways, settled, walk_in, words

LONG = 60_000


def test_one_sheet_on_a_phone_and_a_class_from_the_desk(visits: Visits, tmp_path: Path) -> None:
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/documents/forms/")
    assert "方案里有" in words(mentor)
    mentor.get_by_role("link", name="与学生谈话记录表").first.click()
    settled(mentor)
    assert not scrolls_sideways(mentor)
    file = download(mentor, mentor.locator("a[aria-label$='的 PDF']").first, tmp_path)
    with pypdfium2.PdfDocument(file) as paper:
        assert "与学生谈话记录表" in paper[0].get_textpage().get_text_bounded()
    picture(mentor, "27-form-phone")

    teacher = walk_in(visits, "homeroom_teacher", "desktop")
    teacher.goto("/documents/forms/talk_record/")
    teacher.get_by_role("button", name="生成文件").click()
    expect(
        teacher.get_by_role("link", name="查看结果").or_(teacher.get_by_role("link", name="下载")).first
    ).to_be_visible(timeout=LONG)
    teacher.reload()
    assert "保留到" in words(teacher)
    picture(teacher, "27-print-done")
    whole = download(teacher, teacher.get_by_role("link", name="下载"), tmp_path)
    with pypdfium2.PdfDocument(whole) as paper:
        assert len(paper) >= 40
