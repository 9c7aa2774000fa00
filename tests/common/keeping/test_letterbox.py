"""The letter box: made once, rotated, opened only by its own keys."""

import base64
import stat
from pathlib import Path
from typing import Any

import pytest

from taoli.common.keeping.letterbox import (
    SealedForAnotherError,
    current_pair,
    open_letter,
    public_key,
    rotate_pair,
    seal_letter,
)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.KEYS = tmp_path / "keys"
    return tmp_path / "keys"


def sealed(text: str = "一句话", bound: str = "a") -> dict[str, str]:
    key = public_key()
    return seal_letter(text.encode(), base64.b64decode(key["public"]), key["number"], bound)


def test_the_key_is_made_once_and_readable_by_its_owner_alone(folder: Path) -> None:
    first, again = current_pair(), current_pair()
    assert first.public == again.public
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_was_sealed_is_opened() -> None:
    assert open_letter(sealed(), "a").decode() == "一句话"


def test_after_a_rotation_old_letters_are_opened_and_new_ones_use_the_new_key() -> None:
    before, old = public_key(), sealed()
    rotate_pair()
    assert public_key()["number"] != before["number"]
    assert [open_letter(one, "a").decode() for one in (old, sealed())] == ["一句话"] * 2


@pytest.mark.parametrize("field", ["key", "from", "iv", "text"])
def test_a_letter_with_one_part_changed_is_not_opened(field: str) -> None:
    letter, other = sealed(), sealed()
    rotate_pair()
    letter[field] = public_key()["number"] if field == "key" else other[field]
    with pytest.raises(SealedForAnotherError):
        open_letter(letter, "a")


@pytest.mark.parametrize("letter", [{}, {"key": "x"}, {"key": 1, "from": "!", "iv": None, "text": []}])
def test_what_is_no_letter_is_not_opened(letter: dict[str, object]) -> None:
    with pytest.raises(SealedForAnotherError):
        open_letter(letter, "a")


def test_bound_to_other_words_it_is_not_opened() -> None:
    with pytest.raises(SealedForAnotherError):
        open_letter(sealed(bound="a"), "b")
