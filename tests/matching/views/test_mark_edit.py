import uuid

from taoli.accounts.models import RoleHeld
from taoli.common.models import ViewLog
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MentorMark, Wish
from tests.matching.conftest import offer_of
from tests.world import World


def url(world: World, choice: ChoiceRound, mentor: str = "王敏") -> str:
    return f"/matching/offers/{offer_of(world, choice, mentor).pk}/marks/"


def test_a_mentor_sees_who_wished_without_ranks_or_refusal(world: World, marking_round: ChoiceRound) -> None:
    page = world.client("王敏").get(url(world, marking_round)).content.decode()
    main = page.split("<main")[1]
    assert all(name in main for name in ("林子涵", "周一诺", "孙浩然"))
    assert "赵思源" not in main
    assert "第1志愿" not in main
    assert "第 1" not in main
    assert main.index("优先") < main.index("可以") < main.index("不标")
    assert ViewLog.objects.of(world.school).filter(page="matching:mark_edit").exists()


def test_marks_are_saved_once_and_shown_again(world: World, marking_round: ChoiceRound) -> None:
    client = world.client("王敏")
    form = {f"mark_{world.students['林子涵'].pk}": "first", "op": str(uuid.uuid4())}
    answer = client.post(url(world, marking_round), form, follow=True)
    client.post(url(world, marking_round), form)
    assert "这一步结束前都可以改" in answer.content.decode()
    assert MentorMark.objects.of(world.school).count() == 1
    assert 'value="first" checked' in answer.content.decode()


def test_a_mark_nobody_offers_is_a_sentence(world: World, marking_round: ChoiceRound) -> None:
    client = world.client("王敏")
    for form in ({"mark_x": "first"}, {f"mark_{world.students['林子涵'].pk}": "never"}):
        assert "请选“优先”或“可以”" in client.post(url(world, marking_round), form).content.decode()
    assert not MentorMark.objects.of(world.school).exists()


def test_a_colleagues_list_and_an_unknown_one_are_not_found(world: World, marking_round: ChoiceRound) -> None:
    client = world.client("王敏")
    assert client.get(url(world, marking_round, "陈立")).status_code == 404
    assert client.get(f"/matching/offers/{uuid.uuid4()}/marks/").status_code == 404


def test_only_the_officer_of_the_round_types_for_a_mentor(world: World, marking_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    assert client.get(url(world, marking_round)).status_code == 200
    ChoiceRound.objects.of(world.school).update(officer=uuid.uuid4())
    assert client.get(url(world, marking_round)).status_code == 404


def test_before_and_after_the_turn_nobody_stands_there(world: World, marking_round: ChoiceRound) -> None:
    services.set_step(by=world.office, round_id=marking_round.pk, kind="mentor_choice", done=True)
    page = world.client("王敏").get(url(world, marking_round)).content.decode()
    assert "现在不能标记" in page
    assert "林子涵" not in page.split("<main")[1]


def test_nobody_wished_is_said_kindly(world: World, marking_round: ChoiceRound) -> None:
    held = RoleHeld.objects.filter(account=world.accounts["王敏"]).first()
    assert held is not None
    page = world.client("孙悦").get(url(world, marking_round, "周宁")).content.decode()
    assert "每位导师都会有学生" in page


def test_who_has_nobody_to_mark_says_so_with_one_tap(world: World, marking_round: ChoiceRound) -> None:
    Wish.objects.of(world.school).filter(mentor=world.staff["王敏"]).delete()
    client = world.client("王敏")
    assert "我看过了" in client.get(url(world, marking_round)).content.decode()
    page = client.post(url(world, marking_round), follow=True).content.decode()
    assert "我看过了" not in page
    assert offer_of(world, marking_round, "王敏").marked_at is not None
