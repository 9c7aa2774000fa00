from taoli.oversight.models import BaseDraft, Member
from taoli.oversight.services.bases import mark_base, publish_base, start_base
from taoli.schemes import services
from taoli.schemes.models import BaseScheme
from tests.engine.examples import taigu
from tests.oversight.base_facts import TALK, drafted, published
from tests.world import World


def test_it_says_who_is_touched_and_freezes_the_version(world: World) -> None:
    draft, client = drafted(world), world.client("郑岚")
    url = f"/oversight/bases/drafts/{draft.pk}/publish/"
    page = client.get(url).content.decode()
    assert "2 所学校会在方案页面看到它" in page
    assert "1 处须遵守" in page
    assert not BaseScheme.objects.exists()
    answer = client.post(url, {"edit": draft.edit})
    base = BaseScheme.objects.get()
    assert answer["Location"] == f"/oversight/bases/{base.pk}/"
    assert (base.area_id, base.version, base.binding) == (world.school.area_id, 1, [TALK])
    assert not BaseDraft.objects.of(world.bureaus["district"]).exists()
    assert client.get(url).status_code == 404


def test_a_school_on_a_server_of_its_own_is_not_said_to_find_it(world: World) -> None:
    draft = drafted(world)
    Member.objects.of(world.bureaus["district"]).filter(hosted=world.school).update(hosted=None)
    page = world.client("郑岚").get(f"/oversight/bases/drafts/{draft.pk}/publish/").content.decode()
    assert "1 所学校会在方案页面看到它" in page
    assert "1 所学校使用自己的服务器，那里看不到它" in page


def test_a_base_that_asks_for_less_than_its_last_version_says_so(world: World) -> None:
    published(world)
    by = world.actor("郑岚")
    row = start_base(by=by, scheme=taigu(duties__individual__per="term"))
    url = f"/oversight/bases/drafts/{row.pk}/publish/"
    page = world.client("郑岚").get(url).content.decode()
    assert "比上一版要求低的地方" in page
    assert "要求的是每月 1 次，改成每学期 1 次就低了" in page
    assert "不再须遵守" in page
    base = publish_base(by=by, pk=row.pk, edit=row.edit)
    assert (base.version, base.binding) == (2, [])


def test_of_two_versions_at_once_the_second_is_kept_back(world: World) -> None:
    row, client = drafted(world), world.client("郑岚")
    assert world.school.area
    services.publish_base(area=world.school.area, scheme=taigu(), binding=[])
    url = f"/oversight/bases/drafts/{row.pk}/publish/"
    assert "您编写期间，第 1 版已经发布" in client.post(url, {"edit": row.edit}).content.decode()
    assert "刚才有人改了这份草稿" in client.post(url, {"edit": "0"}).content.decode()
    assert BaseScheme.objects.count() == 1


def test_what_no_longer_holds_together_is_said_before_it_is_saved(world: World) -> None:
    row = drafted(world)
    by = world.actor("郑岚")
    marked = mark_base(by=by, pk=row.pk, part="cycle", marks={"cycle.weeks": "open"}, edit=row.edit)
    base = publish_base(by=by, pk=row.pk, edit=marked.edit)
    assert base.rules["cycle"]["weeks"] is None
    assert "weeks" in base.rules["cycle"]["open"]
