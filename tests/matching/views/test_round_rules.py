from typing import Any

import pytest

from taoli.matching.models import ChoiceRound, RoundRule
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/rules/"


def test_a_rule_is_written_by_names(world: World, choice_round: ChoiceRound) -> None:
    form = {"kind": "apart", "students": "林子涵、周一诺", "reason": "打过架"}
    page = world.client("孙悦").post(url(choice_round), form, follow=True).content.decode()
    assert "不在同一位导师 · 打过架" in page
    assert RoundRule.objects.of(world.school).count() == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"kind": "apart", "students": "林子涵 无此人", "reason": "x"}, "本轮没有无此人。"),
        ({"kind": "apart", "students": "", "reason": "x"}, "请写出学生。"),
        ({"kind": "pinned", "students": "林子涵", "reason": "x"}, "请选一名学生和本轮的一位导师。"),
        ({"kind": "pinned", "students": "林子涵", "reason": ""}, "请写明理由"),
    ],
)
def test_what_is_wrong_is_said_and_kept(
    world: World, choice_round: ChoiceRound, form: dict[str, Any], sentence: str
) -> None:
    page = world.client("孙悦").post(url(choice_round), form).content.decode()
    assert sentence in page
    assert f'value="{form["students"]}"' in page or not form["students"]


def test_two_of_one_name_ask_for_the_number(world: World, choice_round: ChoiceRound) -> None:
    twin = world.students["周一诺"]
    twin.name = "林子涵"
    twin.save()
    client = world.client("孙悦")
    form = {"kind": "apart", "students": "林子涵 孙浩然", "reason": "x"}
    assert "有 2 名学生叫林子涵，请改写学号。" in client.post(url(choice_round), form).content.decode()
    form["students"] = f"{twin.number} 孙浩然"
    client.post(url(choice_round), form)
    assert RoundRule.objects.of(world.school).count() == 1


def test_limits_are_saved_and_emptied(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    assert "按方案，2 个" in client.get(url(choice_round)).content.decode()
    client.post(url(choice_round), {"limits": "1", "max_classes": "3"})
    choice_round.refresh_from_db()
    assert choice_round.max_classes == 3
    client.post(url(choice_round), {"limits": "1", "max_classes": ""})
    choice_round.refresh_from_db()
    assert choice_round.max_classes is None
