"""Dropping an import."""

from django.urls import reverse

from taoli.roster.models import Student
from taoli.roster.services import importing
from tests.roster.books import school_book, workbook
from tests.world import World


def test_dropping_forgets_what_was_read_and_leaves_the_roster(world: World) -> None:
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=workbook(school_book()))
    before = Student.objects.of(world.school).count()
    address = reverse("roster:import_drop", args=[row.pk])
    answer = world.client("孙悦").post(address)
    assert answer["Location"] == reverse("roster:import_new")
    row.refresh_from_db()
    assert (row.state, row.plan) == ("dropped", {})
    assert Student.objects.of(world.school).count() == before
    page = world.client("孙悦").post(address, follow=True).content.decode()
    assert "这次导入已经完成或放弃了。" in page


def test_only_the_office_may_drop(world: World) -> None:
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=workbook(school_book()))
    assert world.client("钱程").post(reverse("roster:import_drop", args=[row.pk])).status_code == 403
