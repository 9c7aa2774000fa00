"""Cells of a part are that part of the cells: what makes the recount after one record cheap and right."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.compliance import cells
from taoli.engine.facts import Act, Leave, Mark, Pairing
from tests.engine.examples import AUTUMN, YEAR, scheme_with

MENTORS, STUDENTS, UNITS = ("m1", "m2", "m3"), ("s1", "s2", "s3", "s4"), ("u1", "u2")
OWED_TO_ONE = (
    {"key": "month"},
    {"key": "any", "per": "week", "fulfilled_by": "any_mentor", "times": 2},
    {"key": "listed", "only_for": ["attention"], "per": "two_weeks", "one_to_one": True},
    {"key": "family", "subject": "family", "kinds": ["home_visit"], "per": "term", "fulfilled_by": "substitute"},
)
OWED_TO_MANY = (
    {"key": "group", "subject": "group", "per": "month"},
    {"key": "class", "subject": "class", "kinds": ["conference"], "per": "month"},
    {"key": "self", "subject": "self", "kinds": ["plan"], "per": "year"},
)
ONE, ALL = scheme_with(*OWED_TO_ONE), scheme_with(*OWED_TO_ONE, *OWED_TO_MANY)

days = st.integers(-20, 150).map(lambda shift: AUTUMN.starts + timedelta(days=shift))
ends = st.none() | days


@st.composite
def pairings(draw: st.DrawFn) -> tuple[Pairing, ...]:
    found = []
    for place in range(draw(st.integers(1, 8))):
        start = draw(days)
        unit, end = draw(st.none() | st.sampled_from(UNITS)), draw(ends)
        end = None if end is None else max(end, start)
        student, mentor = draw(st.sampled_from(STUDENTS)), draw(st.sampled_from(MENTORS))
        found.append(Pairing(f"p{place}", student, mentor, unit, "g1", f"c{student[1]}", start, end))
    return tuple(found)


@st.composite
def acts(draw: st.DrawFn) -> tuple[Act, ...]:
    found = []
    for place in range(draw(st.integers(0, 25))):
        kind = draw(st.sampled_from(("talk", "home_visit", "conference", "plan")))
        students = tuple(draw(st.lists(st.sampled_from(STUDENTS), max_size=3, unique=True)))
        unit = draw(st.none() | st.sampled_from((*UNITS, "c1")))
        by, on, made = draw(st.sampled_from(MENTORS)), draw(days), draw(st.integers(0, 4)) > 0
        found.append(Act(f"a{place}", kind, "face_to_face", made, by, students, on, on, unit_id=unit))
    return tuple(found)


marks = st.lists(st.builds(Mark, st.sampled_from(STUDENTS), st.just("attention"), days), max_size=3).map(tuple)
leaves = st.lists(
    st.builds(Leave, st.sampled_from((*MENTORS, *STUDENTS)), days, st.none(), st.none() | st.sampled_from(MENTORS)),
    max_size=3,
).map(tuple)


@settings(max_examples=35, deadline=None)
@given(pairings(), acts(), days, marks, leaves, st.data())
def test_cells_of_some_pairings_need_only_them_and_acts_naming_their_students(
    who: tuple[Pairing, ...],
    did: tuple[Act, ...],
    as_of: date,
    marked: tuple[Mark, ...],
    away: tuple[Leave, ...],
    data: st.DataObject,
) -> None:
    whole = cells(ONE, YEAR, AUTUMN, who, did, as_of, marked, away)
    part = tuple(pairing for pairing in who if data.draw(st.booleans()))
    students = {pairing.student_id for pairing in part}
    near = tuple(act for act in did if students & set(act.student_ids))
    ids = {pairing.id for pairing in part}
    expected = tuple(cell for cell in whole if cell.pairing_id in ids)
    assert cells(ONE, YEAR, AUTUMN, part, near, as_of, marked, away) == expected


@settings(max_examples=35, deadline=None)
@given(pairings(), acts(), days, marks, leaves, st.sets(st.sampled_from(MENTORS)))
def test_cells_of_some_mentors_are_their_part_of_the_whole(
    who: tuple[Pairing, ...],
    did: tuple[Act, ...],
    as_of: date,
    marked: tuple[Mark, ...],
    away: tuple[Leave, ...],
    some: set[str],
) -> None:
    whole = cells(ALL, YEAR, AUTUMN, who, did, as_of, marked, away)
    part = tuple(pairing for pairing in who if pairing.mentor_id in some)
    expected = tuple(cell for cell in whole if cell.mentor_id in some)
    assert cells(ALL, YEAR, AUTUMN, part, did, as_of, marked, away) == expected


@settings(max_examples=20, deadline=None)
@given(pairings(), acts(), days, st.randoms())
def test_the_order_of_facts_does_not_matter(
    who: tuple[Pairing, ...], did: tuple[Act, ...], as_of: date, random: Random
) -> None:
    mixed_who, mixed_did = list(who), list(did)
    random.shuffle(mixed_who)
    random.shuffle(mixed_did)
    whole = cells(ALL, YEAR, AUTUMN, who, did, as_of)
    assert cells(ALL, YEAR, AUTUMN, mixed_who, mixed_did, as_of) == whole


@settings(max_examples=20, deadline=None)
@given(pairings(), acts(), days)
def test_every_act_that_counts_lies_in_its_cell_and_no_cell_is_there_twice(
    who: tuple[Pairing, ...], did: tuple[Act, ...], as_of: date
) -> None:
    held = {act.id: act for act in did}
    whole = cells(ALL, YEAR, AUTUMN, who, did, as_of)
    places = [(cell.duty_key, cell.mentor_id, cell.subject_id, cell.pairing_id, cell.period_key) for cell in whole]
    assert len(places) == len(set(places))
    for cell in whole:
        assert cell.done == len(cell.act_ids)
        assert all(held[act_id].on >= cell.starts and held[act_id].made for act_id in cell.act_ids)
        assert (cell.state == "met") == (cell.done >= cell.needed)
