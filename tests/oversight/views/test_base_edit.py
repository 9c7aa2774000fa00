import pytest

from taoli.common.errors import TaoliError
from taoli.oversight.models import BaseDraft
from taoli.oversight.services.bases import mark_base
from tests.oversight.base_facts import TALK, drafted
from tests.world import World


@pytest.fixture
def draft(world: World) -> BaseDraft:
    return drafted(world)


def sent(page: object, **more: str) -> dict[str, str]:
    form = page.context["form"]  # type: ignore[attr-defined]
    data = {name: str(form[name].value()) for name in form.fields}
    return {**data, **more}


def test_each_place_is_marked_binding_open_or_free(world: World, draft: BaseDraft) -> None:
    client, url = world.client("郑岚"), f"/oversight/bases/drafts/{draft.pk}/"
    page = client.get(f"{url}?part=capacity")
    text = page.content.decode()
    assert "须遵守：学校可以加严，不能放宽" in text
    assert "每月两次可以改成每周一次" in text
    assert page.context["form"].fields["capacity.mentor.max"].choices[-1][0] == "open"
    answer = client.post(f"{url}?part=cycle", sent(client.get(f"{url}?part=cycle"), **{"cycle.weeks": "open"}))
    assert answer["Location"] == f"{url}?part=cycle"
    row = BaseDraft.objects.of(world.bureaus["district"]).get()
    assert row.marks == {"cycle.weeks": "open", TALK: "binding"}
    client.post(f"{url}?part=cycle", sent(client.get(f"{url}?part=cycle"), **{"cycle.weeks": "free"}))
    row.refresh_from_db()
    assert row.marks == {TALK: "binding"}
    assert row.text["cycle"]["weeks"] == 4
    assert client.get(f"{url}?part=nothing").status_code == 404


def test_a_mark_that_is_none_and_a_place_that_is_none_change_nothing(world: World, draft: BaseDraft) -> None:
    client, url = world.client("郑岚"), f"/oversight/bases/drafts/{draft.pk}/?part=duties"
    page = client.post(url, sent(client.get(url), **{TALK: "sacred"})).content.decode()
    assert "选择一个有效的选项" in page
    with pytest.raises(TaoliError, match="这一处不能这样标注"):
        mark_base(by=world.actor("郑岚"), pk=draft.pk, part="duties", marks={"duties.x": "binding"}, edit=draft.edit)
    draft.refresh_from_db()
    assert draft.marks == {TALK: "binding"}


def test_whoever_saves_later_is_told_and_loses_nothing(world: World, draft: BaseDraft) -> None:
    client, url = world.client("郑岚"), f"/oversight/bases/drafts/{draft.pk}/?part=cycle"
    stale = sent(client.get(url), **{"cycle.weeks": "binding"})
    client.post(url, {"title": "春和区全员育人导师制基础方案", "edit": str(draft.edit)})
    draft.refresh_from_db()
    assert draft.title == "春和区全员育人导师制基础方案"
    page = client.post(url, stale)
    assert "刚才有人改了这份草稿" in page.content.decode()
    again = sent(page)
    assert (again["cycle.weeks"], again["edit"]) == ("binding", str(draft.edit))
    client.post(url, again)
    draft.refresh_from_db()
    assert draft.marks == {TALK: "binding", "cycle.weeks": "binding"}
