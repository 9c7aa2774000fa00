"""Downloading OneRoster."""

import io
import zipfile

from django.urls import reverse

from taoli.common.models import AuditEntry
from tests.world import CAST, World

URL = reverse("roster:export_oneroster")


def names(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return set(archive.namelist())


def test_the_office_downloads_a_zip(world: World) -> None:
    client = world.client("孙悦")
    assert URL in client.get(reverse("roster:import_new")).content.decode()
    answer = client.get(URL)
    assert answer["Content-Disposition"] == 'attachment; filename="oneroster 2026-11-23.zip"'
    assert {"manifest.csv", "users.csv", "roles.csv", "demographics.csv"} <= names(answer.content)


def test_a_day_makes_a_delta_and_a_tick_adds_contacts(world: World) -> None:
    client = world.client("孙悦")
    client.get(URL)
    answer = client.get(URL, {"since": "2026-11-23", "contacts": "on"})
    assert "delta" in answer["Content-Disposition"]
    entry = AuditEntry.objects.of(world.school).filter(action="roster.export_oneroster").order_by("seq").last()
    assert entry
    assert (entry.data["mode"], entry.data["contacts"]) == ("delta", True)


def test_a_day_that_is_none_gets_a_sentence(world: World) -> None:
    page = world.client("孙悦").get(URL, {"since": "gestern"}, follow=True).content.decode()
    assert "日期请写成 2026-11-01 这样。" in page


def test_only_the_office_may(world: World) -> None:
    answers = {role.value: world.client(name).get(URL).status_code for role, name in CAST.items()}
    assert answers == {**dict.fromkeys(answers, 403), "moral_office": 200}
