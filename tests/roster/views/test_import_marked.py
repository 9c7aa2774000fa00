"""The copy with the faults marked."""

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from taoli.common.policy import system
from taoli.roster.models import RosterUpload
from taoli.roster.services import importing
from tests.roster.books import changed
from tests.world import World


def refused(client: Client) -> str:
    """Upload a workbook with a fault, and return where its copy is."""
    bad = SimpleUploadedFile("坏.xlsx", changed("任课", 3, 1, "高一(13)班"))
    answer = client.post(reverse("roster:import_new"), {"file": bad})
    address = reverse("roster:import_marked", args=[answer.context["row"].pk])
    assert address in answer.content.decode()
    return address


def test_the_copy_of_a_refused_file_has_its_fault_marked(world: World) -> None:
    client = world.client("孙悦")
    answer = client.get(refused(client))
    assert answer["Content-Disposition"].startswith("attachment")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book["任课"]["A3"].value == "高一(13)班"
    assert "不在名册里" in book["任课"]["A3"].comment.text


def test_when_the_files_are_forgotten_it_says_so(world: World) -> None:
    client = world.client("孙悦")
    address = refused(client)
    RosterUpload.objects.of(world.school).delete()
    answer = client.get(address, follow=True)
    assert "请重新上传" in answer.content.decode()


def test_a_file_that_cannot_be_read_is_not_kept(world: World) -> None:
    answer = world.client("孙悦").post(
        reverse("roster:import_new"), {"file": SimpleUploadedFile("坏.xlsx", b"no workbook")}
    )
    assert answer.context["marked"] is False
    assert not RosterUpload.objects.of(world.school).exists()


def test_nobody_else_gets_it_and_no_other_school(world: World) -> None:
    address = refused(world.client("孙悦"))
    for person in ("王敏", "李慧", "钱程", "郑明", "林子涵"):
        assert world.client(person).get(address).status_code == 403
    row = importing.keep(
        by=system(world.other.pk), row=importing.read(by=system(world.other.pk), file_name="x.csv", data=b"1,2\n")
    )
    assert world.client("孙悦").get(reverse("roster:import_marked", args=[row.pk])).status_code == 302
