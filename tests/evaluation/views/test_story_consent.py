import uuid

from taoli.evaluation.models import StoryStudent
from taoli.evaluation.queries.stories import about_rows
from tests.duties.school import settle
from tests.evaluation.honouring import collected, sent, url, write
from tests.world import World


def test_it_is_noted_with_who_agreed(world: World) -> None:
    settle(world)
    story = write(world, "林子涵")
    row = about_rows(story)[0].row
    client = world.client("王敏")
    answer = client.post(url("story_consent", story.pk), sent(about=str(row.pk), said="given", giver="guardian"))
    assert answer["Location"] == url("story_show", story.pk)
    assert StoryStudent.objects.of(world.school).get().consent == "given"
    young = client.post(url("story_consent", story.pk), sent(about=str(row.pk), said="given", giver="student"))
    assert young.status_code == 409
    assert client.post(url("story_consent", story.pk), sent(about="nonsense", said="given")).status_code == 409
    assert client.post(url("story_consent", story.pk), sent(about=str(uuid.uuid4()), said="given")).status_code == 404


def test_the_office_notes_that_it_was_taken_back(world: World) -> None:
    settle(world)
    story = collected(world, "林子涵")
    row = about_rows(story)[0].row
    client = world.client("孙悦")
    answer = client.post(url("story_consent", story.pk), sent(about=str(row.pk), said="taken_back"))
    assert answer["Location"] == url("story_list")
    assert client.get(url("story_review", story.pk)).status_code == 404
    story.refresh_from_db()
    assert story.state == "withdrawn"
    assert world.client("李慧").post(url("story_consent", story.pk), sent(about=str(row.pk))).status_code == 404
