from typing import Any

from taoli.schemes.models import SchemeVersion
from tests.schemes.conftest import TYPED
from tests.schemes.views.test_entry_edit import as_shown, url
from tests.world import World


def asked(world: World, row: SchemeVersion, section: str, name: str, **typed: Any) -> str:
    client = world.client("孙悦")
    data = as_shown(client, url(row, section, name)) | typed
    return client.get(f"/schemes/{row.pk}/load/{section}/{name}/", data).content.decode()


def test_load_with_the_change_stands_beside_the_load_now_and_nothing_is_saved(
    world: World, ready: SchemeVersion
) -> None:
    text = asked(world, ready, "duties", "individual", per="week")
    assert "现在每周" in text
    assert "改后每周" in text
    ready.refresh_from_db()
    assert ready.changes == TYPED


def test_a_change_without_minutes_says_so(world: World, ready: SchemeVersion) -> None:
    assert "这样改不影响" in asked(world, ready, "duties", "individual", label="个别谈话")


def test_what_does_not_hold_together_is_said(world: World, ready: SchemeVersion) -> None:
    assert "要求 2 次，目标却是 1 次" in asked(world, ready, "duties", "individual", aim=1, times=2)


def test_half_typed_forms_show_the_load_as_it_is(world: World, ready: SchemeVersion) -> None:
    assert "一位导师带" in asked(world, ready, "duties", "new", label="")
    text = world.client("孙悦").get(f"/schemes/{ready.pk}/load/guidances/-/", {}).content.decode()
    assert "一位导师带" in text


def test_parts_without_entries_ask_too(world: World, ready: SchemeVersion) -> None:
    data = {"weeks": 2, "anchor_week": 1, "first_week": 1, "edit": ready.edit}
    text = world.client("孙悦").get(f"/schemes/{ready.pk}/load/cycle/-/", data).content.decode()
    assert "改后每周" in text
