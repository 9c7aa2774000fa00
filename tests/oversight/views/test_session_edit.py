from taoli.oversight.models import CourseSession
from tests.oversight.training import course, sent, session, url
from tests.world import World


def form(**said: object) -> dict[str, object]:
    known = {"day": "2026-12-02", "starts": "09:00", "ends": "11:00", "hours": "2", "kind": "workshop", "seats": 40}
    known |= {"place": "线上会议室", "speaker": "", "sign_up_until": "2026-12-01", "word": "", "edit": 0}
    return sent(**{**known, **said})


def test_a_session_is_planned_once_and_changed(world: World) -> None:
    client, said = world.client("郑岚"), form()
    here = url("session_edit", course(world).pk)
    for _each in range(2):
        assert "/oversight/sessions/" in client.post(here, said)["Location"]
    row = CourseSession.objects.of(world.bureaus["district"]).get()
    assert row.secret
    assert "线上会议室" in client.get(f"{here}?session={row.pk}").content.decode()
    client.post(f"{here}?session={row.pk}", form(seats=50, edit=row.edit))
    row.refresh_from_db()
    assert row.seats == 50


def test_bad_input_is_a_sentence_and_others_are_not_found(world: World) -> None:
    client, row = world.client("郑岚"), session(world)
    here = url("session_edit", row.course_id)
    assert "早于开始" in client.post(here, form(ends="08:00")).content.decode()
    assert client.post(here, form(seats=0)).context["form"].errors["seats"]
    assert world.client("方远").get(here).status_code == 404
    assert client.get(f"{here}?session=nonsense").status_code == 404
