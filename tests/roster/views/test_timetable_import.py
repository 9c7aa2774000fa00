import io
import re
import uuid

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.roster.models import BellTime, TimetableLesson
from tests.world import World

HEADS = ("教师", "班级", "星期", "节次", "学科")
BELLS = (("节次", "开始", "结束"), ("第1节", "08:00", "08:40"), ("第2节", "08:50", "09:30"), ("3", "14:00", "14:40"))


def book(*lines: tuple[str, ...], bells: tuple[tuple[str, ...], ...] = BELLS) -> bytes:
    file, workbook = io.BytesIO(), openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "课表"
    for line in (HEADS, *lines):
        sheet.append(line)
    if bells:
        other = workbook.create_sheet("作息")
        for line in bells:
            other.append(line)
    workbook.save(file)
    return file.getvalue()


def send(world: World, data: bytes, name: str = "课表.xlsx") -> str:
    answer = world.client("孙悦").post("/roster/timetable/import/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 200
    return answer.content.decode()


def confirm(world: World, page: str, op: str = "") -> None:
    (token,) = re.findall(r'name="token" value="([^"]+)"', page)
    answer = world.client("孙悦").post("/roster/timetable/import/confirm/", {"token": token, "op": op})
    assert answer.status_code == 302


GOOD = (("王敏", "高一（1）班", "周一", "第二节", "语文"), ("李慧", "高一(1)班", "星期三", "1", ""))


def test_it_is_looked_at_first_and_written_when_confirmed(world: World) -> None:
    page = send(world, book(*GOOD))
    assert "1 个班、2 位教师，共 2 节课" in page
    assert "陈立" in page, "who has no lesson is named"
    assert not TimetableLesson.objects.of(world.school).exists()
    op = str(uuid.uuid4())
    confirm(world, page, op)
    confirm(world, page, op)
    rows = TimetableLesson.objects.of(world.school).order_by("weekday")
    assert [(row.staff.name, row.weekday, row.period, row.subject) for row in rows] == [
        ("王敏", 1, 2, "语文"),
        ("李慧", 3, 1, ""),
    ]
    assert BellTime.objects.of(world.school).count() == 3


def test_a_further_file_takes_the_place_of_the_earlier(world: World) -> None:
    confirm(world, send(world, book(*GOOD)))
    page = send(world, book(GOOD[0], bells=()))
    assert "将替换现有的 2 节课" in page
    assert "沿用现有的" in page
    confirm(world, page)
    assert TimetableLesson.objects.of(world.school).count() == 1
    assert BellTime.objects.of(world.school).count() == 3


def test_a_text_file_is_read_too_once_the_bells_are_known(world: World) -> None:
    confirm(world, send(world, book(*GOOD)))
    text = "教师,班级,星期,节次\n王敏,高一(2)班,五,3\n"
    assert "1 个班、1 位教师，共 1 节课" in send(world, text.encode("gb18030"), "课表.csv")


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (("无名", "高一(1)班", "周一", "1", ""), "教师", "教师无名不在名册里"),
        (("王敏", "高九(1)班", "周一", "1", ""), "班级", "高九(1)班不在名册里"),
        (("王敏", "高一(1)班", "周八", "1", ""), "星期", "“周八”不是星期几"),
        (("王敏", "高一(1)班", "周一", "第九十节", ""), "节次", "不是节次"),
        (("王敏", "高一(1)班", "周一", "9", ""), "节次", "第9节没有作息时间"),
        (("", "高一(1)班", "周一", "1", ""), "教师", "没有填写"),
    ],
)
def test_a_fault_names_sheet_row_and_column(world: World, line: tuple[str, ...], column: str, words: str) -> None:
    page = send(world, book(GOOD[0], line))
    row = page.split("<tbody")[1] if "<tbody" in page else page.split("<table")[1]
    plain = re.sub(r"\s", "", re.sub(r"<[^>]+>", " ", row))
    assert f"课表3{column}" in plain
    assert words in plain or words == "没有填写"
    assert 'name="token"' not in page
    assert not TimetableLesson.objects.of(world.school).exists()


@pytest.mark.parametrize(
    "bell", [("4", "25:00", "26:00"), ("4", "14:30", "15:00"), ("4", "16:00", "15:00"), ("3", "16:00", "17:00")]
)
def test_bells_that_cannot_be_are_faults(world: World, bell: tuple[str, ...]) -> None:
    page = send(world, book(GOOD[0], bells=(*BELLS, bell)))
    assert "作息" in page
    assert 'name="token"' not in page


def test_a_damaged_file_or_one_without_headings_changes_nothing(world: World) -> None:
    for data in (b"PK\x03\x04 broken", book()[:200], b"\x89PNG\r\n"):
        assert "课表没有改动" in send(world, data)
    assert "课表没有改动" in send(world, "随便,什么\n1,2\n".encode(), "x.csv")
    assert "课表没有改动" in send(world, book())


def test_another_schools_preview_is_refused(world: World) -> None:
    page = send(world, book(*GOOD))
    (token,) = re.findall(r'name="token" value="([^"]+)"', page)
    client = world.client("孙悦")
    client.post("/roster/timetable/import/confirm/", {"token": token + "x"})
    assert not TimetableLesson.objects.of(world.school).exists()
