"""Uploading a workbook."""

import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from taoli.common.state import state_hash
from taoli.roster.models import RosterImport
from tests.roster.books import changed, school_book, workbook
from tests.roster.corpora.habits_files import headings_in_other_words, students_and_staff_in_two_files
from tests.world import CAST, World

URL = reverse("roster:import_new")


def upload(client: Client, data: bytes, name: str = "名册.xlsx", **more: str) -> Any:
    return client.post(URL, {"file": SimpleUploadedFile(name, data), **more})


def test_a_sound_workbook_leads_to_its_preview(world: World) -> None:
    answer = upload(world.client("孙悦"), workbook(school_book()))
    row = RosterImport.objects.of(world.school).get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("roster:import_show", args=[row.pk]))
    assert (row.state, row.file_name) == ("ready", "名册.xlsx")


def test_a_double_tap_reads_it_once(world: World) -> None:
    client, op = world.client("孙悦"), str(uuid.uuid4())
    first = upload(client, workbook(school_book()), op=op)
    second = upload(client, workbook(school_book()), op=op)
    assert first["Location"] == second["Location"]
    assert RosterImport.objects.of(world.school).count() == 1


def test_problems_are_listed_with_sheet_row_column_and_cause_and_nothing_is_written(world: World) -> None:
    client = world.client("孙悦")
    client.get(URL)
    before = state_hash()
    answer = upload(client, changed("任课", 3, 1, "高一(13)班"), op=str(uuid.uuid4()))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "高一(13)班 不在名册里。请先添加该班，或改为已有班级。" in page
    assert [(one["sheet"], one["row"], one["column"]) for one in answer.context["problems"]] == [("任课", 3, "班级")]
    assert "有 1 处需要再看一看" in page
    assert state_hash() == before


def test_a_workbook_that_changes_nothing_says_so(world: World) -> None:
    client = world.client("孙悦")
    data = workbook({"教师": [["工号", "姓名", "任教学科"], ["T001", "王敏", "语文"]]})
    before = state_hash()
    answer = upload(client, data)
    assert "名册里已经是这样，没有要改的。" in answer.content.decode()
    assert state_hash() == before


def test_no_file_and_an_empty_file_get_a_sentence(world: World) -> None:
    client = world.client("孙悦")
    assert "请选择一个文件。" in client.post(URL, {"op": ""}).content.decode()
    assert "文件是空的。" in upload(client, b"").content.decode()


def test_the_page_offers_the_template_and_earlier_imports(world: World) -> None:
    client = world.client("孙悦")
    upload(client, workbook(school_book()))
    page = client.get(URL).content.decode()
    assert reverse("roster:import_template") in page
    assert "等你确认" in page


def test_only_the_office_may_import(world: World) -> None:
    answers = {role.value: world.client(name).get(URL).status_code for role, name in CAST.items()}
    assert answers == {**dict.fromkeys(answers, 403), "moral_office": 200}


def test_several_files_are_one_import(world: World) -> None:
    files = [SimpleUploadedFile(*one) for one in students_and_staff_in_two_files().files]
    answer = world.client("孙悦").post(URL, {"file": files, "op": str(uuid.uuid4())})
    row = RosterImport.objects.of(world.school).get()
    assert answer["Location"] == reverse("roster:import_show", args=[row.pk])
    assert (len(row.plan["students"]["add"]), len(row.plan["staff"]["add"])) == (18, 6)


def test_what_is_not_certain_leads_to_the_questions(world: World) -> None:
    ((name, data),) = headings_in_other_words().files
    answer = upload(world.client("孙悦"), data, name)
    row = RosterImport.objects.of(world.school).get()
    assert (row.state, answer["Location"]) == ("asking", reverse("roster:import_ask", args=[row.pk]))


def test_more_files_than_anybody_has_are_refused(world: World) -> None:
    files = [SimpleUploadedFile(f"{n}.csv", b"1") for n in range(31)]
    page = world.client("孙悦").post(URL, {"file": files}).content.decode()
    assert "最多选 30 个文件。" in page
