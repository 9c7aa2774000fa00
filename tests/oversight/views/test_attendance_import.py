import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.oversight.models import CoursePlace
from taoli.oversight.readers.attendance import read_attendance
from taoli.roster.models import Staff
from tests.oversight.training import begun, session, signed_up, url
from tests.world import World

HEAD = ("学校", "工号", "姓名")


def book(*rows: tuple[str, ...], sheet: str = "到场名单") -> SimpleUploadedFile:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        page = workbook.add_worksheet(sheet)
        for line, row in enumerate(rows):
            page.write_row(line, 0, row)
    return SimpleUploadedFile("名单.xlsx", out.getvalue())


def test_it_is_read_shown_and_taken_in_once_confirmed(world: World) -> None:
    client, row = world.client("郑岚"), begun(world, "王敏", "李慧")
    here = url("attendance_import", row.pk)
    rows = (HEAD, ("桃李中学", "", "王敏"), ("linxiao", "N01", "邻师"))
    page = client.post(here, {"file": book(*rows)})
    assert not CoursePlace.objects.of(world.bureaus["district"]).exclude(present_at=None).exists()
    assert (len(page.context["reading"].came), page.context["reading"].new) == (2, 1)
    client.post(here, {"confirm": page.context["sealed"]})
    there = CoursePlace.objects.of(world.bureaus["district"]).exclude(present_at=None)
    assert {(one.member.code, one.number, one.via) for one in there.select_related("member")} == {
        ("taoli", "T001", "book"),
        ("linxiao", "N01", "book"),
    }
    assert client.post(here, {"confirm": "nonsense"})["Location"] == here


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((HEAD, ("远山中学", "", "王敏")), "没有“远山中学”"),
        ((HEAD, ("桃李中学", "", "王明")), "没有报名，请补填工号"),
        ((HEAD, ("桃李中学", "T002", "王敏")), "是李慧的"),
        ((HEAD, ("桃李中学", "", "王敏"), ("桃李中学", "T001", "王敏")), "出现了两次"),
        ((HEAD, ("桃李中学", "", "李慧")), "T002、T099"),
        ((HEAD,), "没有人"),
        ((("学校",), ("桃李中学",)), "姓名"),
    ],
)
def test_each_fault_has_its_place_and_its_sentence(world: World, rows: tuple[tuple[str, ...], ...], words: str) -> None:
    world.staff["李慧二"] = Staff.objects.create(school=world.school, number="T099", name="李慧", sort_key="099")
    row = session(world, seats=9)
    signed_up(world, row, "王敏", "李慧", "李慧二")
    page = world.client("郑岚").post(url("attendance_import", row.pk), {"file": book(*rows)}).content.decode()
    assert words in page
    assert not CoursePlace.objects.of(world.bureaus["district"]).exclude(present_at=None).exists()


def test_another_sheet_and_no_workbook_are_refused(world: World) -> None:
    row = begun(world, "王敏")
    assert read_attendance(row, book(HEAD, sheet="别的").read()).problems[0].code == "attendance_no_sheet"
    assert read_attendance(row, b"nonsense").problems
