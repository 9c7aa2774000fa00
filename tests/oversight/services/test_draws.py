import uuid
from typing import Any

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.engine.survey import places_drawn, seed_of
from taoli.oversight.models import Draw, DrawPart, Member
from taoli.oversight.services.draws import (
    HandedList,
    HandedResult,
    call_off,
    close_draw,
    take_list,
    take_result,
    type_number,
)
from tests.oversight.drawing import ENDS_ON, FACTS, SEED_ON, announced, drawn, frozen, on
from tests.world import TODAY, World


def list_of(row: Draw, code: str = "taoli", size: int = 6, sha256: str = "a" * 64) -> HandedList:
    return HandedList(row.pk, code, size, sha256)


def result_of(row: Draw, code: str = "taoli", **values: Any) -> HandedResult:
    counts = {"knows": (2, 0, 0), "contact": (1, 1, 0), "helps": (0, 0, 2)}
    facts: dict[str, Any] = {"asked": 3, "agreed": 3, "missed": 0, "counts": counts, **values}
    return HandedResult(row.pk, code, **facts)


def test_nothing_known_today_can_be_the_seed_and_calls_follow_it(world: World) -> None:
    for values in ({"seed_on": TODAY}, {"ends_on": SEED_ON}):
        with pytest.raises(TaoliError):
            announced(world, **values)
    assert not Draw.objects.of(world.bureaus["district"]).exists()


def test_the_number_makes_seed_and_places_once_even_when_two_officers_type(world: World) -> None:
    row = announced(world)
    officer = world.actor("郑岚")
    with pytest.raises(TaoliError, match="2026-11-25"):
        type_number(by=officer, draw_id=row.pk, number="731")
    with on(11, 25), pytest.raises(TaoliError, match="冻结名单"):
        type_number(by=officer, draw_id=row.pk, number="731")
    frozen(world, row)
    with on(11, 25):
        with pytest.raises(TaoliError):
            type_number(by=officer, draw_id=row.pk, number="  ")
        made = type_number(by=officer, draw_id=row.pk, number=" 731 ")
        with pytest.raises(ConflictError):
            type_number(by=officer, draw_id=row.pk, number="732")
    assert made.seed == seed_of(FACTS["sentence"], "731")
    assert made.sizes == {"taoli": 6}
    assert tuple(made.places["taoli"]) == places_drawn({"taoli": 6}, 3, made.seed, each=True)["taoli"]


def test_schools_are_drawn_by_the_same_seed(world: World) -> None:
    row = announced(world, schools=1, each=False)
    frozen(world, row)
    take_list(bureau_id=row.school_id, handed=list_of(row, "linxiao", 1))
    with on(11, 25):
        made = type_number(by=world.actor("郑岚"), draw_id=row.pk, number="731")
    assert len(made.sizes) == 1
    assert set(made.places) == set(made.sizes)


def test_a_list_is_frozen_once_and_only_by_a_member_in_time(world: World) -> None:
    row = announced(world)
    bureau = row.school_id
    first = take_list(bureau_id=bureau, handed=list_of(row))
    assert take_list(bureau_id=bureau, handed=list_of(row)) == first
    with pytest.raises(TaoliError):
        take_list(bureau_id=bureau, handed=list_of(row, sha256="b" * 64))
    with pytest.raises(TaoliError):
        take_list(bureau_id=bureau, handed=HandedList(uuid.uuid4(), "taoli", 6, "a" * 64))
    Member.objects.of(bureau).filter(code="linxiao").update(left_on=TODAY)
    with pytest.raises(TaoliError):
        take_list(bureau_id=bureau, handed=list_of(row, "linxiao"))
    with on(11, 25):
        type_number(by=world.actor("郑岚"), draw_id=row.pk, number="731")
    Member.objects.of(bureau).filter(code="linxiao").update(left_on=None)
    with pytest.raises(TaoliError):
        take_list(bureau_id=bureau, handed=list_of(row, "linxiao"))
    assert DrawPart.objects.of(bureau).filter(draw=row).count() == 1


def test_counts_fit_the_places_and_the_first_ones_stay(world: World) -> None:
    row = drawn(world)
    bureau = row.school_id
    wrongs: tuple[dict[str, Any], ...] = ({"asked": 4}, {"agreed": 4}, {"agreed": 1})
    for wrong in wrongs:
        with pytest.raises(TaoliError):
            take_result(bureau_id=bureau, handed=result_of(row, **wrong))
    with pytest.raises(TaoliError):
        take_result(bureau_id=bureau, handed=result_of(row, "linxiao"))
    part = take_result(bureau_id=bureau, handed=result_of(row))
    again = take_result(bureau_id=bureau, handed=result_of(row, agreed=2, remark="后来的话"))
    assert (again.pk, again.agreed, again.remark) == (part.pk, 3, "")


def test_a_draw_closes_when_all_have_told_or_had_their_time(world: World) -> None:
    row, officer = drawn(world), world.actor("郑岚")
    with on(12, 5), pytest.raises(TaoliError, match="2026-12-18"):
        close_draw(by=officer, draw_id=row.pk)
    with on(12, 19):
        closed = close_draw(by=officer, draw_id=row.pk)
        with pytest.raises(ConflictError):
            close_draw(by=officer, draw_id=row.pk)
        with pytest.raises(TaoliError):
            take_result(bureau_id=row.school_id, handed=result_of(row))
    assert closed.pooled["knows"] == {"n": None, "counts": None, "mostly": ""}
    assert row.ends_on == ENDS_ON


def test_a_draw_is_called_off_before_it_is_drawn_only(world: World) -> None:
    officer = world.actor("郑岚")
    assert call_off(by=officer, draw_id=announced(world).pk).state == Draw.State.CANCELLED
    with pytest.raises(ConflictError):
        call_off(by=officer, draw_id=drawn(world).pk)
