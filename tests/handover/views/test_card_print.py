import pytest

from taoli.handover.models import BridgeCard
from tests.handover.sending import Two, form


def url(both: Two, name: str = "林子涵") -> str:
    return f"/handover/students/{both.world.students[name].pk}/card/"


def test_the_card_prints_with_its_stub_and_the_same_code_again(both: Two) -> None:
    office = both.world.client("孙悦")
    assert "学段衔接卡" in office.get(url(both)).content.decode()
    for school in ("远方中学", "近处中学"):
        office.post(url(both), form(to_school=school))
    card = BridgeCard.objects.of(both.world.school).get()
    page = office.get(url(both)).content.decode()
    assert card.code in page
    assert "近处中学" in page
    assert "暂无记录" in page
    assert "必填" in office.post(url(both), form(to_school="")).content.decode()


@pytest.mark.parametrize(
    ("name", "student", "code"), [("李慧", "孙浩然", 200), ("李慧", "钱多多", 404), ("王敏", "林子涵", 403)]
)
def test_who_prints_it(both: Two, name: str, student: str, code: int) -> None:
    assert both.world.client(name).get(url(both, student)).status_code == code
