import time_machine

from taoli.common.models import ViewLog
from taoli.matching.models import ChoiceRound, Wish
from tests.world import World


def test_right_lines_are_saved_and_shown_wrong_ones_stay_typed(world: World, choice_round: ChoiceRound) -> None:
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/wishes/type/"
    assert "6 名学生中，0 名已交。" in client.get(url).content.decode()
    form = {
        "number": ["S001", " S0 99", "", "S002"],
        "wish1": ["T001", "T001", "", "李慧"],
        "wish2": ["", "T002", "", "没有"],
        "wish3": ["T003", "", "", ""],
    }
    page = client.post(url, form).content.decode()
    assert "已保存 1 份，请核对" in page
    assert "林子涵" in page
    assert "1 王敏 2 陈立" in page
    assert "有 2 行没有保存，排在最前面。" in page
    assert "学号 S099 不在名册里。" in page
    assert 'value="S099"' in page
    assert 'value="没有"' in page
    assert Wish.objects.of(world.school).count() == 2
    log = ViewLog.objects.of(world.school).get()
    assert (log.noun, log.ids) == ("matching.wish", [str(world.students["林子涵"].pk)])


def test_an_earlier_sheet_is_replaced_when_its_line_says_so(world: World, choice_round: ChoiceRound) -> None:
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/wishes/type/"
    client.post(url, {"number": ["S001"], "wish1": ["T001"]})
    assert "林子涵已经交过了" in client.post(url, {"number": ["S001"], "wish1": ["T002"]}).content.decode()
    client.post(url, {"number": ["", "S001"], "wish1": ["", "T002"], "replace": ["1"]})
    assert Wish.objects.of(world.school).get().mentor.name == "李慧"


def test_nothing_typed_changes_nothing_and_papers_may_have_been_in_time(
    world: World, choice_round: ChoiceRound
) -> None:
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/wishes/type/"
    assert client.post(url, {"number": ["", ""], "wish1": ["", ""]})["Location"] == url
    with time_machine.travel("2026-12-01T10:00+08:00", tick=False):
        assert "这些表是截止前交的" in client.get(url).content.decode()
        client.post(url, {"number": ["S001"], "wish1": ["T001"], "in_time": "1"})
    assert not choice_round.sheets.of(world.school).get().late
