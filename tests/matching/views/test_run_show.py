from taoli.common.models import ViewLog
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun
from tests.matching.conftest import offer_all
from tests.world import World


def url(run: MatchRun) -> str:
    return f"/matching/runs/{run.pk}/"


def test_officer_sees_shares_certificate_and_loads(world: World, fair_run: MatchRun) -> None:
    page = world.client("孙悦").get(url(fair_run)).content.decode()
    assert "如愿第一志愿，占填报者的 80%" in page
    assert "在前三志愿之内，占 100%" in page
    assert "抽签号 7" in page
    assert "高一(1)班 · 第1志愿" in page
    assert "高二(1)班 · 未填志愿" in page
    assert ViewLog.objects.of(world.school).filter(noun="matching.run").count() == 1


def test_grade_lead_sees_own_grade_and_no_wishes(world: World, fair_run: MatchRun) -> None:
    page = world.client("赵国栋").get(url(fair_run)).content.decode()
    assert "林子涵" in page
    assert "吴桐" not in page
    assert "志愿之内" not in page
    assert "第1志愿" not in page


def test_groups_are_cards_where_units_are_assigned(world: World, assigned_run: MatchRun) -> None:
    page = world.client("孙悦").get(url(assigned_run)).content.decode()
    assert "朝阳组" in page
    assert "高一(1)班 · 2 人" in page
    assert "林子涵" not in page
    assert "每名学生的导师都教本班。" in page


def test_impossible_run_says_why_with_numbers(world: World, choice_round: ChoiceRound) -> None:
    offer_all(world, choice_round, 王敏=2)
    run = services.run_round(by=world.office, round_id=choice_round.pk, seed=1)
    page = world.client("孙悦").get(url(run)).content.decode()
    assert "学生 6 名，名额一共只有 2 个，还差 4 个。" in page


def test_running_run_shows_its_progress(world: World, choice_round: ChoiceRound) -> None:
    run = services.start_run(by=world.office, round_id=choice_round.pk, seed=1)
    services.note_job(by=world.office, run_id=run.pk, job_id=run.pk)
    assert "正在匹配" in world.client("孙悦").get(url(run)).content.decode()


def test_board_is_narrowed_to_a_class(world: World, fair_run: MatchRun) -> None:
    place = str(world.classes["高二(1)班"].pk)
    page = world.client("孙悦").get(url(fair_run), {"place": place}).content.decode()
    assert "吴桐" in page
    assert "林子涵" not in page


def test_published_result_has_nothing_to_move(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=world.term.starts)
    page = world.client("孙悦").get(url(fair_run)).content.decode()
    assert "林子涵" in page
    assert "data-move-card" not in page
