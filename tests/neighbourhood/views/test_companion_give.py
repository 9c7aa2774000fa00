import datetime as dt

from taoli.neighbourhood.models import CompanionPair
from tests.world import TODAY, World

SAID = {
    "purpose": "每两周一次书法",
    "starts": "2026-11-23",
    "ends": "2027-01-20",
    "consent_by": "母亲",
    "consent_on": "2026-11-20",
}


def url(world: World, name: str = "老秦") -> str:
    room = world.classes["高一(2)班"].pk
    return f"/neighbourhood/companions/{(world.guests | world.staff)[name].pk}/give/?room={room}"


def test_students_of_a_class_are_given_for_a_time_with_consent(world: World) -> None:
    client = world.client("孙悦")
    page = client.get(url(world)).content.decode()
    assert "赵思源" in page
    assert "林子涵" not in page
    client.post(url(world), {**SAID, "students": [str(world.students["赵思源"].pk)]})
    pair = CompanionPair.objects.of(world.school).get()
    assert (pair.student.name, pair.consent_by, str(pair.ends)) == ("赵思源", "母亲", "2027-01-20")
    world.students["赵思源"].refresh_from_db()
    assert world.students["赵思源"].mentor_id == world.staff["王敏"].pk
    assert "赵思源" in world.client("老秦").get("/neighbourhood/mine/").content.decode()
    again = client.post(url(world), {**SAID, "students": [str(world.students["赵思源"].pk)]})
    assert "已经交给 老秦" in again.content.decode()


def test_without_or_with_an_old_check_it_is_refused_in_the_schools_words(world: World) -> None:
    client, said = world.client("孙悦"), {**SAID, "students": [str(world.students["赵思源"].pk)]}
    for vetted in (None, TODAY - dt.timedelta(days=366)):
        world.guests["老秦"].vetted_on = vetted
        world.guests["老秦"].save()
        assert "从业查询" in client.post(url(world), said).content.decode()
    assert not CompanionPair.objects.of(world.school).exists()


def test_days_and_consent_that_make_no_sense_and_strangers_are_refused(world: World) -> None:
    client, said = world.client("孙悦"), {**SAID, "students": [str(world.students["赵思源"].pk)]}
    assert "最长一年" in client.post(url(world), {**said, "ends": "2028-01-20"}).content.decode()
    assert "同意之后" in client.post(url(world), {**said, "consent_on": "2026-12-20"}).content.decode()
    client.post(url(world), {**said, "students": [str(world.students["林子涵"].pk)]})  # of another class
    assert not CompanionPair.objects.of(world.school).exists()
    assert client.get(url(world, "王敏")).status_code == 404
