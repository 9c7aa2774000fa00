"""Sorting and finding names."""

from taoli.roster.services.names import LONGEST, sort_key


def test_a_key_sorts_by_sound_and_holds_the_initials() -> None:
    assert sort_key("林子涵") == "linzihan lzh"
    assert sorted(["赵思源", "林子涵", "安然"], key=sort_key) == ["安然", "林子涵", "赵思源"]


def test_a_long_name_fits() -> None:
    assert len(sort_key("长" * 60)) == LONGEST
