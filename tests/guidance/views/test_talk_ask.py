import uuid

from taoli.guidance.models import TalkAsk
from tests.guidance.talking import asked, body, mentor_key
from tests.world import World

PAGE = "/guidance/talks/ask/"


def test_numbers_stand_before_the_text_and_adults_are_offered(world: World) -> None:
    page = body(world.client("林子涵"), PAGE)
    assert page.index("12356") < page.index("110</b>") < page.index("<textarea")
    assert "王老师 · 我的导师" in page
    assert "11月24日" in page


def test_a_wish_sent_twice_is_one(world: World) -> None:
    client, data = world.client("林子涵"), {"adult": mentor_key(world), "text": "😀𠮷 想说", "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(PAGE, data).status_code == 302
    assert TalkAsk.objects.of(world.school).get().text == "😀𠮷 想说"


def test_words_are_optional_but_not_endless_and_a_strange_adult_is_refused(world: World) -> None:
    client = world.client("林子涵")
    assert "500" in client.post(PAGE, {"adult": mentor_key(world), "text": "长" * 10_000}).content.decode()
    assert client.post(PAGE, {"adult": mentor_key(world, "周宁")}).status_code == 200
    assert client.post(PAGE, {}).status_code == 200
    assert not TalkAsk.objects.of(world.school).exists()


def test_on_a_shared_computer_the_session_ends_at_once(world: World) -> None:
    client = world.client("林子涵")
    answer = client.post(PAGE, {"adult": mentor_key(world), "shared": "on"})
    assert answer["Location"] == "/guidance/talk/?done=sent"
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/my-mentor/").status_code == 302
    assert TalkAsk.objects.of(world.school).count() == 1


def test_it_is_taken_back_from_the_page(world: World) -> None:
    asked(world)
    client = world.client("林子涵")
    assert "收回" in body(client, PAGE)
    client.post(PAGE, {"back": "1"})
    assert TalkAsk.objects.of(world.school).get().state == "taken_back"
    assert client.post(PAGE, {"back": "1"}, follow=True).status_code == 200
