from typing import Any

from taoli.neighbourhood.models import LectureClass, ParentLecture
from tests.neighbourhood.evenings import evening
from tests.world import World

URL = "/neighbourhood/evenings/edit/"
SAID = {"theme": "寒假怎样过", "kind": "class", "held_on": "2026-12-04", "at": "19:00", "place": "报告厅"}


def said(world: World, *rooms: str, **more: Any) -> dict[str, Any]:
    return {**SAID, "rooms": [str(world.classes[name].pk) for name in rooms], **more}


def test_the_office_plans_and_changes_an_evening(world: World) -> None:
    client = world.client("孙悦")
    client.post(URL, said(world, "高一(1)班", "高一(2)班", mentor=str(world.staff["王敏"].pk)))
    row = ParentLecture.objects.of(world.school).get()
    assert len(row.door) == 12
    assert LectureClass.objects.of(world.school).filter(lecture=row).count() == 2
    url = f"{URL}?lecture={row.pk}"
    client.post(url, said(world, "高一(2)班", speaker="社区医生", edit=row.edit))
    row.refresh_from_db()
    assert (row.mentor_id, row.speaker) == (None, "社区医生")
    assert LectureClass.objects.of(world.school).get(lecture=row).school_class.name == "高一(2)班"
    stale = client.post(url, said(world, "高一(2)班", speaker="社区医生", edit=0))
    assert "刚刚被别人修改过" in stale.content.decode()


def test_nobody_who_speaks_and_no_class_are_said(world: World) -> None:
    client = world.client("孙悦")
    assert "谁主讲" in client.post(URL, said(world, "高一(1)班")).content.decode()
    client.post(URL, said(world, speaker="社区医生"))
    assert not ParentLecture.objects.of(world.school).exists()


def test_a_mentor_plans_the_own_evening_and_no_colleagues(world: World) -> None:
    client = world.client("王敏")
    client.post(URL, said(world, "高一(1)班", mentor=str(world.staff["周宁"].pk)))
    assert not ParentLecture.objects.of(world.school).exists()
    client.post(URL, said(world, "高一(1)班", mentor=str(world.staff["王敏"].pk)))
    assert ParentLecture.objects.of(world.school).get().mentor == world.staff["王敏"]
    far = evening(world, mentor=world.staff["周宁"])
    assert client.get(f"{URL}?lecture={far.pk}").status_code == 404


def test_a_homeroom_teacher_plans_for_the_own_class(world: World) -> None:
    page = world.client("李慧").get(URL).content.decode()
    assert "高一(1)班" in page
    assert "高一(2)班" not in page


def test_a_mentor_who_changes_a_word_keeps_the_classes_and_the_speaker_of_others(world: World) -> None:
    mine = {"made_by": world.staff["王敏"].pk, "mentor": world.staff["周宁"]}
    row = evening(world, "高一(1)班", "高二(1)班", **mine)
    url = f"{URL}?lecture={row.pk}"
    form = world.client("王敏").get(url).context["form"]
    begun = {name: form.initial[name] for name in ("rooms", "mentor", "kind", "held_on", "place", "edit")}
    world.client("王敏").post(url, {**begun, "at": "19:00", "theme": "怎样听"})
    row.refresh_from_db()
    assert (row.theme, row.mentor) == ("怎样听", world.staff["周宁"])
    assert LectureClass.objects.of(world.school).filter(lecture=row).count() == 2
