"""Confirming an import."""

import uuid
from typing import Any

from django.urls import reverse

from taoli.accounts.models import Membership
from taoli.common.models import Job
from taoli.roster.models import RosterImport, Student
from taoli.roster.services import importing
from tests.roster.books import large_book, school_book, workbook
from tests.world import TODAY, World


def waiting(world: World, data: bytes) -> RosterImport:
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=data)
    assert row.problems == []
    return row


def test_a_small_one_is_written_at_once_and_accounts_are_open(world: World) -> None:
    row = waiting(world, workbook(school_book()))
    client = world.client("孙悦")
    answer = client.post(reverse("roster:import_confirm", args=[row.pk]), {"op": str(uuid.uuid4())})
    assert answer["Location"] == reverse("roster:import_show", args=[row.pk])
    row.refresh_from_db()
    assert row.state == "applied"
    student = Student.objects.of(world.school).get(name="何晨曦")
    place = Membership.objects.select_related("account").get(person_id=student.pk)
    assert place.account.username == "taoli-S1"


def test_a_double_tap_writes_once(world: World) -> None:
    row = waiting(world, workbook(school_book()))
    client, op = world.client("孙悦"), str(uuid.uuid4())
    address = reverse("roster:import_confirm", args=[row.pk])
    answers = [client.post(address, {"op": op}) for _each in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    page = client.get(answers[0]["Location"]).content.decode()
    assert "这次导入已经完成或放弃了。" not in page


def test_a_second_confirmation_gets_a_sentence(world: World) -> None:
    row = waiting(world, workbook(school_book()))
    client = world.client("孙悦")
    address = reverse("roster:import_confirm", args=[row.pk])
    client.post(address)
    page = client.post(address, follow=True).content.decode()
    assert "这次导入已经完成或放弃了。" in page


def test_a_large_one_runs_as_a_job_that_the_page_watches(world: World, django_capture_on_commit_callbacks: Any) -> None:
    row = waiting(world, workbook(large_book(540, 12, 20)))
    client = world.client("孙悦")
    data = {"op": str(uuid.uuid4()), "close_missing": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("roster:import_confirm", args=[row.pk]), data)
    job = Job.objects.of(world.school).get()
    assert answer["Location"] == f"{reverse('roster:import_show', args=[row.pk])}?job={job.pk}"
    assert (job.state, job.location) == ("done", reverse("roster:import_show", args=[row.pk]))
    # 540 students, 20 staff and 540 guardians of the file, and two of the staff who had none
    assert job.message == "新开通账号 1102 个。"
    row.refresh_from_db()
    assert row.state == "applied"
    assert reverse("home:job_progress", args=[job.pk]) in client.get(answer["Location"]).content.decode()


def test_others_and_other_schools_are_kept_out(world: World) -> None:
    row = waiting(world, workbook(school_book()))
    address = reverse("roster:import_confirm", args=[row.pk])
    assert world.client("钱程").post(address).status_code == 403
    assert world.client("孙悦").get(address).status_code == 405
    assert world.client("孙悦").post(reverse("roster:import_confirm", args=[uuid.uuid4()])).status_code == 404


def test_the_missing_leave_only_when_ticked(world: World) -> None:
    row = waiting(world, workbook(school_book()))
    client = world.client("孙悦")
    page = client.get(reverse("roster:import_show", args=[row.pk])).content.decode()
    assert "名单所列班级里有 5 名学生不在文件里：" in page
    client.post(reverse("roster:import_confirm", args=[row.pk]))
    assert Student.objects.of(world.school).get(name="林子涵").left_on is None
    again = waiting(world, workbook(school_book()))
    client.post(reverse("roster:import_confirm", args=[again.pk]), {"close_missing": "on"})
    assert Student.objects.of(world.school).get(name="林子涵").left_on == TODAY
