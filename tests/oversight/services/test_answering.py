import io

import pytest
from django.core.management import call_command

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry, Operation, ViewLog
from taoli.oversight.models import CallPlace, CallTally, DrawPart
from taoli.oversight.queries.calls import by_code, counts_of, told_by_itself_on
from taoli.oversight.services.answering import answer, enter
from taoli.oversight.services.draws import close_draw
from taoli.oversight.services.telling import open_result, tell, tell_due
from tests.oversight.drawing import SAID, answered, call_of, calling, drawn, on, slips
from tests.world import World


def test_an_answer_is_counted_once_and_leaves_no_trace(world: World) -> None:
    row = calling(world)
    slip = slips(world, row)[0]
    before = [model.objects.filter(school_id=world.school.pk).count() for model in (AuditEntry, Operation, ViewLog)]
    with on(11, 27):
        place = enter(text=slip.code.lower())
        answer(place=place, answers=SAID)
        with pytest.raises(ConflictError):
            answer(place=place, answers=SAID)
    assert counts_of(call_of(world, row)) == {"knows": (1, 0, 0), "contact": (0, 1, 0), "helps": (0, 0, 1)}
    assert [
        model.objects.filter(school_id=world.school.pk).count() for model in (AuditEntry, Operation, ViewLog)
    ] == before
    kept = {field.name for field in CallTally._meta.fields}
    assert kept == {"id", "school", "list", "question", "answer", "n"}


def test_what_is_missing_late_or_anothers_is_refused(world: World) -> None:
    row, other = calling(world), calling(world, title="另一次")
    slip = slips(world, row)[0]
    with pytest.raises(TaoliError):
        enter(text="ABCDE-FGHJK")
    with pytest.raises(TaoliError):
        enter(text=slip.code, draw_id=other.pk)
    assert by_code("--") is None
    place = enter(text=slip.code, draw_id=row.pk)
    with on(11, 27):
        for wrong in ({}, {**SAID, "helps": "perhaps"}, {"knows": "yes"}):
            with pytest.raises(TaoliError):
                answer(place=place, answers=wrong)
    with on(12, 5), pytest.raises(TaoliError):
        answer(place=place, answers=SAID)
    assert sum(sum(one) for one in counts_of(call_of(world, row)).values()) == 0


def test_a_newer_slip_ends_the_old_one_even_while_it_is_open(world: World) -> None:
    row = calling(world)
    old = enter(text=slips(world, row)[0].code)
    slips(world, row)
    with on(11, 27), pytest.raises(ConflictError):
        answer(place=old, answers=SAID)


def test_the_school_sees_first_and_then_tells_counts_only(world: World) -> None:
    row = calling(world)
    answered(world, row)
    with on(12, 4), pytest.raises(TaoliError):
        open_result(by=world.office, draw_id=row.pk)
    with on(12, 4), pytest.raises(TaoliError):
        tell(by=world.office, draw_id=row.pk)
    with on(12, 5):
        with pytest.raises(TaoliError):
            tell(by=world.office, draw_id=row.pk)
        open_result(by=world.office, draw_id=row.pk)
        tell(by=world.office, draw_id=row.pk, remark=" 家访月刚开始 ")
        assert tell(by=world.office, draw_id=row.pk).remark == "家访月刚开始"
    part = DrawPart.objects.of(row.school_id).get(draw=row)
    assert (part.asked, part.agreed, part.missed, part.remark) == (3, 3, 0, "家访月刚开始")
    assert part.counts == {"knows": [3, 0, 0], "contact": [0, 3, 0], "helps": [0, 0, 3]}
    assert not CallPlace.objects.of(world.school).exclude(spent=False, code_hash="").exists()


def test_after_five_school_days_the_counts_go_by_themselves(world: World) -> None:
    row = calling(world)
    answered(world, row)
    assert told_by_itself_on(call_of(world, row)).isoformat() == "2026-12-11"
    with on(12, 11):
        assert tell_due(by=world.office) == 0
    with on(12, 12):
        out = io.StringIO()
        call_command("tell_draws", stdout=out)
        assert out.getvalue() == "taoli: 1\nlinxiao: 0\n"
    assert DrawPart.objects.of(row.school_id).get(draw=row).told_at


def test_a_closed_draw_is_told_nothing_any_more(world: World) -> None:
    row = calling(world)
    with on(12, 20):
        close_draw(by=world.actor("郑岚"), draw_id=row.pk)
        assert tell_due(by=world.office) == 0
    with pytest.raises(TaoliError):
        open_result(by=world.actor("郑岚"), draw_id=drawn(world).pk)


def test_without_a_term_weekdays_count(world: World) -> None:
    row = calling(world)
    call = call_of(world, row)
    call.ends_on = call.ends_on.replace(year=2031)
    assert told_by_itself_on(call).isoformat() == "2031-12-11"
