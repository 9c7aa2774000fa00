import pytest

from taoli.archive.queries.settings import scheme_sections, settings_of
from taoli.archive.services import change_settings
from taoli.common.errors import ConflictError, TaoliError
from tests.world import World


def test_sections_are_put_in_order_and_left_out(world: World) -> None:
    kept = ["works", "honours", "works", "nonsense"]
    change_settings(by=world.office, sections=kept, family_reads=True, family_writes=False, edit=0)
    found = settings_of(world.school.pk)
    assert (found.keys, found.family_reads, found.family_writes, found.edit) == (["works", "honours"], True, False, 1)


def test_without_a_word_everything_is_kept(settled: World) -> None:
    assert len(settings_of(settled.school.pk).sections) == 10
    assert isinstance(scheme_sections(settled.school.pk), list)
    assert scheme_sections(settled.other.pk) == []


def test_none_at_all_two_at_once_and_others_are_refused(world: World) -> None:
    known = {"family_reads": True, "family_writes": True}
    with pytest.raises(TaoliError, match="至少留一个"):
        change_settings(by=world.office, sections=["x"], edit=0, **known)
    change_settings(by=world.office, sections=["works"], edit=0, **known)
    with pytest.raises(ConflictError):
        change_settings(by=world.office, sections=["habits"], edit=0, **known)
    with pytest.raises(TaoliError):
        change_settings(by=world.actor("李慧"), sections=["habits"], edit=1, **known)
