import uuid
from typing import Any

import pytest
import time_machine

from taoli.matching import services
from taoli.matching.models import ChoiceRound, Wish, WishSheet
from taoli.matching.services import Introduction
from taoli.roster.models import Staff
from tests.matching.conftest import OWN_CLAUSE, offer_all, offer_of, publish_scheme
from tests.world import World

URL = "/matching/wishes/"
AFTER_CLOSING = "2026-12-01T10:00+08:00"


@pytest.fixture
def asked_why(world: World) -> ChoiceRound:
    """A round in which students may say why."""
    steps = [
        {"kind": "publish_mentors"},
        {"kind": "student_choice", "ranks": 3, "reason": True},
        *OWN_CLAUSE["steps"][2:],
    ]
    publish_scheme(world, **{**OWN_CLAUSE, "steps": steps})
    choice = services.open_round(by=world.office, name="2026年秋双向选择")
    offer_all(world, choice, 王敏=2, 李慧=2, 陈立=2, 周宁=2)
    services.set_step(by=world.office, round_id=choice.pk, kind="publish_mentors", done=True)
    return choice


def ongoing(world: World) -> str:
    return str(ChoiceRound.objects.of(world.school).get().pk)


def saved(world: World) -> list[str]:
    return [wish.mentor.name for wish in Wish.objects.of(world.school).select_related("mentor").order_by("rank")]


def chosen(page: str) -> list[str]:
    """The ids in the form, best first."""
    inside = page.split("data-chosen")[1].split("</ol>", maxsplit=1)[0]
    return [part.split('"')[0] for part in inside.split('name="w" value="')[1:]]


def test_taps_change_the_order_and_are_saved_only_when_asked(world: World, choice_round: ChoiceRound) -> None:
    client, wang, li = world.client("林子涵"), str(world.staff["王敏"].pk), str(world.staff["李慧"].pk)
    page = client.get(URL).content.decode()
    assert f'value="add:{wang}"' in page
    page = client.post(URL, {"w": [li], "tap": f"add:{wang}"}).content.decode()
    assert chosen(page) == [li, wang]
    page = client.post(URL, {"w": [li, wang], "tap": f"up:{wang}"}).content.decode()
    assert chosen(page) == [wang, li]
    page = client.post(URL, {"w": [wang, li], "tap": f"down:{wang}"}).content.decode()
    assert chosen(page) == [li, wang]
    page = client.post(URL, {"w": [li, wang], "tap": f"drop:{wang}"}).content.decode()
    assert chosen(page) == [li]
    assert chosen(client.post(URL, {"w": [li], "tap": "keep"}).content.decode()) == [li]
    assert chosen(client.post(URL, {"w": [li], "tap": "clear"}).content.decode()) == []
    assert saved(world) == []
    client.post(URL, {"w": [li, wang], "round": ongoing(world), "edit": "0", "op": str(uuid.uuid4())})
    assert saved(world) == ["李慧", "王敏"]
    assert "志愿已保存。截止前都可以再改。" in client.get(URL).content.decode()


def test_more_than_allowed_cannot_be_tapped(world: World, choice_round: ChoiceRound) -> None:
    ids = [str(world.staff[name].pk) for name in ("王敏", "李慧", "陈立")]
    fourth = str(world.staff["周宁"].pk)
    page = world.client("林子涵").post(URL, {"w": ids, "tap": f"add:{fourth}"}).content.decode()
    assert chosen(page) == ids


def test_a_reason_is_kept_between_taps_and_saved_with_its_wish(world: World, asked_why: ChoiceRound) -> None:
    client, wang, li = world.client("林子涵"), str(world.staff["王敏"].pk), str(world.staff["李慧"].pk)
    typed = {"w": [wang, li], f"reason_{wang}": "喜欢语文", f"reason_{li}": "离得近"}
    page = client.post(URL, {**typed, "tap": f"up:{li}"}).content.decode()
    assert chosen(page) == [li, wang]
    assert 'value="喜欢语文"' in page
    client.post(URL, {"w": [li, wang], f"reason_{wang}": "喜欢语文", "round": ongoing(world), "edit": "0"})
    wishes = Wish.objects.of(world.school).order_by("rank").values_list("rank", "reason")
    assert list(wishes) == [(1, ""), (2, "喜欢语文")]
    assert 'value="喜欢语文"' in client.get(URL).content.decode()


