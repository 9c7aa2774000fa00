from taoli.care.services.minutes import write_decision
from tests.care.meeting import line_about, meet, url
from tests.world import World


def test_what_is_typed_is_kept_and_the_page_learns_the_new_count(world: World) -> None:
    row = meet(world)
    item, client = line_about(world, row, "林子涵"), world.client("李慧")
    page = client.post(url(row, "note/"), {"item": str(item.pk), "edit": "1", "text": "先观察"}).content.decode()
    assert "已保存" in page
    assert 'value="2"' in page
    item.refresh_from_db()
    assert item.decision == "先观察"


def test_the_minutes_as_a_whole_are_kept_too(world: World) -> None:
    row = meet(world)
    world.client("李慧").post(url(row, "note/"), {"item": "end", "edit": "1", "text": "一切平稳"})
    row.refresh_from_db()
    assert row.summary == "一切平稳"


def test_somebody_elses_words_are_not_overwritten_and_the_count_stays(world: World) -> None:
    row = meet(world)
    item = line_about(world, row, "林子涵")
    write_decision(by=world.office, pk=row.pk, item_id=item.pk, edit=1, text="马上家访")
    page = world.client("李慧").post(url(row, "note/"), {"item": str(item.pk), "edit": "x", "text": "先观察"})
    assert "刚有别人" in page.content.decode()
    item.refresh_from_db()
    assert item.decision == "马上家访"


def test_asked_for_it_tells_the_count_as_it_is(world: World) -> None:
    row = meet(world)
    item = line_about(world, row, "林子涵")
    page = world.client("李慧").get(url(row, "note/"), {"item": str(item.pk)}).content.decode()
    assert 'value="1"' in page
    assert world.client("王敏").get(url(row, "note/")).status_code == 404
    assert world.client("王敏").post(url(row, "note/"), {"item": str(item.pk), "text": "x"}).status_code == 404
