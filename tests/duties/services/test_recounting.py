"""Whatever happens, counting bit by bit gives what counting from scratch gives."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taoli.duties.models import Act, CellState, DutyCell, MentorRollup, WeekRollup
from taoli.duties.queries.keeping import ensure_cells
from taoli.duties.services import NewAct, add_acts, recount, replace_acts
from taoli.matching.models import Pairing
from taoli.roster.models import StaffLeave
from tests.duties.school import did, pair
from tests.world import START, TODAY, World

STUDENTS = ("林子涵", "周一诺", "孙浩然", "赵思源", "钱多多", "吴桐")
MENTORS = ("王敏", "李慧", "陈立", "周宁")
KINDS = ("talk", "group_talk", "group_activity", "family_contact", "home_visit", "plan")
Tables = dict[str, list[Any]]

moments = st.integers(0, (TODAY - START).days).map(lambda days: START + dt.timedelta(days=days))
occasions = st.fixed_dictionaries(
    {
        "mentor": st.sampled_from(MENTORS),
        "students": st.lists(st.sampled_from(STUDENTS), unique=True, max_size=3),
        "kind": st.sampled_from(KINDS),
        "held_on": moments,
        "made": st.integers(0, 4).map(bool),
    }
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), occasions),
        st.tuples(st.just("correct"), st.integers(0, 20), occasions),
        st.tuples(st.just("withdraw"), st.integers(0, 20)),
        st.tuples(st.just("move"), st.sampled_from(STUDENTS), st.sampled_from(MENTORS), moments),
        st.tuples(st.just("leave"), st.sampled_from(MENTORS), moments, moments),
    ),
    min_size=1,
    max_size=12,
)


def act(world: World, said: dict[str, Any], occasion: uuid.UUID) -> list[NewAct]:
    facts = {key: said[key] for key in ("kind", "held_on", "made")}
    return did(world, said["mentor"], *said["students"], occasion=occasion, **facts)


def play(world: World, story: list[tuple[Any, ...]]) -> None:
    """Live through a history: talks, corrections, withdrawals, changes of mentor, absences."""
    known: list[uuid.UUID] = []
    for deed, *facts in story:
        if deed == "add":
            known.append(uuid.uuid4())
            add_acts(by=world.office, acts=act(world, facts[0], known[-1]))
        elif deed == "correct" and known:
            occasion = known[facts[0] % len(known)]
            replace_acts(by=world.office, occasion=occasion, acts=act(world, facts[1], occasion))
        elif deed == "withdraw" and known:
            replace_acts(by=world.office, occasion=known.pop(facts[0] % len(known)))
        elif deed == "move":
            change_mentor(world, *facts)
        elif deed == "leave":
            StaffLeave.objects.create(
                school=world.school, staff=world.staff[facts[0]], starts=min(facts[1:]), ends=max(facts[1:])
            )


def change_mentor(world: World, student: str, mentor: str, on: dt.date) -> None:
    live = Pairing.objects.of(world.school).filter(student=world.students[student], ends=None)
    live.update(ends=on - dt.timedelta(days=1), end_reason="mentor_changed")
    pair(world, student, mentor, starts=on)


def tables(world: World) -> Tables:
    """Everything counted, without the rows' own ids."""
    found: Tables = {}
    for model in (DutyCell, MentorRollup, WeekRollup, CellState):
        names = [field.attname for field in model._meta.concrete_fields if field.name != "id"]
        rows = model._default_manager.filter(school_id=world.school.pk).values(*names)
        found[model.__name__] = sorted(rows, key=repr)
    owing = {row["mentor_id"] for row in found["DutyCell"]}  # whoever owes nothing may be remembered or not
    found["CellState"] = [row for row in found["CellState"] if row["mentor_id"] in owing]
    return found


