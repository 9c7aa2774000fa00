import pytest

from taoli.archive.models import SealedNote
from taoli.archive.services import drop_note, keep_note
from taoli.common.errors import TaoliError
from tests.archive.growing import SEALED
from tests.world import World


def test_what_is_sealed_is_kept_as_it_is_and_erased_when_thrown_away(world: World) -> None:
    row = keep_note(by=world.actor("林子涵"), sealed=SEALED)
    assert SealedNote.objects.of(world.school).get().sealed == SEALED
    drop_note(by=world.actor("林子涵"), pk=row.pk)
    assert SealedNote.objects.of(world.school).get().sealed == ""


@pytest.mark.parametrize(
    "text", ["", "今天有点难过", "1.AAAA.BBBB.CCCC", SEALED.replace("1.", "2.", 1), SEALED + "\n明文"]
)
def test_what_could_be_read_is_not_kept(world: World, text: str) -> None:
    with pytest.raises(TaoliError):
        keep_note(by=world.actor("林子涵"), sealed=text)
    assert not SealedNote.objects.of(world.school).exists()


def test_what_is_far_too_long_is_not_kept(world: World) -> None:
    with pytest.raises(TaoliError):
        keep_note(by=world.actor("林子涵"), sealed=SEALED.replace("C", "C" * 200))


def test_a_hundred_notes_are_kept(world: World) -> None:
    row = keep_note(by=world.actor("林子涵"), sealed=SEALED)
    more = [
        SealedNote(school=world.school, student_id=row.student_id, sealed=SEALED, written_at=row.written_at)
        for _each in range(99)
    ]
    SealedNote.objects.bulk_create(more)
    with pytest.raises(TaoliError):
        keep_note(by=world.actor("林子涵"), sealed=SEALED)


def test_nobody_else_throws_it_away(world: World) -> None:
    row = keep_note(by=world.actor("林子涵"), sealed=SEALED)
    for name in ("王敏", "郑明", "孙悦"):
        drop_note(by=world.actor(name), pk=row.pk)
    assert SealedNote.objects.of(world.school).get().sealed == SEALED
