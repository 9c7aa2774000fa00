"""Family and given names apart and together."""

import pytest

from taoli.roster.readers.surnames import COMPOUND, join_name, split_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("林子涵", ("林", "子涵")),
        ("王敏", ("王", "敏")),
        ("欧阳晓", ("欧阳", "晓")),
        ("司马相如", ("司马", "相如")),
        ("欧阳", ("欧", "阳")),
        ("何", ("何", "何")),
        ("阿依古丽·买买提", ("买买提", "阿依古丽")),
        ("Anna Maria Smith", ("Smith", "Anna Maria")),
        ("Madonna", ("Madonna", "Madonna")),
        ("师12", ("师", "12")),
    ],
)
def test_a_name_is_split_and_comes_together_again(name: str, parts: tuple[str, str]) -> None:
    family, given = split_name(name)
    assert (family, given) == parts
    assert join_name(family, given, "", name) == name


@pytest.mark.parametrize("name", ["林子涵", "欧阳晓", "何", "Anna Smith", "Madonna"])
def test_without_the_whole_name_the_usual_ones_come_together_too(name: str) -> None:
    assert join_name(*split_name(name)) == name


def test_a_whole_name_with_other_letters_is_out_of_date() -> None:
    assert join_name("林", "小涵", "", "林子涵") == "林小涵"


def test_the_middle_stands_in_the_middle() -> None:
    assert join_name("Smith", "Anna", "B.") == "Anna B. Smith"
    assert join_name("林", "涵", "子") == "林子涵"


def test_compound_surnames_have_two_characters() -> None:
    assert {len(one) for one in COMPOUND} == {2}
    assert {"欧阳", "诸葛", "令狐", "纳兰"} <= COMPOUND
