from taoli.common.models import ViewLog
from taoli.matching import services
from taoli.matching.models import MatchRun, Seat
from tests.world import World


def url(world: World, run: MatchRun, student: str) -> str:
    return f"/matching/runs/{run.pk}/students/{world.students[student].pk}/"


def test_officer_reads_which_wish_was_full_and_what_decided(world: World, fair_run: MatchRun) -> None:
    seats = Seat.objects.of(world.school).filter(run=fair_run, rank=2).select_related("student")
    loser = seats.get().student.name
    page = world.client("孙悦").get(url(world, fair_run, loser)).content.decode()
    assert "第1志愿王敏：2 个名额已满。" in page
    assert "由抽签决定：抽到第" in page
    assert ViewLog.objects.of(world.school).filter(page="matching:run_why").count() == 1


def test_move_by_hand_is_told_with_name_and_reason(world: World, fair_run: MatchRun) -> None:
    services.move_seat(
        by=world.office,
        run_id=fair_run.pk,
        student_id=world.students["吴桐"].pk,
        mentor_id=world.staff["李慧"].pk,
        reason="姐妹同组",
        override=True,
        edit=0,
    )
    assert "孙悦人工调整：姐妹同组" in world.client("孙悦").get(url(world, fair_run, "吴桐")).content.decode()


def test_grade_lead_reads_no_wishes_and_nothing_of_other_grades(world: World, fair_run: MatchRun) -> None:
    client = world.client("赵国栋")
    assert "志愿" not in client.get(url(world, fair_run, "林子涵")).content.decode()
    assert client.get(url(world, fair_run, "吴桐")).status_code == 404
