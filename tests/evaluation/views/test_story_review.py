from taoli.common.models import ViewLog
from taoli.evaluation import services
from tests.duties.school import settle
from tests.evaluation.honouring import sent, url, write
from tests.world import World


def test_both_stand_side_by_side_and_it_goes_in_once(world: World) -> None:
    settle(world)
    story, client = write(world), world.client("孙悦")
    services.submit_story(by=world.actor("王敏"), pk=story.pk)
    page = client.get(url("story_review", story.pk)).content.decode()
    assert "林子涵第一次来时不说话" in page
    assert "某同学第一次来时不说话" in page
    assert ViewLog.objects.of(world.school).filter(noun="evaluation.story").exists()
    story.refresh_from_db()
    said = sent(title="慢一点", text="某同学来了。", edit=story.edit)
    for _each in range(2):
        assert client.post(url("story_review", story.pk), said)["Location"] == url("story_list")
    story.refresh_from_db()
    assert (story.state, story.clean_text) == ("accepted", "某同学来了。")


def test_it_goes_back_with_a_word(world: World) -> None:
    story, client = write(world), world.client("孙悦")
    services.submit_story(by=world.actor("王敏"), pk=story.pk)
    said = sent(title="题", text="文", edit=1, back="1")
    assert "还缺什么" in client.post(url("story_review", story.pk), said).content.decode()
    client.post(url("story_review", story.pk), sent(title="题", text="文", edit=1, back="1", answer="请再写写"))
    assert "请再写写" in world.client("王敏").get(url("story_show", story.pk)).content.decode()


def test_others_do_not_and_a_draft_is_the_authors_own(world: World) -> None:
    assert world.client("孙悦").get(url("story_review", write(world).pk)).status_code == 404
    assert world.client("王敏").get(url("story_review", write(world).pk)).status_code == 403
