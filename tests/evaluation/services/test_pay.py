"""The allowance of a term, the workload, and the workbooks."""

import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.engine.scheme import LOCAL
from taoli.evaluation import services
from taoli.evaluation.queries.pay import allowance_in_force, payments, works
from taoli.evaluation.readers.payroll import allowance_workbook, workload_workbook
from tests.engine.examples import CLAUSE
from tests.evaluation.honouring import published
from tests.evaluation.queries.test_honours import FIRST, drafted
from tests.world import World


def paid(world: World, **values: Any) -> None:
    """The scheme promises an allowance of these values; the appraisal is published."""
    published(world, FIRST, allowance={**values, "clause": CLAUSE})


def pay(world: World, **said: Any) -> None:
    known = {"kind": "per_group", "amount": Decimal(60), "times_factor": False, "edit": 0, **said}
    services.set_allowance(by=world.office, term=world.term, **known)


def amounts(world: World) -> dict[str, float | None]:
    allowance = allowance_in_force(world.school.pk, world.term)
    assert allowance is not None
    return {one.mentor.name: one.amount for one in payments(world.school.pk, world.term, allowance)}


def test_the_schemes_amount_holds_and_cannot_be_set(world: World) -> None:
    paid(world, kind="per_student", amount=50)
    assert amounts(world) == {"王敏": 150, "李慧": 50, "陈立": 50, "周宁": 50}
    with pytest.raises(TaoliError, match="方案已写明金额"):
        pay(world)


def test_where_the_scheme_names_no_amount_only_the_amount_is_the_schools(world: World) -> None:
    paid(world, kind="fixed", times_factor=True)
    assert amounts(world)["王敏"] is None
    pay(world, amount=Decimal(300))
    assert amounts(world) == {"王敏": 240, "李慧": 240, "陈立": 300, "周宁": None}


def test_where_the_scheme_is_silent_all_of_it_is_a_local_clause(world: World) -> None:
    published(world)
    assert allowance_in_force(world.school.pk, world.term) is None
    pay(world)
    allowance = allowance_in_force(world.school.pk, world.term)
    assert allowance is not None
    assert allowance.clause == LOCAL
    assert amounts(world)["王敏"] == 120
    with pytest.raises(ConflictError):
        pay(world)


def test_a_draft_gives_no_factor(world: World) -> None:
    drafted(world, allowance={"kind": "fixed", "amount": 300, "times_factor": True, "clause": CLAUSE})
    assert set(amounts(world).values()) == {None}


def rows(data: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_workbook_for_payroll_has_text_that_stays_text_and_a_sum(world: World) -> None:
    paid(world, kind="per_student", amount=50)
    mentor = world.staff["王敏"]
    mentor.name = "=1+1"
    mentor.save()
    allowance = allowance_in_force(world.school.pk, world.term)
    assert allowance is not None
    data = allowance_workbook(allowance, payments(world.school.pk, world.term, allowance))
    head, first, *_others, last = rows(data)
    assert head[:2] == ["工号", "姓名"]
    assert first[:8] == ["T001", "=1+1", 3, 2, "按学生数", 50, 1, 150]
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["B2"].data_type == "s"
    assert (last[0], last[7]) == ("合计", 300)


def test_the_workload_counts_occasions_by_kind_and_estimates_hours(world: World) -> None:
    published(world)
    found = {one.mentor.name: one for one in works(world.school.pk, world.term)}
    mine = found["王敏"]
    assert (mine.students, mine.groups, mine.classes) == (3, 2, 2)
    assert mine.kinds == {"talk": 3, "group_activity": 2}
    assert mine.hours > 0
    assert mine.planned > 0
    assert (found["周宁"].kinds, found["周宁"].hours, found["周宁"].conferences) == ({}, 0, 0)
    head, *lines = rows(workload_workbook(list(found.values())))
    assert "谈心谈话（次）" in head or "谈话（次）" in head
    assert len(lines) == 4
