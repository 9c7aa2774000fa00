from taoli.guidance.models import FamilyMessage
from taoli.guidance.services import send_message
from tests.guidance.visiting import text
from tests.world import World

URL = "/guidance/family-messages/"


def test_opening_the_page_is_reading_and_an_answer_is_given_there(settled: World) -> None:
    row = send_message(by=settled.actor("林母"), student_id=settled.students["林子涵"].pk, text="孩子睡得晚")
    client = settled.client("王敏")
    assert "孩子睡得晚" in text(client.get(URL))
    row.refresh_from_db()
    assert row.read_at is not None
    assert client.post(URL, {"message": str(row.pk), "text": "好的"}).status_code == 302
    assert FamilyMessage.objects.of(settled.school).get().answer == "好的"
    assert "已经答复过" in text(client.post(URL, {"message": str(row.pk), "text": "再答"})) or "好的" in text(
        client.get(URL)
    )


def test_somebody_elses_messages_are_not_there(settled: World) -> None:
    row = send_message(by=settled.actor("林母"), student_id=settled.students["林子涵"].pk, text="孩子睡得晚")
    assert "孩子睡得晚" not in text(settled.client("李慧").get(URL))
    assert settled.client("李慧").post(URL, {"message": str(row.pk), "text": "好"}).status_code == 404
    row.refresh_from_db()
    assert row.read_at is None
