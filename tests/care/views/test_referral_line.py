import datetime as dt

from taoli.care.models import Referral
from taoli.care.services.referrals import Advice, advise
from taoli.common import clock
from tests.care.counselling import NOTE, WHY, in_care, noted, referred
from tests.world import World


def line(world: World, name: str = "王敏", student: str = "林子涵") -> str:
    answer = world.client(name).get(f"/care/students/{world.students[student].pk}/counsellor/")
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_the_mentor_reads_level_and_advice_and_nothing_else(world: World) -> None:
    row = in_care(world, by="李慧")
    assert "在心理教师处" in line(world)
    noted(world)
    advise(by=world.actor("何静"), pk=row.pk, edit=row.edit, advice=Advice("watch", "先不催作业"))
    page = line(world)
    assert "多留意" in page
    assert "先不催作业" in page
    for words in (WHY, NOTE, "李慧"):
        assert words not in page


def test_there_is_nothing_while_it_is_only_asked_or_the_mentor_shall_not_know(world: World) -> None:
    referred(world, by="李慧")
    in_care(world, "周一诺", by="李慧", tell_mentor=False)
    assert line(world).strip().count("<") == 0
    assert line(world, student="周一诺").strip().count("<") == 0


def test_the_advice_of_what_has_ended_stays_for_a_while(world: World) -> None:
    row = in_care(world)
    advise(by=world.actor("何静"), pk=row.pk, edit=row.edit, advice=Advice("watch", "先不催作业", then="ended"))
    assert "先不催作业" in line(world)
    Referral.objects.of(world.school).update(closed_at=clock.now() - dt.timedelta(days=100))
    assert "先不催作业" not in line(world)


def test_only_the_mentor_is_told(world: World) -> None:
    in_care(world)
    assert line(world, student="孙浩然") == "404"
    assert [line(world, name) for name in ("李慧", "孙悦", "钱程", "林子涵", "林母")] == ["403"] * 5


def test_the_students_page_asks_for_it_for_the_mentor_only(world: World) -> None:
    url = f"/guidance/students/{world.students['林子涵'].pk}/"
    assert "/counsellor/" in world.client("王敏").get(url).content.decode()
    assert "/counsellor/" not in world.client("李慧").get(url).content.decode()
