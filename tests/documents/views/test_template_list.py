from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from taoli.documents.official.registry import forms
from taoli.documents.services.templates import keep_template
from tests.documents.templating import KEY, own
from tests.world import World

URL = "/documents/templates/"


def test_every_form_stands_in_the_list_with_what_it_is_printed_from(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert all(form.title in page for form in forms().values())
    assert "默认模板" in page
    keep_template(by=world.office, form=forms()[KEY], name="校版.docx", data=own("{{ school }}"))
    page = world.client("孙悦").get(URL).content.decode()
    assert "本校第 1 版" in page
    assert "孙悦" in page


def test_a_file_in_the_servers_folder_is_said(world: World, settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    place = tmp_path / "forms" / "taoli"
    place.mkdir(parents=True)
    (place / f"{KEY}.docx").write_bytes(own("{{ school }}"))
    assert "服务器上的文件" in world.client("孙悦").get(URL).content.decode()


def test_the_number_of_statements_does_not_grow_with_the_versions(world: World) -> None:
    client = world.client("孙悦")
    client.get(URL)
    counts = []
    for many in (1, 3):
        for _no in range(many):
            keep_template(by=world.office, form=forms()[KEY], name="a.docx", data=own("{{ school }}"))
        with CaptureQueriesContext(connection) as seen:
            client.get(URL)
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["王敏", "李慧", "钱程", "郑明", "林子涵"])
def test_only_the_office_sees_it(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403
    assert "Word 模板" not in world.client(name).get("/documents/").content.decode()


def test_the_list_of_forms_leads_to_it(world: World) -> None:
    assert URL in world.client("孙悦").get("/documents/").content.decode()
