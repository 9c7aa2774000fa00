from taoli.evaluation.models import Story
from tests.duties.school import settle
from tests.evaluation.honouring import sent, url, write
from tests.world import World

URL = url("story_edit")


def test_a_draft_is_kept_once_with_the_students_it_is_about(world: World) -> None:
    settle(world)
    client = world.client("王敏")
    assert "林子涵（高一(1)班）" in client.get(URL).content.decode()
    said = sent(kind="case", title="慢一点", text="他来了。", students=[str(world.students["林子涵"].pk)], edit=0)
    for _each in range(2):
        client.post(URL, said)
    story = Story.objects.of(world.school).get()
    assert [row.student.name for row in story.about.of(world.school)] == ["林子涵"]


def test_a_late_page_keeps_its_text(world: World) -> None:
    story = write(world)
    said = sent(kind="case", title="另一页", text="另一页写的", edit=0)
    page = world.client("王敏").post(f"{URL}?story={story.pk}", said).content.decode()
    assert "另一页写的" in page
    assert "另一个页面" in page


def test_a_colleagues_is_not_found(world: World) -> None:
    story = write(world)
    assert world.client("李慧").get(f"{URL}?story={story.pk}").status_code == 404
    assert world.client("王敏").get(f"{URL}?story=nonsense").status_code == 404
    assert world.client("钱程").get(URL).status_code == 403


def test_a_text_that_is_too_long_is_said_at_the_field(world: World) -> None:
    answer = world.client("王敏").post(URL, sent(kind="case", title="长", text="长" * 6001))
    assert answer.context["form"].errors["text"]
