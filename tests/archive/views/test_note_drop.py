import uuid

from taoli.archive.models import SealedNote
from taoli.archive.services import keep_note
from tests.archive.growing import SEALED, sent
from tests.world import World


def test_it_is_erased(world: World) -> None:
    row = keep_note(by=world.actor("林子涵"), sealed=SEALED)
    assert world.client("林子涵").post(f"/archive/notes/{row.pk}/drop/", sent())["Location"] == "/archive/notes/"
    assert SealedNote.objects.of(world.school).get().sealed == ""


def test_what_is_not_mine_is_not_found(world: World) -> None:
    row = keep_note(by=world.actor("林子涵"), sealed=SEALED)
    SealedNote.objects.of(world.school).update(student=world.students["周一诺"])
    for pk in (row.pk, uuid.uuid4()):
        assert world.client("林子涵").post(f"/archive/notes/{pk}/drop/", sent()).status_code == 404
