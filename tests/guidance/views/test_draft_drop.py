from taoli.guidance.models import RecordDraft
from taoli.guidance.services import draft_keep
from tests.world import World

URL = "/guidance/records/draft/drop/"


def begin(world: World, key: str) -> RecordDraft:
    draft_keep(by=world.actor("王敏"), key=key, fields={"private_text": ("聊到一半", 0)})
    return RecordDraft.objects.of(world.school).get(key=key)


def test_it_is_thrown_away_from_the_form_or_from_the_list(settled: World) -> None:
    one, two = begin(settled, "one"), begin(settled, "two")
    client = settled.client("王敏")
    assert client.post(URL, {"draft": "one"})["Location"] == "/guidance/records/"
    client.post(URL, {"pk": str(two.pk)})
    for row in (one, two):
        row.refresh_from_db()
        assert row.fields == {}


def test_somebody_elses_stays(settled: World) -> None:
    row = begin(settled, "one")
    settled.client("李慧").post(URL, {"pk": str(row.pk)})
    settled.client("李慧").post(URL, {"draft": "one"})
    row.refresh_from_db()
    assert row.fields["private_text"][0] == "聊到一半"
