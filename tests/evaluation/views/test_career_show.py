import datetime as dt
import uuid

from taoli.common.models import ViewLog
from taoli.evaluation import services
from tests.evaluation.honouring import published, url
from tests.world import World


def test_the_office_sees_no_total_and_confirms_lines(world: World) -> None:
    published(world)
    facts = services.EntryFacts(dt.date(2026, 10, 9), "award", "市优质课二等奖", "")
    row = services.add_career_entry(by=world.actor("王敏"), facts=facts)
    page = world.client("孙悦").get(url("career_show", world.staff["王敏"].pk) + "?points=1").content.decode()
    assert "担任 3 名学生的导师" in page
    assert "8 / 10" not in page
    assert url("career_confirm", row.pk) in page
    assert ViewLog.objects.of(world.school).filter(noun="evaluation.career").exists()


def test_the_principal_only_looks_and_others_do_not(world: World) -> None:
    mentor = world.staff["王敏"].pk
    assert world.client("钱程").get(url("career_show", mentor)).status_code == 200
    assert world.client("王敏").get(url("career_show", mentor)).status_code == 403
    assert world.client("孙悦").get(url("career_show", uuid.uuid4())).status_code == 404
