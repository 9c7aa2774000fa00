from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.oversight.services.events import EventFacts, keep_event
from tests.evaluation.honouring import collected
from tests.oversight.sharing import agreed, published
from tests.oversight.training import sent, url
from tests.world import TODAY, World

URL = url("exchange_list")


def test_everybody_sees_what_is_published_and_the_office_what_waits(world: World) -> None:
    assert "还没有共享的文章" in world.client("李慧").get(URL).content.decode()
    offer = agreed(world)
    assert "我在案例集里的文章" in world.client("王敏").get(URL).content.decode()
    assert url("exchange_offer", offer.pk) in world.client("孙悦").get(URL).content.decode()
    assert url("exchange_offer", offer.pk) not in world.client("李慧").get(URL).content.decode()
    world.client("孙悦").post(url("exchange_offer", offer.pk), sent(looked="on"))
    assert "教育局审阅中" in world.client("孙悦").get(URL).content.decode()


def test_topics_narrow_it_and_events_stand_below(world: World) -> None:
    row = published(world)
    facts = EventFacts("papers", "春和区导师论文评比", TODAY, "", "", published=True)
    keep_event(by=world.actor("郑岚"), facts=facts, entries={row.pk: "一等奖"})
    page = world.client("李慧").get(f"{URL}?part=ways")
    assert len(page.context["rows"]) == 1
    text_ = page.content.decode()
    assert "春和区导师论文评比" in text_
    assert "一等奖" in text_
    assert len(world.client("李慧").get(f"{URL}?part=family").context["rows"]) == 0


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("王敏"), []
    for titles in (("一",), ("二", "三")):
        for title in titles:
            published(world, collected(world, title=title))
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
