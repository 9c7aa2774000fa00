import uuid

from taoli.care.models import CounsellorNote, NoteVersion
from tests.care.counselling import NOTE, in_care, noted, sent
from tests.world import World


def url(world: World) -> str:
    return f"/care/students/{world.students['林子涵'].pk}/notes/write/"


def test_a_note_is_sealed_and_kept_once(world: World) -> None:
    in_care(world)
    client, form = world.client("何静"), sent(held_on="2026-11-23", text=NOTE)
    assert "封存" in client.get(url(world)).content.decode()
    for _each in range(2):
        assert client.post(url(world), form).status_code == 302
    version = NoteVersion.objects.of(world.school).get()
    assert NOTE not in version.text


def test_written_anew_the_wording_before_is_kept(world: World) -> None:
    in_care(world)
    note = noted(world)
    client, place = world.client("何静"), f"{url(world)}?note={note.pk}"
    assert NOTE in client.get(place).content.decode()
    client.post(place, sent(edit=1, text="改过的一稿"))
    assert list(NoteVersion.objects.of(world.school).values_list("number", flat=True).order_by("number")) == [1, 2]
    assert "改过的一稿" in client.get(place).content.decode()


def test_who_was_overtaken_keeps_the_text(world: World) -> None:
    in_care(world)
    note = noted(world)
    client, place = world.client("何静"), f"{url(world)}?note={note.pk}"
    client.post(place, sent(edit=1, text="先写的"))
    page = client.post(place, sent(edit=1, text="后写的")).content.decode()
    assert "在别的页面改过了" in page
    assert "后写的" in page
    assert CounsellorNote.objects.of(world.school).get().edit == 2


def test_an_empty_note_and_a_day_to_come_are_refused(world: World) -> None:
    in_care(world)
    client = world.client("何静")
    for wrong in ({"held_on": "2026-11-23", "text": "  "}, {"held_on": "2026-12-24", "text": NOTE}):
        assert client.post(url(world), sent(**wrong)).status_code == 200
    assert not CounsellorNote.objects.of(world.school).exists()


def test_a_note_of_another_student_or_none_is_not_found(world: World) -> None:
    in_care(world)
    in_care(world, "周一诺")
    other = noted(world, "另一位", "周一诺")
    client = world.client("何静")
    for pk in (other.pk, uuid.uuid4(), "nonsense"):
        assert client.get(f"{url(world)}?note={pk}").status_code == 404


def test_nobody_writes_about_a_student_not_held(world: World) -> None:
    assert world.client("何静").post(url(world), sent(held_on="2026-11-23", text=NOTE)).status_code == 404
