import datetime as dt

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.roster.models import AttentionMark, StudentCategory
from taoli.roster.queries.sealing import open_about
from taoli.roster.queries.standing import categories_of, reason_place
from taoli.roster.services.standing import (
    end_attention,
    end_category,
    enter_category,
    keep_category,
    mark_attention,
    withdraw_category,
)
from tests.world import TODAY, World

DAY = dt.timedelta(days=1)


def enter(world: World, **said: object) -> StudentCategory:
    words = {"code": "poverty", "source": "family", "degree": "some", "reason": "申请了资助", **said}
    return enter_category(by=world.office, student_id=world.students["林子涵"].pk, **words)  # type: ignore[arg-type]


def test_a_mark_that_runs_goes_on_and_one_that_ended_today_too(world: World) -> None:
    pk = world.students["林子涵"].pk
    first = mark_attention(by=world.office, student_id=pk)
    end_attention(by=world.office, pk=first.pk)
    assert AttentionMark.objects.of(world.school).get().ends == TODAY
    again = mark_attention(by=world.office, student_id=pk)
    assert (again.pk, again.ends) == (first.pk, None)
    end_attention(by=world.office, pk=first.pk, last=TODAY - DAY)
    assert mark_attention(by=world.office, student_id=pk).pk != first.pk


def test_a_reason_is_sealed_and_in_no_audit_row(world: World) -> None:
    row = enter(world)
    kept = StudentCategory.objects.of(world.school).get()
    assert "资助" not in kept.reason
    assert open_about(world.school.pk, row.student_id, kept.reason, reason_place(row.pk)) == "申请了资助"
    assert not any("资助" in str(entry.data) for entry in AuditEntry.objects.of(world.school))
    assert categories_of(world.school.pk) == {row.student_id: {"poverty"}}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"starts": TODAY + DAY}, "未来|将来|以后|还没到"),
        ({"ends": TODAY - DAY}, "最后一天|结束"),
        ({"review_on": TODAY}, "今天以后"),
    ],
)
def test_days_that_cannot_be_are_refused(world: World, said: dict[str, dt.date], words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        enter(world, **said)
    assert not StudentCategory.objects.of(world.school).exists()


def test_the_same_fact_is_not_noted_twice_at_a_time(world: World) -> None:
    row = enter(world)
    with pytest.raises(TaoliError, match="已有这一项"):
        enter(world)
    withdraw_category(by=world.office, pk=row.pk)
    assert enter(world).pk != row.pk


def test_it_is_kept_ended_or_withdrawn_with_its_reason_forgotten(world: World) -> None:
    row = enter(world)
    assert keep_category(by=world.office, pk=row.pk, review_on=TODAY + DAY).review_on == TODAY + DAY
    with pytest.raises(TaoliError, match="今天以后"):
        keep_category(by=world.office, pk=row.pk, review_on=TODAY)
    assert end_category(by=world.office, pk=row.pk).ends == TODAY
    gone = withdraw_category(by=world.office, pk=row.pk)
    assert (gone.reason, gone.ends) == ("", TODAY - DAY)
    assert categories_of(world.school.pk) == {}
    for move in (end_category, withdraw_category):
        with pytest.raises(ConflictError):
            move(by=world.office, pk=row.pk)
