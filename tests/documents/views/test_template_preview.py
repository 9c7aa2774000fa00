from pathlib import Path

from pytest_django import Settings

from taoli.documents.official.registry import forms
from taoli.documents.services.templates import keep_template
from tests.documents.reading import lines, word
from tests.documents.templating import KEY, own
from tests.world import World

URL = f"/documents/templates/{KEY}/preview.docx"


def test_the_sample_is_filled_into_what_is_in_use(world: World) -> None:
    paper = word(world.client("孙悦"), URL)
    assert "林子涵" in paper.tables[0].rows[0].cells[1].text
    keep_template(by=world.office, form=forms()[KEY], name="a.docx", data=own("{{ school }}的表"))
    assert lines(word(world.client("孙悦"), URL)) == ["桃李中学的表"]


def test_a_file_on_the_server_that_cannot_be_filled_is_said(world: World, settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    place = tmp_path / "forms" / "taoli"
    place.mkdir(parents=True)
    (place / f"{KEY}.docx").write_bytes(own("{{ school"))
    answer = world.client("孙悦").get(URL, follow=True)
    assert f"学校自己的模板 {KEY}.docx 填不了" in answer.content.decode()
