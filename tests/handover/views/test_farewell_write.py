from taoli.handover.models import Farewell
from tests.handover.sending import Two, drafted, form, sent
from tests.world import World

URL = "/handover/farewells/"


def test_nothing_is_asked_of_most(world: World) -> None:
    assert "目前没有请您写的" in world.client("王敏").get(URL).content.decode()


def test_the_mentor_writes_one_sentence(both: Two) -> None:
    package = drafted(both)
    row, wang = Farewell.objects.of(both.world.school).get(), both.world.client("王敏")
    assert "先听他把话说完" in wang.get(URL).content.decode()
    assert "必填" in wang.post(URL, form(pk=str(row.pk), edit=row.edit, text="")).content.decode()
    old = wang.post(URL, form(pk=str(row.pk), edit=0, text="x")).content.decode()
    assert "另一个窗口" in old
    wang.post(URL, form(pk=str(row.pk), edit=row.edit, text="喜欢先做后说"))
    row.refresh_from_db()
    assert row.text == "喜欢先做后说"
    sent(both, package)
    assert "档案包已发出" in wang.get(URL).content.decode()


def test_who_was_not_asked_sees_nothing(both: Two) -> None:
    drafted(both)
    assert both.world.client("李慧").get(URL).status_code == 403
