from taoli.oversight.models import EventEntry, ExchangeEvent, StoryOffer
from taoli.oversight.services.exchange import take_out
from tests.oversight.sharing import published
from tests.oversight.training import sent, url
from tests.world import World

URL = url("event_edit")


def form(**said: object) -> dict[str, object]:
    known = {"kind": "meeting", "title": "全员导师制推介会", "day": "2026-12-10", "place": "", "words": "", "edit": 0}
    return sent(**{**known, **said})


def test_an_event_has_its_list_and_later_its_results(world: World) -> None:
    row, client = published(world), world.client("郑岚")
    said = form(stories=[str(row.pk)])
    for _each in range(2):
        assert client.post(URL, said)["Location"] == url("shared_list")
    event = ExchangeEvent.objects.of(world.bureaus["district"]).get()
    here = f"{URL}?event={event.pk}"
    assert "结果：慢一点" in client.get(here).content.decode()
    result = {f"result_{row.pk}": "大会发言"}
    client.post(here, form(stories=[str(row.pk)], published="on", edit=event.edit, **result))
    assert EventEntry.objects.of(world.bureaus["district"]).get().result == "大会发言"
    assert "刚被别人改过" in client.post(here, form(edit=0)).content.decode()
    assert "大会发言" in client.get(url("shared_list")).content.decode()
    take_out(by=world.office, row=StoryOffer.objects.of(world.school).get())
    assert "大会发言" not in world.client("李慧").get(url("exchange_list")).content.decode()
    assert client.post(here, form(stories=[str(row.pk)], edit=2)).context["form"].errors["stories"]
    assert world.client("方远").get(here).status_code == 404
