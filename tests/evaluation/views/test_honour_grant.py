import uuid

from django.urls import reverse

from taoli.evaluation.models import AppraisalRun, HonourGrant
from tests.evaluation.queries.test_honours import FIRST, STARS, drafted
from tests.world import World


def url(run: AppraisalRun, key: str = "stars") -> str:
    return reverse("evaluation:honour_grant", args=[run.pk, key])


def test_stars_are_given_with_the_criteria_ticked(world: World) -> None:
    run = drafted(world, honours=[STARS])
    client = world.client("孙悦")
    assert "听课十节" in client.get(url(run)).content.decode()
    form = {"mentor": str(world.staff["王敏"].pk), "level": "1", "met": ["听课十节"], "op": str(uuid.uuid4())}
    text = client.post(url(run), form, follow=True).content.decode()
    assert "一星 · 符合的条件: 听课十节" in text
    client.post(url(run), form)
    assert HonourGrant.objects.of(world.school).count() == 1
    assert "王敏（一星）" in client.get(reverse("evaluation:appraisal_show")).content.decode()


def test_nobody_chosen_is_said_at_the_field(world: World) -> None:
    run = drafted(world, honours=[STARS])
    answer = world.client("孙悦").post(url(run), {"level": "1"})
    assert answer.context["form"].errors["mentor"]


def test_a_mentor_who_is_no_longer_there_is_refused(world: World) -> None:
    run = drafted(world, honours=[STARS])
    form = {"mentor": str(world.staff["孙悦"].pk), "level": "1", "op": str(uuid.uuid4())}
    assert world.client("孙悦").post(url(run), form).context["form"].errors["mentor"]


def test_a_title_asks_for_the_mentor_only(world: World) -> None:
    run = drafted(world, honours=[{"key": "title", "label": "标兵", "kind": "title", "clause": STARS["clause"]}])
    client = world.client("孙悦")
    assert 'name="level"' not in client.get(url(run, "title")).content.decode()
    client.post(url(run, "title"), {"mentor": str(world.staff["陈立"].pk), "op": str(uuid.uuid4())})
    assert HonourGrant.objects.of(world.school).get().mentor == world.staff["陈立"]


def test_who_gets_it_from_the_totals_is_a_list_without_scores_or_form(world: World) -> None:
    run = drafted(world, honours=[FIRST])
    client = world.client("孙悦")
    text = client.get(url(run, "best")).content.decode()
    assert "王敏、李慧、陈立" in text
    assert "按姓氏笔画为序。" in text
    assert "授予一位导师" not in text
    form = {"mentor": str(world.staff["王敏"].pk), "op": str(uuid.uuid4())}
    assert client.post(url(run, "best"), form).status_code == 404
    assert client.get(url(run, "none")).status_code == 404
    assert world.client("钱程").get(url(run, "best")).status_code == 403
