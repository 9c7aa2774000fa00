from taoli.common.models import ViewLog
from tests.care.counselling import SEEN, harmed
from tests.world import World


def test_it_is_one_sheet_for_police_and_bureau_and_the_opening_is_logged(world: World) -> None:
    row = harmed(world)
    page = world.client("孙悦").get(f"/care/harm/{row.pk}/print/").content.decode()
    for words in (SEEN, "林子涵", "12345", "签名"):
        assert words in page
    assert ViewLog.objects.of(world.school).get(page="care:harm_print").ids == [str(row.pk)]


def test_where_nobody_was_told_the_writer_prints_it(world: World) -> None:
    row = harmed(world, "李慧", kinds=["unknown"])
    assert SEEN in world.client("李慧").get(f"/care/harm/{row.pk}/print/").content.decode()
    assert world.client("钱程").get(f"/care/harm/{row.pk}/print/").status_code == 404
