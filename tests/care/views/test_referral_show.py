from taoli.care.services.referrals import Advice, advise
from taoli.notifications.models import Notice
from taoli.notifications.queries.inbox import inbox_of
from tests.care.counselling import NOTE, WHY, in_care, noted, referred
from tests.world import World


def test_the_writer_follows_each_step_and_reads_level_and_advice(world: World) -> None:
    row = in_care(world)
    noted(world)
    advise(by=world.actor("何静"), pk=row.pk, edit=row.edit, advice=Advice("help", "建议家长带去医院", then="ended"))
    page = world.client("王敏").get(f"/care/referrals/{row.pk}/").content.decode()
    for words in ("已提出", "在心理教师处", "已结束", "寻求帮助", "建议家长带去医院"):
        assert words in page
    for words in (WHY, NOTE):
        assert words not in page


def test_each_step_is_told_without_a_name(world: World) -> None:
    in_care(world)
    notices = Notice.objects.of(world.school).filter(kind="referral_moved", receiver_id=world.staff["王敏"].pk)
    assert [one.params for one in notices] == [{}]
    lines = [one.sentence for one in inbox_of(world.actor("王敏"))]
    assert lines == ["您转介的学生有新情况。"]


def test_anybody_elses_referral_is_not_found(world: World) -> None:
    row = referred(world)
    for name in ("李慧", "孙悦", "钱程", "何静"):
        assert world.client(name).get(f"/care/referrals/{row.pk}/").status_code == 404
