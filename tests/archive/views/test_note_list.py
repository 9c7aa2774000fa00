import pytest

from taoli.archive.models import SealedNote
from taoli.archive.services import keep_note
from tests.archive.growing import SEALED, sent
from tests.world import World

URL = "/archive/notes/"


def test_it_says_first_that_a_forgotten_phrase_loses_the_notes(world: World) -> None:
    page = world.client("林子涵").get(URL).content.decode()
    assert page.index("口令忘了谁也没法补") < page.index("新笔记")
    assert "12356" in page


def test_neither_phrase_nor_words_have_a_name_under_which_a_browser_could_send_them(world: World) -> None:
    page = world.client("林子涵").get(URL).content.decode()
    for part in ('id="phrase"', 'id="again"', 'id="words"'):
        tag = page[page.rindex("<", 0, page.index(part)) : page.index(">", page.index(part))]
        assert " name=" not in tag
    assert "data-draft" not in page


def test_what_is_sealed_is_kept_once_and_comes_back_sealed(world: World) -> None:
    client, form = world.client("林子涵"), sent(sealed=SEALED)
    for _each in range(2):
        assert client.post(URL, form)["Location"] == URL
    assert SealedNote.objects.of(world.school).count() == 1
    assert SEALED in client.get(URL).content.decode()


def test_open_words_are_refused(world: World) -> None:
    page = world.client("林子涵").post(URL, sent(sealed="今天有点难过")).content.decode()
    assert "没有加密成功" in page
    assert "今天有点难过" not in page


@pytest.mark.parametrize("name", ["王敏", "李慧", "孙悦", "钱程", "郑明", "吴考", "林母"])
def test_nobody_else_opens_the_page(world: World, name: str) -> None:
    keep_note(by=world.actor("林子涵"), sealed=SEALED)
    assert world.client(name).get(URL).status_code == 403