def test_choosing_nobody_is_a_sheet_too(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("林子涵")
    assert "保存：不选" in client.get(URL).content.decode()
    client.post(URL, {"round": ongoing(world), "edit": "0"})
    sheet = WishSheet.objects.of(world.school).get()
    assert (sheet.source, sheet.late, saved(world)) == ("own", False, [])
    assert "已保存：没有特别想选的导师，都可以。" in client.get(URL).content.decode()


def test_same_mentor_twice_is_a_sentence_and_what_was_typed_stays(world: World, choice_round: ChoiceRound) -> None:
    wang = str(world.staff["王敏"].pk)
    answer = (
        world.client("林子涵")
        .post(URL, {"w": [wang, wang, "nonsense"], "round": ongoing(world), "edit": "many"})
        .content.decode()
    )
    assert "志愿里有同一位导师填了两次，请选不同的导师。" in answer
    assert chosen(answer) == [wang]
    assert saved(world) == []


def test_of_two_tabs_the_second_is_told_and_keeps_what_it_had(world: World, choice_round: ChoiceRound) -> None:
    client, wang, li = world.client("林子涵"), str(world.staff["王敏"].pk), str(world.staff["李慧"].pk)
    client.post(URL, {"w": [wang], "round": ongoing(world), "edit": "0"})
    page = client.post(URL, {"w": [li], "round": ongoing(world), "edit": "0"}).content.decode()
    assert "这份志愿刚才在别处改过" in page
    assert "1 王敏" in page
    assert chosen(page) == [li]
    assert saved(world) == ["王敏"]
    assert 'name="edit" value="1"' in page
    client.post(URL, {"w": [li], "round": ongoing(world), "edit": "1"})
    assert saved(world) == ["李慧"]


def test_the_same_form_sent_twice_counts_once(world: World, choice_round: ChoiceRound) -> None:
    client, form = (
        world.client("林子涵"),
        {"w": [world.staff["王敏"].pk], "round": ongoing(world), "edit": "0", "op": str(uuid.uuid4())},
    )
    assert client.post(URL, form).status_code == 302
    assert client.post(URL, form).status_code == 302
    assert WishSheet.objects.of(world.school).get().edit == 1


def test_after_saving_one_reads_the_saved_list_alone(world: World, choice_round: ChoiceRound) -> None:
    client, wang, li = world.client("林子涵"), world.staff["王敏"].pk, world.staff["李慧"].pk
    answer = client.post(URL, {"w": [li, wang], "round": ongoing(world), "edit": "0", "op": str(uuid.uuid4())})
    page = client.get(answer["Location"]).content.decode()
    assert page.index("<li>李慧</li>") < page.index("<li>王敏</li>")
    assert ("志愿已保存。截止前都可以再改。" in page, "修改志愿" in page, "陈立" in page) == (True, True, False)


def test_a_changed_sheet_carries_the_next_number(world: World, choice_round: ChoiceRound) -> None:
    client, wang, li = world.client("林子涵"), world.staff["王敏"].pk, world.staff["李慧"].pk
    for edit, one in enumerate((wang, li)):
        client.post(URL, {"w": [one], "round": ongoing(world), "edit": str(edit), "op": str(uuid.uuid4())})
    assert (WishSheet.objects.of(world.school).get().edit, saved(world)) == (2, ["李慧"])


def test_closed_round_says_so_and_shows_what_was_chosen(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("林子涵")
    client.post(URL, {"w": [world.staff["王敏"].pk], "round": ongoing(world), "edit": "0"})
    services.set_step(by=world.office, round_id=choice_round.pk, kind="student_choice", done=True)
    page = client.get(URL).content.decode()
    assert "选择已结束" in page
    assert "1 · 王敏" in page
    refused = client.post(URL, {"w": [world.staff["李慧"].pk], "round": ongoing(world), "edit": "1"}).content.decode()
    assert "选择已结束" in refused
    assert saved(world) == ["王敏"]


def test_a_form_that_was_open_when_the_time_passed_is_saved_as_late(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("林子涵")
    with time_machine.travel(AFTER_CLOSING, tick=False):
        assert "选择已结束" in client.get(URL).content.decode()
        client.post(URL, {"w": [world.staff["王敏"].pk], "round": ongoing(world), "edit": "0"})
        assert "截止时间已过，你的志愿已按迟交保存，德育处能看到。" in client.get(URL).content.decode()
    assert (WishSheet.objects.of(world.school).get().late, saved(world)) == (True, ["王敏"])


def test_a_mentor_of_other_classes_is_not_offered_where_the_scheme_asks_for_it(world: World) -> None:
    publish_scheme(world, **OWN_CLAUSE, **{"eligibility.rule": "teaches_class"})
    choice = services.open_round(by=world.office, name="一轮")
    offer_all(world, choice, 王敏=2, 李慧=2, 陈立=2, 周宁=2)
    services.set_step(by=world.office, round_id=choice.pk, kind="publish_mentors", done=True)
    page = world.client("林子涵").get(URL).content.decode()
    assert ("王敏" in page, "李慧" in page, "周宁" in page, "陈立" in page) == (True, True, False, False)
    answer: Any = (
        world.client("林子涵")
        .post(URL, {"w": [world.staff["周宁"].pk], "round": ongoing(world), "edit": "0"})
        .content.decode()
    )
    assert "周宁不教高一(1)班；这一轮只能在本班任课教师里选。请改选别的导师。" in answer


def test_introductions_and_places_are_shown_and_escaped(world: World, choice_round: ChoiceRound) -> None:
    Staff.objects.of(world.school).filter(name="王敏").update(introduction="爱读书 <b>常打球</b>")
    page = world.client("林子涵").get(URL).content.decode()
    assert "爱读书 &lt;b&gt;常打球&lt;/b&gt;" in page
    assert "名额 2" in page


def test_without_a_round_there_is_nothing_to_choose(world: World) -> None:
    assert "现在没有需要选的" in world.client("林子涵").get(URL).content.decode()


def test_student_sees_no_wish_of_another(world: World, choice_round: ChoiceRound) -> None:
    services.set_wishes(
        by=world.office,
        round_id=choice_round.pk,
        student_id=world.students["周一诺"].pk,
        mentor_ids=[world.staff["陈立"].pk],
    )
    page = world.client("林子涵").get(URL).content.decode()
    assert "周一诺" not in page
    assert chosen(page) == []


def test_what_a_mentor_tells_this_round_is_read_else_what_the_roster_says(
    world: World, choice_round: ChoiceRound
) -> None:
    Staff.objects.of(world.school).filter(name__in=("王敏", "李慧")).update(introduction="名册里的介绍。")
    told = Introduction("这一轮的介绍。", "阅读、乒乓球", "午休在图书馆")
    services.set_introduction(by=world.office, offer_id=offer_of(world, choice_round, "王敏").pk, given=told)
    page = world.client("林子涵").get(URL).content.decode()
    assert page.count("这一轮的介绍。") == page.count("名册里的介绍。") == 1
    assert "乐意帮忙：阅读、乒乓球" in page
    assert "找到我：午休在图书馆" in page
