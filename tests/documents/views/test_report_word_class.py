from tests.archive.speaking import TEXT, release
from tests.documents.reading import lines, word
from tests.world import World


def test_released_ones_of_the_class_stand_on_it_and_none_is_said(world: World) -> None:
    room = world.classes["高一(1)班"].pk
    address, client = f"/documents/reports/{room}/{world.term.pk}.docx", world.client("李慧")
    assert client.get(address)["Location"] == f"/archive/evaluations/?room={room}&term={world.term.pk}"
    assert "没有可打印的" in client.get(f"/archive/evaluations/?room={room}").content.decode()
    release(world)
    texts = lines(word(client, address))
    assert (texts.count("学生成长报告"), texts.count(TEXT)) == (1, 1)


def test_another_class_has_nothing(world: World) -> None:
    release(world)
    address = f"/documents/reports/{world.classes['高二(1)班'].pk}/{world.term.pk}.docx"
    assert world.client("李慧").get(address).status_code == 302
    assert world.client("王敏").get(address).status_code == 403
