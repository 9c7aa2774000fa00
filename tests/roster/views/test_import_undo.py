"""Taking an import back on its page."""

import datetime as dt
import uuid
from typing import Any

import time_machine
from django.urls import reverse

from taoli.common.models import Job
from taoli.roster.models import RosterImport, Student
from taoli.roster.services import importing
from tests.conftest import NOW
from tests.roster.books import large_book, school_book, workbook
from tests.world import World


def applied(world: World) -> RosterImport:
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=workbook(school_book()))
    importing.apply(by=world.office, pk=row.pk, close_missing=False)
    row.refresh_from_db()
    return row


def test_the_button_says_what_happens_to_how_many_and_takes_it_back(world: World) -> None:
    row = applied(world)
    client, address = world.client("孙悦"), reverse("roster:import_undo", args=[row.pk])
    page = client.get(reverse("roster:import_show", args=[row.pk])).content.decode()
    assert address in page
    assert "学生：撤去新增的 4 个" in page
    answer = client.post(address, {"op": str(uuid.uuid4())}, follow=True)
    assert "已撤回。名册恢复到这次导入之前的样子。" in answer.content.decode()
    assert not Student.objects.of(world.school).filter(number="S1").exists()
    row.refresh_from_db()
    assert row.state == "undone"
    assert address not in client.get(reverse("roster:import_show", args=[row.pk])).content.decode()


def test_a_large_one_is_taken_back_by_a_job(world: World, django_capture_on_commit_callbacks: Any) -> None:
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=workbook(large_book(540, 12, 20)))
    importing.apply(by=world.office, pk=row.pk)
    with django_capture_on_commit_callbacks(execute=True):
        answer = world.client("孙悦").post(reverse("roster:import_undo", args=[row.pk]), {"op": str(uuid.uuid4())})
    job = Job.objects.of(world.school).get()
    assert answer["Location"].endswith(f"?job={job.pk}")
    assert (job.state, job.message) == ("done", "已撤回。名册恢复到这次导入之前的样子。")
    assert Student.objects.of(world.school).filter(left_on=None).count() == 6


def test_a_later_change_is_named(world: World) -> None:
    row = applied(world)
    Student.objects.of(world.school).filter(number="S1").update(seat=40)
    page = world.client("孙悦").post(reverse("roster:import_undo", args=[row.pk]), follow=True).content.decode()
    assert "导入之后有人改过或用到了：何晨曦。" in page
    assert Student.objects.of(world.school).filter(number="S1").exists()


def test_after_a_day_there_is_no_button(world: World) -> None:
    row = applied(world)
    with time_machine.travel(NOW + dt.timedelta(hours=25), tick=False):
        client = world.client("孙悦")
        address = reverse("roster:import_undo", args=[row.pk])
        assert address not in client.get(reverse("roster:import_show", args=[row.pk])).content.decode()
        assert "写入后一天之内才可以" in client.post(address, follow=True).content.decode()


def test_only_the_office_of_this_school_may(world: World) -> None:
    address = reverse("roster:import_undo", args=[applied(world).pk])
    assert world.client("钱程").post(address).status_code == 403
    assert world.client("孙悦").post(reverse("roster:import_undo", args=[uuid.uuid4()])).status_code == 404