def from_scratch(world: World) -> Tables:
    for model in (DutyCell, MentorRollup, WeekRollup, CellState):
        model._default_manager.filter(school_id=world.school.pk).delete()
    recount(school_id=world.school.pk, term_id=world.term.pk)
    return tables(world)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=steps)
def test_counting_bit_by_bit_gives_what_counting_from_scratch_gives(
    settled: World, story: list[tuple[Any, ...]]
) -> None:
    with transaction.atomic():
        play(settled, story)
        ensure_cells(settled.school.pk)
        drift = recount(school_id=settled.school.pk, term_id=settled.term.pk, fix=False)
        step_by_step = tables(settled)
        whole = from_scratch(settled)
        transaction.set_rollback(True)
    assert not drift
    assert step_by_step == whole


def spoil(world: World) -> None:
    """Change one stored cell, one sum and one week behind the services' back."""
    add_acts(by=world.office, acts=did(world, "王敏", "林子涵"))
    cell = DutyCell.objects.of(world.school).filter(done=1)[0]
    DutyCell.objects.of(world.school).filter(pk=cell.pk).update(done=7)
    summed = MentorRollup.objects.of(world.school).exclude(duty=cell.duty)[0]
    MentorRollup.objects.of(world.school).filter(pk=summed.pk).update(met=99)
    WeekRollup.objects.of(world.school).update(acts=5)


def test_a_recount_tells_the_drift_and_leaves_it_unless_asked(settled: World) -> None:
    spoil(settled)
    for fix, mended in ((False, False), (True, False), (False, True)):
        drift = recount(school_id=settled.school.pk, term_id=settled.term.pk, fix=fix, chunk=1)
        assert bool(drift) is not mended
        if not mended:
            assert (drift.cells, drift.sums, drift.weeks) == (1, 1, 1)


def test_a_row_that_should_not_be_there_is_drift(settled: World) -> None:
    ensure_cells(settled.school.pk)
    cell = DutyCell.objects.of(settled.school)[0]
    cell.pk, cell._state.adding, cell.period = uuid.uuid4(), True, "2026-13"
    cell.save()
    assert recount(school_id=settled.school.pk, term_id=settled.term.pk).cells == 1
    assert not DutyCell.objects.of(settled.school).filter(period="2026-13").exists()


def test_pairings_that_changed_are_no_drift(settled: World) -> None:
    ensure_cells(settled.school.pk)
    change_mentor(settled, "林子涵", "陈立", dt.date(2026, 11, 1))
    assert not recount(school_id=settled.school.pk, term_id=settled.term.pk, fix=False)
    mentors = set(
        DutyCell.objects.of(settled.school)
        .filter(subject_id=settled.students["林子涵"].pk, duty="individual", period="2026-11")
        .values_list("mentor__name", flat=True)
    )
    assert mentors == {"陈立"}


def test_progress_is_reported_mentor_by_mentor(settled: World) -> None:
    seen: list[tuple[int, int]] = []
    recount(
        school_id=settled.school.pk,
        term_id=settled.term.pk,
        chunk=3,
        report=lambda done, total: seen.append((done, total)),
    )
    assert seen == [(3, 4), (4, 4)]


def test_the_weeks_of_somebody_without_mentees_are_counted_from_scratch_too(settled: World) -> None:
    add_acts(by=settled.office, acts=did(settled, "赵国栋", "林子涵"))
    WeekRollup.objects.of(settled.school).delete()
    assert recount(school_id=settled.school.pk, term_id=settled.term.pk).weeks == 1


def test_acts_stay_what_they_are(settled: World) -> None:
    spoil(settled)
    before = list(Act.objects.of(settled.school).values())
    recount(school_id=settled.school.pk, term_id=settled.term.pk)
    assert list(Act.objects.of(settled.school).values()) == before


@pytest.mark.parametrize("fix", [True, False])
def test_a_school_without_a_scheme_has_no_drift(world: World, fix: bool) -> None:
    assert not recount(school_id=world.school.pk, term_id=world.term.pk, fix=fix)
