import pytest

from taoli.care.models import Conference
from tests.care.meeting import meet, room_key, sent, url
from tests.world import TODAY, World

EDIT = "/care/conferences/edit/"


def fields(world: World, **said: object) -> dict[str, object]:
    return sent(**{"kind": "class", "where": room_key(world), "held_on": TODAY.isoformat(), **said})


def test_a_conference_is_planned_once_though_sent_twice(world: World) -> None:
    client, said = world.client("李慧"), fields(world, room="203")
    for _twice in range(2):
        assert client.post(EDIT, said).status_code == 302
    row = Conference.objects.of(world.school).get()
    assert (row.place, row.chair) == ("203", world.staff["李慧"])


def test_only_kinds_and_places_within_reach_are_offered(world: World) -> None:
    page = world.client("李慧").get(EDIT).content.decode()
    assert "班教导会" in page
    for words in ("高一(2)班", "校长办公会", "学生欺凌治理委员会"):
        assert words not in page
    page = world.client("孙悦").get(EDIT).content.decode()
    assert "校长办公会" in page


def test_a_wrong_pair_of_kind_and_place_is_told_and_what_was_typed_stays(world: World) -> None:
    answer = world.client("孙悦").post(EDIT, fields(world, kind="principal", room="203"))
    page = answer.content.decode()
    assert "这类会议在别的地方开" in page
    assert 'value="203"' in page
    assert not Conference.objects.of(world.school).exists()


def test_another_schools_class_is_not_a_choice(world: World) -> None:
    assert world.stranger is not None
    said = fields(world, where=f"class-{world.stranger.school_class_id}")
    assert world.client("孙悦").post(EDIT, said).status_code == 200
    assert not Conference.objects.of(world.school).exists()


def test_a_second_one_on_the_day_is_hinted_at(world: World) -> None:
    client = world.client("李慧")
    client.post(EDIT, fields(world))
    page = client.post(EDIT, fields(world), follow=True).content.decode()
    assert "同一天已有一次同类会议" in page


def test_it_is_changed_and_the_slower_page_is_told(world: World) -> None:
    row, client = meet(world), world.client("李慧")
    address = f"{EDIT}?conference={row.pk}"
    assert 'name="kind"' not in client.get(address).content.decode()
    said = sent(held_on=TODAY.isoformat(), room="301", members=[str(world.staff["陈立"].pk)], edit=1)
    assert client.post(address, said)["Location"] == url(row)
    page = client.post(address, sent(held_on=TODAY.isoformat(), room="302", edit=1)).content.decode()
    assert "另一个页面上改过" in page
    assert 'value="302"' in page


@pytest.mark.parametrize("name", ["陈立", "王敏"])
def test_a_conference_beyond_reach_is_not_changed(world: World, name: str) -> None:
    row = meet(world)
    if name in world.accounts:
        assert world.client(name).get(f"{EDIT}?conference={row.pk}").status_code == 403
    other = meet(world, "孙悦", place=room_key(world, "高一(2)班"))
    assert world.client("李慧").get(f"{EDIT}?conference={other.pk}").status_code == 404
    assert world.client("李慧").get(f"{EDIT}?conference=nonsense").status_code == 404


def test_a_home_school_conference_names_its_student(world: World) -> None:
    client, student = world.client("李慧"), world.students["林子涵"]
    assert "哪位学生" in client.post(EDIT, fields(world, kind="family")).content.decode()
    client.post(EDIT, fields(world, kind="family", student=str(student.pk)))
    assert Conference.objects.of(world.school).get().student == student
