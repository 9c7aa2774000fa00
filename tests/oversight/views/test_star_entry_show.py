from taoli.common.models import ViewLog
from tests.oversight.starring import entered, judged, opened, reviewing, url
from tests.world import World


def test_the_officer_reads_evidence_words_and_how_far_reviewers_are_apart(world: World) -> None:
    row = opened(world)
    entry = entered(world, row)
    reviewing(world, row)
    judged(world, row)
    page = world.client("郑岚").get(url("star_entry_show", entry.pk)).content.decode()
    for said in ("和孩子们一起慢慢走", "学校同意推荐", "学校记录：3", "同伴愿意请教", "每条标准都达到"):
        assert said in page
    assert ViewLog.objects.filter(school=row.school_id, page="oversight:star_entry_show").count() == 1
    assert world.client("方远").get(url("star_entry_show", entry.pk)).status_code == 404
