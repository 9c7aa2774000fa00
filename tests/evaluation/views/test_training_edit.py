from taoli.evaluation.models import TrainingPart, TrainingSession
from taoli.roster.models import Staff
from tests.evaluation.honouring import sent, train, url
from tests.world import START, World

URL = url("training_edit")


def form(world: World, **said: object) -> dict[str, object]:
    people = [str(world.staff[name].pk) for name in ("王敏", "李慧")]
    known = {"held_on": "2026-11-18", "theme": "怎样谈心", "kind": "lecture", "hours": "2", "people": people}
    return sent(**{**known, "mentor": "", "edit": 0, **said})


def test_a_session_is_noted_once_with_who_came(world: World) -> None:
    client, said = world.client("孙悦"), form(world)
    for _each in range(2):
        assert client.post(URL, said)["Location"] == url("training_list")
    assert TrainingSession.objects.of(world.school).count() == 1
    assert TrainingPart.objects.of(world.school).count() == 2


def test_a_missing_signature_is_noted_afterwards(world: World) -> None:
    row, client = train(world, "王敏", "李慧"), world.client("孙悦")
    assert "未签名的人" in client.get(f"{URL}?session={row.pk}").content.decode()
    said = form(world, unsigned=[str(world.staff["李慧"].pk)], edit=row.edit)
    client.post(f"{URL}?session={row.pk}", said)
    rows = TrainingPart.objects.of(world.school).filter(signed=False)
    assert [one.staff.name for one in rows] == ["李慧"]
    assert "刚被别人改过" in client.post(f"{URL}?session={row.pk}", form(world, edit=row.edit)).content.decode()


def test_who_has_left_since_stays_on_the_sheet_of_a_session_that_is_corrected(world: World) -> None:
    row = train(world, "王敏", "李慧", "周宁")
    Staff.objects.of(world.school).filter(name="周宁").update(left_on=START)
    people = [str(world.staff[name].pk) for name in ("王敏", "李慧", "周宁")]
    world.client("孙悦").post(f"{URL}?session={row.pk}", form(world, people=people, theme="再谈", edit=row.edit))
    row.refresh_from_db()
    assert row.theme == "再谈"
    assert TrainingPart.objects.of(world.school).filter(session=row).count() == 3
    assert "周宁" not in world.client("孙悦").get(URL).content.decode()


def test_nonsense_is_refused_and_others_are_kept_out(world: World) -> None:
    client = world.client("孙悦")
    assert "举行之后" in client.post(URL, form(world, held_on="2026-12-01")).content.decode()
    assert client.post(URL, form(world, hours="0")).context["form"].errors["hours"]
    assert client.get(f"{URL}?session=nonsense").status_code == 404
    assert world.client("钱程").get(URL).status_code == 403
