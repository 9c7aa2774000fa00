from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.oversight.models import StarCandidacy, StarReview, StarRound
from taoli.oversight.services.star_reviews import declare_conflict, submit_review
from tests.oversight.starring import bring, decided, entered, judged, on_the_wall, opened, reviewing, sent, typed, url
from tests.world import World


def test_each_state_offers_its_one_next_step(world: World) -> None:
    client, row = world.client("郑岚"), opened(world)
    address = url("star_round_show", row.pk)
    entered(world, row)
    page = client.get(address).content.decode()
    assert "已收到 1 份申报" in page
    assert "王敏" not in page  # nothing is read before the reviews begin
    reviewing(world, row)
    assert "2 份评审已交 0 份" in client.get(address).content.decode()
    judged(world, row)
    page = client.get(address).content.decode()
    assert "1 份申报达到标准" in page
    assert "公示名单" in page
    assert world.client("方远").get(address).status_code == 404


def test_a_round_that_comes_to_nothing_or_lacks_a_reviewer_says_so_and_offers_the_way_on(world: World) -> None:
    client, row = world.client("郑岚"), opened(world)
    address = url("star_round_show", row.pk)
    assert "结束本轮" in client.get(address).content.decode()
    entry = entered(world, row)
    first = reviewing(world, row)[0].reviewer.name
    declare_conflict(by=world.actor(first), entry_id=entry.pk)
    page = client.get(address).content.decode()
    assert "1 份申报缺少评审员" in page
    assert "补抽评审员" in page
    bring(world, "district", "武鉴")
    assert client.post(url("star_round_move", row.pk), sent(to="fill")).status_code == 302
    assert "缺少评审员" not in client.get(address).content.decode()
    for review in StarReview.objects.of(row.school_id).filter(declared_at=None).select_related("reviewer"):
        low = {"c1": (2, "材料不足"), "c2": (3, "看不出来")}
        submit_review(by=world.actor(review.reviewer.name), entry_id=entry.pk, scores=low)
    page = client.get(address).content.decode()
    assert "没有申报达到标准" in page
    assert "结束本轮" in page
    assert client.post(url("star_round_move", row.pk), sent(to="closed")).status_code == 302
    assert StarCandidacy.objects.of(world.school).get().state == "not_now"


def test_the_wall_and_the_result_are_shown_with_their_address(world: World) -> None:
    row = on_the_wall(world)
    page = world.client("郑岚").get(url("star_round_show", row.pk)).content.decode()
    assert url("star_notice", row.school_id, row.pk) in page


def test_what_was_recognised_can_be_withdrawn(world: World) -> None:
    award = decided(world)
    page = world.client("郑岚").get(url("star_round_show", award.entry.round_id)).content.decode()
    assert award.code in page
    assert url("award_withdraw", award.pk) in page


def test_it_takes_as_many_queries_for_three_applications_as_for_one(world: World) -> None:
    client, row, counts = world.client("郑岚"), opened(world), []
    for names in (("甲",), ("乙", "丙")):
        StarRound.objects.of(row.school_id).update(state="review")
        for name in names:
            typed(row, name)
        with CaptureQueriesContext(connection) as caught:
            client.get(url("star_round_show", row.pk))
        counts.append(len(caught))
    assert counts[0] == counts[1]
