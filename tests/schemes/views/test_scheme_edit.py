from typing import Any

from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from tests.schemes.conftest import TYPED
from tests.world import World


def url(row: SchemeVersion) -> str:
    return f"/schemes/{row.pk}/edit/"


def filled(row: SchemeVersion, **typed: Any) -> dict[str, Any]:
    return {
        "cycle__weeks": 4,
        "capacity__mentor__min": 7,
        "capacity__mentor__max": 16,
        "appraisal__items__individual__chosen": "",
        "edit": row.edit,
        **typed,
    }


def test_only_what_differs_from_the_text_becomes_an_own_clause(world: World, draft: SchemeVersion) -> None:
    answer = world.client("孙悦").post(url(draft), filled(draft))
    assert answer["Location"] == f"/schemes/?version={draft.pk}"
    draft.refresh_from_db()
    assert draft.changes == TYPED


def test_values_the_text_leaves_open_say_that_they_are_needed_typed_or_not(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    assert client.get(url(draft)).content.decode().count("公布前要填") == 3  # cycle, least and most of a mentor
    client.post(url(draft), filled(draft))
    assert client.get(url(draft)).content.decode().count("公布前要填") == 3


def test_sections_say_how_many_entries_and_what_is_the_schools_own(world: World, ready: SchemeVersion) -> None:
    page = world.client("孙悦").get(url(ready)).content.decode()
    assert "工作要求 (4)" in page
    assert "小组谈话或集体指导、个别指导、与家长沟通、导师工作实施方案" in page
    assert page.count("2 处校本补充") == 1  # capacity
    assert page.count("1 处校本补充") == 1  # cycle
    assert "处要填" not in page


def test_scoring_is_chosen_here(world: World, draft: SchemeVersion) -> None:
    world.client("孙悦").post(url(draft), filled(draft, appraisal__items__individual__chosen="as_printed"))
    draft.refresh_from_db()
    assert draft.changes["appraisal.items.individual.chosen"] == "as_printed"


def test_bounds_out_of_order_are_a_sentence_and_the_typed_text_is_kept(world: World, draft: SchemeVersion) -> None:
    page = world.client("孙悦").post(url(draft), filled(draft, capacity__mentor__min=20)).content.decode()
    assert "导师：应当最少 ≤ 目标 ≤ 最多，请改一改。" in page
    assert 'name="capacity__mentor__min" value="20"' in page


def test_second_editor_keeps_the_text_and_may_save_again(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    stale = filled(draft, cycle__weeks=5)
    services.set_values(by=world.office, pk=draft.pk, changes={"cycle.weeks": 6}, edit=draft.edit)
    page = client.post(url(draft), stale).content.decode()
    assert "刚才有人改了这份草稿。你填的内容还在，再保存一次就以你的为准。" in page
    assert 'name="cycle__weeks" value="5"' in page
    draft.refresh_from_db()
    assert f'name="edit" value="{draft.edit}"' in page
    assert client.post(url(draft), stale | {"edit": draft.edit}).status_code == 302


def test_published_version_is_shown_instead_of_edited(world: World, published: SchemeVersion) -> None:
    answer = world.client("孙悦").get(url(published))
    assert answer["Location"] == f"/schemes/?version={published.pk}"


def test_somebody_elses_scheme_is_not_found(world: World) -> None:
    theirs = SchemeVersion.objects.create(school=world.other, preset_key="taigu-no2-2012", version=1, title="邻校")
    assert world.client("孙悦").get(url(theirs)).status_code == 404
