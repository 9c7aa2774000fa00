from taoli.guidance.models import FamilyCorrection
from taoli.guidance.services import ask_correction
from tests.guidance.visiting import text
from tests.world import World

URL = "/guidance/corrections/"


def test_the_homeroom_teacher_answers_and_says_what_became_of_it(settled: World) -> None:
    row = ask_correction(by=settled.actor("林母"), student_id=settled.students["林子涵"].pk, text="电话是旧的")
    client = settled.client("李慧")
    assert "电话是旧的" in text(client.get(URL))
    assert client.post(URL, {"correction": str(row.pk), "text": "已改"}).status_code == 200
    assert client.post(URL, {"correction": str(row.pk), "text": "已改", "state": "open"}).status_code == 200
    assert client.post(URL, {"correction": str(row.pk), "text": "已改", "state": "mended"}).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.answered_by) == (FamilyCorrection.State.MENDED, settled.staff["李慧"].pk)


def test_a_mentor_does_not_open_it(settled: World) -> None:
    assert settled.client("王敏").get(URL).status_code == 403
