from typing import Any

from taoli.matching import services
from taoli.matching.models import ChoiceRound, MentorOffer
from tests.matching.conftest import OWN_CLAUSE, publish_scheme
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/mentors/"


def filled(world: World, **wang: Any) -> dict[str, Any]:
    form: dict[str, Any] = {}
    for staff in world.staff.values():
        form |= {f"minimum_{staff.pk}": 0, f"target_{staff.pk}": "", f"maximum_{staff.pk}": 4}
    pk = world.staff["王敏"].pk
    return form | {f"{kind}_{pk}": value for kind, value in wang.items()}


def offer(world: World) -> MentorOffer:
    return MentorOffer.objects.of(world.school).get(staff=world.staff["王敏"])


def test_numbers_are_saved(world: World, assigned_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    answer = client.post(url(assigned_round), filled(world, minimum=1, maximum=6, absent="on"), follow=True)
    assert "人数已保存。" in answer.content.decode()
    row = offer(world)
    assert (row.minimum, row.target, row.maximum, row.absent) == (1, None, 6, True)
    assert "名额" not in client.get(url(assigned_round)).content.decode().split("<main")[1].split("<form")[0]


def test_all_mentors_are_set_at_once(world: World, assigned_round: ChoiceRound) -> None:
    world.client("孙悦").post(url(assigned_round), filled(world) | {"all_maximum": 12})
    assert set(MentorOffer.objects.of(world.school).values_list("maximum", flat=True)) == {12}


def test_crossed_numbers_are_refused_and_kept_on_the_page(world: World, assigned_round: ChoiceRound) -> None:
    page = world.client("孙悦").post(url(assigned_round), filled(world, minimum=9)).content.decode()
    assert "王敏：应当最少 ≤ 目标 ≤ 最多，请改一改。" in page
    assert 'value="9"' in page
    assert offer(world).minimum == 0


def test_mentors_are_excepted_from_teaching_only_where_the_scheme_asks_for_it(world: World) -> None:
    publish_scheme(world, **OWN_CLAUSE, **{"eligibility.rule": "teaches_class"})
    choice = services.open_round(by=world.office, name="任教")
    client = world.client("孙悦")
    assert "可带非任教班级" in client.get(url(choice)).content.decode()
    client.post(url(choice), filled(world, everywhere="on"))
    assert offer(world).everywhere
    client.post(url(choice), filled(world))
    assert not offer(world).everywhere


def test_where_teaching_does_not_matter_nobody_is_excepted(world: World, assigned_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    assert "可带非任教班级" not in client.get(url(assigned_round)).content.decode()
    client.post(url(assigned_round), filled(world, everywhere="on"))
    assert not offer(world).everywhere
