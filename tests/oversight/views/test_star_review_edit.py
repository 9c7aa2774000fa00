from taoli.oversight.models import Member, StarReview
from taoli.oversight.services.star_reviews import set_tie
from tests.oversight.starring import bring, entered, opened, reviewing, sent, typed, url
from tests.world import World

SAID = {"points-c1": "8", "said-c1": "材料属实", "points-c2": "7", "said-c2": "同伴愿意请教"}


def test_a_review_is_sent_once_and_shown_afterwards(world: World) -> None:
    row = opened(world)
    entry = entered(world, row)
    reviewing(world, row)
    client, address = world.client("宋评"), url("star_review_edit", entry.pk)
    page = client.get(address).content.decode()
    assert "和孩子们一起慢慢走" in page
    assert "我申请回避" in page
    assert client.post(address, sent(**{**SAID, "points-c1": "12"})).context["form"].errors
    assert client.post(address, sent(**SAID)).status_code == 302
    assert "材料属实" in client.get(address).content.decode()
    assert "不再改动" in client.post(address, sent(**SAID)).content.decode()
    assert "材料属实" not in world.client("丁阅").get(address).content.decode()


def test_whoever_comes_from_the_school_is_refused_with_a_sentence_by_link_and_by_post(world: World) -> None:
    bring(world, "district", "丁阅")
    bring(world, "district", "武鉴")
    member = Member.objects.of(world.bureaus["district"]).get(code="taoli")
    set_tie(by=world.actor("郑岚"), reviewer_id=world.officers["宋评"].pk, member_id=member.pk, kind="home")
    row = opened(world)
    entry = entered(world, row)
    reviewing(world, row)
    StarReview.objects.create(  # even where somebody wrote the row by hand
        school_id=row.school_id, entry=entry, reviewer=world.officers["宋评"], assigned_at=entry.received_at
    )
    client, address = world.client("宋评"), url("star_review_edit", entry.pk)
    assert "王敏" not in client.get(url("my_reviews")).content.decode()
    for answer in (client.get(address), client.post(address, sent(**SAID)), client.post(address, sent(declare="1"))):
        assert answer.status_code == 409
        assert "与您有关联的学校" in answer.content.decode()
        assert "和孩子们一起慢慢走" not in answer.content.decode()
    assert client.get(url("star_review_edit", typed(row, "乙").pk)).status_code == 404


def test_a_conflict_is_declared_with_one_button(world: World) -> None:
    row = opened(world)
    entry = entered(world, row)
    reviewing(world, row)
    address = url("star_review_edit", entry.pk)
    assert world.client("宋评").post(address, sent(declare="1")).status_code == 302
    assert world.client("宋评").get(address).status_code == 409
    assert StarReview.objects.of(row.school_id).filter(declared_at=None).count() == 1
