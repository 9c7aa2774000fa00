from taoli.common.models import ViewLog
from tests.archive.growing import aim
from tests.archive.keeping import keep
from tests.archive.speaking import TEXT, newest, release
from tests.world import World


def test_the_terms_paper_has_the_voices_and_what_is_the_familys(settled: World) -> None:
    release(settled)
    aim(settled, "读完三本书")
    keep(settled, "林子涵", "水彩《秋》获校展一等奖", section="honours", seen_by="family")
    keep(settled, text="只给学校看", seen_by="class")
    keep(settled, text="对花生过敏", section="health", seen_by="family")
    address = f"/archive/evaluations/{newest(settled).pk}/print/"
    page = settled.client("李慧").get(address).content.decode()
    for words in (TEXT, "水彩《秋》", "学生成长报告", "桃李中学"):
        assert words in page
    for words in ("只给学校看", "对花生过敏"):
        assert words not in page
    assert ViewLog.objects.of(settled.school).filter(page="archive:evaluation_print").exists()
    assert settled.client("林母").get(address).status_code == 200
