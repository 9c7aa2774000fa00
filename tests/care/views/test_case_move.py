import pytest

from taoli.care.models import CareCase
from tests.care.caring import NEXT, OUTCOME, closed, fresh, sent, taken, worry
from tests.world import World


def url(case: CareCase, do: str) -> str:
    return f"/care/cases/{case.pk}/{do}/"


def test_one_case_goes_all_the_way_by_its_pages(world: World) -> None:
    case = worry(world)
    chen = str(world.staff["陈立"].pk)
    steps = (
        ("李慧", "climb", {"text": "请年级看看"}),
        ("赵国栋", "climb", {"text": "请学校定"}),
        ("钱程", "take_on", {"leader": str(world.staff["钱程"].pk), "day": NEXT, "text": "列入"}),
        ("钱程", "review", {"text": "好些了", "day": NEXT}),
        ("钱程", "answer", {"text": "照此办"}),
        ("赵国栋", "hand_on", {"leader": chen, "text": "离得近"}),
        ("赵国栋", "answer", {"text": "班里继续"}),
        ("李慧", "close", {"text": OUTCOME}),
        ("李慧", "reopen", {"text": "又不吃了", "day": NEXT}),
    )
    for name, do, said in steps:
        client = world.client(name)
        assert client.get(url(case, do)).status_code == 200, do
        answer = client.post(url(case, do), sent(edit=fresh(case).edit, **said))
        assert answer.status_code == 302, (do, answer.content.decode()[-3000:])
    row = fresh(case)
    assert (row.state, row.level, str(row.leader_id)) == ("open", "class", chen)


def test_not_taken_on_and_taken_up_again_without_a_day(world: World) -> None:
    case, client = worry(world), world.client("李慧")
    client.post(url(case, "decline"), sent(edit=1, text="只是感冒"))
    assert 'name="day"' not in client.get(url(case, "reopen")).content.decode()
    client.post(url(case, "reopen"), sent(edit=2, text="又来了"))
    assert fresh(case).state == "raised"


def test_who_is_late_keeps_the_words(world: World) -> None:
    case = worry(world)
    page = world.client("李慧").post(url(case, "climb"), sent(edit=9, text="我写的长长的话")).content.decode()
    assert "我写的长长的话" in page
    assert "另一个页面" in page
    assert fresh(case).level == "class"


def test_sent_twice_it_moves_once(world: World) -> None:
    case, client, form = worry(world), world.client("李慧"), sent(edit=1, text="请看看")
    first = client.post(url(case, "climb"), form)
    assert client.post(url(case, "climb"), form)["Location"] == first["Location"]
    assert fresh(case).level == "grade"


@pytest.mark.parametrize(("name", "do"), [("王敏", "climb"), ("赵国栋", "climb"), ("李慧", "close"), ("李慧", "dance")])
def test_what_is_not_offered_is_not_found(world: World, name: str, do: str) -> None:
    assert world.client(name).get(url(worry(world), do)).status_code == 404


@pytest.mark.parametrize(("name", "code"), [("何静", 404), ("郑明", 403)])
def test_others_do_not_reach_it(world: World, name: str, code: int) -> None:
    assert world.client(name).post(url(worry(world), "climb"), sent(edit=1, text="x")).status_code == code


def test_who_may_read_but_not_decide_is_refused_in_words(world: World) -> None:
    case = worry(world)
    page = world.client("王敏").post(url(case, "climb"), sent(edit=1, text="请看看")).content.decode()
    assert "不在您这一级" in page
    assert fresh(case).level == "class"


def test_a_case_closed_meanwhile_says_so(world: World) -> None:
    case = closed(world)
    page = world.client("李慧").post(url(case, "close"), sent(edit=case.edit, text=OUTCOME)).content.decode()
    assert "刚刚有变动" in page


def test_a_leader_from_nowhere_is_refused(world: World) -> None:
    case = taken(world)
    page = world.client("李慧").post(url(case, "hand_on"), sent(edit=2, text="换", leader="nobody")).content.decode()
    assert "error" in page
    assert fresh(case).leader_id == world.staff["陈立"].pk
