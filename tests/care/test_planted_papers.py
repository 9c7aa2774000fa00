"""What is sealed stands on no official form and in nothing that leaves at term end."""

import json

import pytest

from taoli.documents.official.registry import forms
from tests.care.test_planted import MARK, plant, plant_case
from tests.documents.official.every_form import every_sheet
from tests.duties.school import settle
from tests.world import CAST, World


@pytest.fixture
def planted(world: World) -> World:
    settle(world)
    plant(world)
    plant_case(world)
    return world


def test_no_form_carries_a_sealed_word_whoever_prints_it(planted: World) -> None:
    seen: set[str] = set()
    for name in set(CAST.values()) - set(planted.officers):
        for key, sheet in every_sheet(planted.actor(name)):
            seen.add(key)
            assert MARK not in json.dumps([sheet.name, sheet.data], ensure_ascii=False, default=str), (key, name)
    assert len(seen) > len(forms()) * 0.8
