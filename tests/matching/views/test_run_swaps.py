from typing import Any

import pytest

from taoli.matching import services
from taoli.matching.models import MatchRun, Seat, SeatMove
from taoli.matching.queries.wall import codes_of
from tests.world import World


def code(world: World, run: MatchRun, name: str) -> str:
    codes = codes_of(run)
    if name in world.students:
        return str(codes.student[str(world.students[name].pk)])
    return f"M{codes.mentor[str(world.staff[name].pk)]}"


def typed(world: World, run: MatchRun, *lines: tuple[str, str], **more: Any) -> Any:
    text = "\n".join(f"{code(world, run, one)} {code(world, run, two)}" for one, two in lines)
    given = {"lines": text, "reason": "圆桌商定", "override": "on", **more}
    return world.client("孙悦").post(f"/matching/runs/{run.pk}/swaps/", given)


def mentor(world: World, run: MatchRun, student: str) -> str:
    return Seat.objects.of(world.school).get(run=run, student=world.students[student]).mentor.name


def test_swaps_and_moves_are_made_together_and_can_be_taken_back(world: World, fair_run: MatchRun) -> None:
    before = mentor(world, fair_run, "林子涵"), mentor(world, fair_run, "赵思源")
    answer = typed(world, fair_run, ("林子涵", "赵思源"), ("吴桐", "李慧"))
    assert answer["Location"] == f"/matching/runs/{fair_run.pk}/"
    assert (mentor(world, fair_run, "赵思源"), mentor(world, fair_run, "林子涵")) == before
    assert mentor(world, fair_run, "吴桐") == "李慧"
    assert {row.number for row in SeatMove.objects.of(world.school)} == {1, 2}
    services.undo_move(by=world.office, run_id=fair_run.pk, number=1)
    assert (mentor(world, fair_run, "林子涵"), mentor(world, fair_run, "赵思源")) == before


def test_one_bad_line_leaves_everything_as_it_is(world: World, fair_run: MatchRun) -> None:
    good = f"{code(world, fair_run, '吴桐')} {code(world, fair_run, '李慧')}"
    for bad in ("12 M99", "999 1", "林子涵 2", "1 1"):
        page = typed(world, fair_run, lines=f"{good}\n{bad}").content.decode()
        assert f"第 2 行“{bad}”：请写墙面表上的两个代码" in page
    assert SeatMove.objects.of(world.school).count() == 0


@pytest.mark.parametrize(("more", "told"), [({"lines": " "}, "请填写"), ({"override": ""}, "请勾选下面一项。")])
def test_refusals_keep_what_was_typed(world: World, fair_run: MatchRun, more: dict[str, str], told: str) -> None:
    full = next(name for name in ("王敏", "陈立") if name != mentor(world, fair_run, "吴桐"))
    page = typed(world, fair_run, ("吴桐", full), **more).content.decode()
    assert told in page or "必填" in page or "这个字段" in page
    assert SeatMove.objects.of(world.school).count() == 0


def test_published_result_is_shown_instead(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=world.term.starts)
    answer = world.client("孙悦").get(f"/matching/runs/{fair_run.pk}/swaps/")
    assert answer["Location"] == f"/matching/runs/{fair_run.pk}/"
