import json
import re
from typing import Any

from taoli.common.models import ViewLog
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun
from tests.matching.conftest import offer_all
from tests.world import World


def data(page: str) -> dict[str, Any]:
    """Return what the page gives its script to draw."""
    found = re.search(r'<script id="board-data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    drawn: dict[str, Any] = json.loads(found[1])
    return drawn


def cards(page: str) -> dict[str, list[Any]]:
    return {card[1]: card for card in data(page)["cards"]}


def url(run: MatchRun) -> str:
    return f"/matching/runs/{run.pk}/"


def test_officer_sees_shares_certificate_and_loads(world: World, fair_run: MatchRun) -> None:
    page = world.client("孙悦").get(url(fair_run)).content.decode()
    assert "如愿第一志愿，占填报者的 80%" in page
    assert "在前三志愿之内，占 100%" in page
    assert "抽签号 7" in page
    drawn = cards(page)
    assert drawn["赵思源"][4] == "第1志愿"
    assert drawn["吴桐"][4] == "未填志愿"
    mentors = {mentor[1]: mentor for mentor in data(page)["mentors"]}
    assert mentors["陈立"][3:] == [0, 2, 2]
    assert ViewLog.objects.of(world.school).filter(noun="matching.run").count() == 1


def test_grade_lead_sees_own_grade_and_no_wishes(world: World, fair_run: MatchRun) -> None:
    page = world.client("赵国栋").get(url(fair_run)).content.decode()
    assert "林子涵" in cards(page)
    assert "吴桐" not in cards(page)
    assert "志愿之内" not in page
    assert {card[4] for card in cards(page).values()} == {""}
    assert sum(mentor[5] for mentor in data(page)["mentors"]) == 6  # loads count everybody


def test_groups_are_cards_where_units_are_assigned(world: World, assigned_run: MatchRun) -> None:
    page = world.client("孙悦").get(url(assigned_run)).content.decode()
    assert cards(page)["朝阳组"][4:] == ["2 名学生", 0, 0, 2]
    assert "林子涵" not in cards(page)
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


def test_rules_that_name_a_student_are_flags_of_the_card(world: World, fair_run: MatchRun) -> None:
    one, two, three = (str(world.students[name].pk) for name in ("林子涵", "周一诺", "孙浩然"))
    mentor = str(world.staff["王敏"].pk)
    fair_run.problem["rules"] |= {"pinned": {one: [mentor, "x"]}, "apart": [[one, two]], "together": [[three, two]]}
    fair_run.input_hash = "other"
    fair_run.save()
    drawn = cards(world.client("孙悦").get(url(fair_run)).content.decode())
    assert [drawn[name][5] for name in ("林子涵", "周一诺", "孙浩然", "吴桐")] == [2 | 4, 4 | 8, 8, 0]


def test_published_result_has_nothing_to_move(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=world.term.starts)
    page = world.client("孙悦").get(url(fair_run)).content.decode()
    assert "林子涵" in cards(page)
    assert "data-pick" not in page.replace("data-picked", "").replace('data-pick="', "")
    assert "data-moves" not in page
    assert "打印对接表" in page


def test_ways_out_lead_to_the_page_where_they_are_gone(world: World, choice_round: ChoiceRound) -> None:
    offer_all(world, choice_round, 王敏=2)
    run = services.run_round(by=world.office, round_id=choice_round.pk, seed=1)
    page = world.client("孙悦").get(url(run)).content.decode()
    main = page.split("<main")[1]
    assert "还差 4 个" in main
    assert main.count("改动") == 2
    assert "把王敏的上限从 2 名提高到 6 名" in main
    assert f"/matching/rounds/{choice_round.pk}/mentors/" in main


def test_homeroom_teacher_sees_the_own_class_while_it_is_the_turn(world: World, fair_run: MatchRun) -> None:
    client = world.client("李慧")
    page = client.get(url(fair_run)).content.decode()
    assert sorted(cards(page)) == sorted(["林子涵", "周一诺", "孙浩然"])
    services.set_step(by=world.office, round_id=fair_run.round_id, kind="adjust", done=True)
    assert client.get(url(fair_run)).status_code == 404
