import uuid

from taoli.schemes.models import SchemeVersion
from tests.world import World


def url(row: SchemeVersion) -> str:
    return f"/schemes/{row.pk}/publish/"


def test_page_says_what_happens_to_how_many_people(world: World, ready: SchemeVersion) -> None:
    page = world.client("孙悦").get(url(ready)).content.decode()
    assert "从那一天起，10 位教职工按这份方案工作，涉及 6 名学生。" in page
    assert "这一版不能再改；以后要修改，就另建新版本。" in page
    assert 'value="2026-11-30"' in page  # the term has begun: next Monday


def test_publishing_twice_happens_once(world: World, ready: SchemeVersion) -> None:
    client = world.client("孙悦")
    form = {"in_force_from": "2026-09-01", "op": str(uuid.uuid4())}
    assert client.post(url(ready), form).status_code == 302
    assert client.post(url(ready), form).status_code == 302
    ready.refresh_from_db()
    assert (ready.state, str(ready.in_force_from)) == ("published", "2026-09-01")
    without = client.post(url(ready), {"in_force_from": "2026-10-01"})
    assert "这一版已经发布，不能再改。要修改，请另建新版本。" in without.content.decode()


def test_open_points_keep_the_button_away(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    page = client.get(url(draft)).content.decode()
    assert "一轮有几周：原文没有写；不填就算不出每轮的要求。" in page
    assert 'name="in_force_from"' not in page
    client.post(url(draft), {"in_force_from": "2026-09-01"})
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_published_version_needs_no_publishing(world: World, published: SchemeVersion) -> None:
    assert world.client("孙悦").get(url(published)).status_code == 302
