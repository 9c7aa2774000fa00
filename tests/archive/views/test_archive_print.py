import pytest

from taoli.common.models import ViewLog
from tests.archive.growing import aim
from tests.archive.keeping import keep
from tests.archive.speaking import TEXT, release
from tests.world import World


def url(world: World) -> str:
    return f"/archive/students/{world.students['林子涵'].pk}/print/"


@pytest.mark.parametrize(("name", "health"), [("王敏", False), ("林子涵", True), ("林母", True)])
def test_it_is_printed_as_far_as_the_reader_sees_it(settled: World, name: str, health: bool) -> None:
    release(settled)
    aim(settled, "读完三本书")
    keep(settled, seen_by="family")
    keep(settled, text="对花生过敏", section="health", seen_by="family")
    page = settled.client(name).get(url(settled)).content.decode()
    for words in (TEXT, "校运会接力跑第三棒", "读完三本书", "王敏"):
        assert words in page
    assert ("对花生过敏" in page) == health


def test_readings_are_logged_and_others_do_not_find_it(settled: World) -> None:
    keep(settled)
    settled.client("孙悦").get(url(settled))
    assert ViewLog.objects.of(settled.school).get().page == "archive:archive_print"
    student = settled.students["孙浩然"].pk
    assert settled.client("王敏").get(f"/archive/students/{student}/print/").status_code == 404
