from dataclasses import replace

import pytest

from taoli.common.errors import TaoliError
from taoli.oversight.models import BaseAnswer
from taoli.oversight.queries.proposals import BaseWord
from taoli.oversight.services.base_answers import take_in_answer
from tests.oversight.base_facts import published
from tests.world import World

WORD = BaseWord("taoli", 1, "in_force", "", ("duties.individual.per", "title"))


def test_a_sound_answer_is_kept_once(world: World) -> None:
    published(world)
    bureau = world.bureaus["district"]
    for _again in range(2):
        take_in_answer(bureau=bureau, word=WORD)
    assert BaseAnswer.objects.of(bureau).get().paths == ["duties.individual.per", "title"]


@pytest.mark.parametrize(
    ("odd", "sentence"),
    [
        ({"code": "nobody"}, "没有代码为 nobody 的辖区学校"),
        ({"version": 9}, "没有第 9 版"),
        ({"state": "best"}, "读不出来"),
        ({"reason": "长" * 201}, "读不出来"),
        ({"paths": ("林子涵 谈话记录",)}, "读不出来"),
        ({"paths": ("title",) * 401}, "读不出来"),
    ],
    ids=["code", "version", "state", "reason", "words_for_a_path", "too_many"],
)
def test_an_odd_answer_is_refused_with_its_sentence(world: World, odd: dict[str, object], sentence: str) -> None:
    published(world)
    with pytest.raises(TaoliError, match=sentence):
        take_in_answer(bureau=world.bureaus["district"], word=replace(WORD, **odd))  # type: ignore[arg-type]
    assert not BaseAnswer.objects.of(world.bureaus["district"]).exists()
