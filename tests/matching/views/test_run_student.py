from taoli.common.models import ViewLog
from taoli.matching.models import MatchRun, Seat
from tests.matching.views.test_run_drop import drop
from tests.world import World


def test_officer_reads_why_and_what_was_moved(world: World, fair_run: MatchRun) -> None:
    loser = Seat.objects.of(world.school).select_related("student").get(run=fair_run, rank=2).student.name
    drop(world, world.client("孙悦"), fair_run, loser, "周宁", override="on", reason="姐妹同组")
    page = world.client("孙悦").get(f"/matching/runs/{fair_run.pk}/students/{world.students[loser].pk}/page/")
    said = page.content.decode()
    assert "第1志愿王敏：2 个名额已满。" in said
    assert "姐妹同组" in said
    assert ViewLog.objects.of(world.school).filter(page="matching:run_student").count() == 1


def test_grade_lead_reads_no_wishes(world: World, fair_run: MatchRun) -> None:
    client, base = world.client("赵国栋"), f"/matching/runs/{fair_run.pk}/students"
    assert "志愿" not in client.get(f"{base}/{world.students['林子涵'].pk}/page/").content.decode()
    assert client.get(f"{base}/{world.students['吴桐'].pk}/page/").status_code == 404
