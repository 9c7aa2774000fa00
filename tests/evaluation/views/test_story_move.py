from tests.evaluation.honouring import collected, sent, url, write
from tests.world import World


def test_the_author_hands_it_in_once(world: World) -> None:
    story, client, said = write(world), world.client("王敏"), sent(to="in")
    for _each in range(2):
        assert client.post(url("story_move", story.pk), said).status_code == 302
    story.refresh_from_db()
    assert story.state == "submitted"
    assert client.post(url("story_move", story.pk), sent(to="in")).status_code == 409


def test_the_office_takes_one_out_but_hands_none_in(world: World) -> None:
    story, client = collected(world), world.client("孙悦")
    assert client.post(url("story_move", story.pk), sent(to="in")).status_code == 404
    client.post(url("story_move", story.pk), sent(to="out"))
    story.refresh_from_db()
    assert story.state == "withdrawn"
    assert world.client("李慧").post(url("story_move", story.pk), sent(to="out")).status_code == 404
