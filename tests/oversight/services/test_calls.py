import uuid

import pytest
from django.http import Http404

from taoli.common.errors import ConflictError, TaoliError
from taoli.oversight.models import CallList, CallPlace, DrawPart, Member
from taoli.oversight.queries.calls import get_announced, list_hash, people_to_list
from taoli.oversight.services.answering import answer, enter
from taoli.oversight.services.calls import draw_places, freeze, note_consent
from taoli.oversight.services.telling import tell_due
from tests.oversight.drawing import SAID, announced, answered, call_of, calling, drawn, frozen, on, slips
from tests.world import TODAY, World


def test_only_length_and_hash_of_the_list_leave_the_school(world: World) -> None:
    row = announced(world)
    call = frozen(world, row)
    assert frozen(world, row) == call
    part = DrawPart.objects.of(row.school_id).get(draw=row)
    assert (part.size, part.sha256) == (6, list_hash(call.salt, call.people))
    assert list_hash("", call.people) != part.sha256
    assert [one["number"] for one in people_to_list(world.school.pk, "families")][:2] == ["S001", "S002"]


def test_a_list_is_frozen_before_the_day_of_the_number_and_not_empty(world: World) -> None:
    row = announced(world)
    with on(11, 25), pytest.raises(TaoliError):
        frozen(world, row)
    mentors = announced(world, whom="mentors")
    with pytest.raises(TaoliError):
        frozen(world, mentors)
    assert not CallList.objects.of(world.school).exists()


def test_a_school_that_has_left_hands_in_nothing(world: World) -> None:
    row = announced(world)
    Member.objects.of(row.school_id).filter(code="taoli").update(left_on=TODAY)
    with pytest.raises(TaoliError):
        frozen(world, row)


def test_the_school_draws_the_published_places_once(world: World) -> None:
    row = drawn(world)
    with on(11, 26):
        call = draw_places(by=world.office, announced=row)
        with pytest.raises(ConflictError):
            draw_places(by=world.office, announced=row)
    drawn_ones = CallPlace.objects.of(world.school).filter(list=call)
    assert sorted(drawn_ones.values_list("place", flat=True)) == sorted(row.places["taoli"])


def test_a_list_that_was_changed_after_freezing_is_refused(world: World) -> None:
    row = drawn(world)
    call = call_of(world, row)
    call.people = [call.people[-1], *call.people[:-1]]
    call.save(update_fields=["people"])
    with on(11, 26), pytest.raises(TaoliError, match="哈希值"):
        draw_places(by=world.office, announced=row)
    assert not CallPlace.objects.of(world.school).exists()


def test_places_that_do_not_come_out_of_the_seed_are_refused(world: World) -> None:
    row = drawn(world)
    row.places = {"taoli": [1, 2, 3]} if row.places["taoli"] != [1, 2, 3] else {"taoli": [4, 5, 6]}
    with pytest.raises(TaoliError):
        draw_places(by=world.office, announced=row)


def test_nothing_is_drawn_before_the_number_or_without_a_list(world: World) -> None:
    row = announced(world)
    with pytest.raises(TaoliError):
        draw_places(by=world.office, announced=row)
    frozen(world, row)
    with pytest.raises(TaoliError):
        draw_places(by=world.office, announced=row)
    spared = drawn(world)
    spared.sizes, spared.places = {"linxiao": 1}, {"linxiao": [1]}
    assert draw_places(by=world.office, announced=spared).state == CallList.State.SPARED


def test_more_places_than_people_takes_everybody(world: World) -> None:
    row = calling(world, k=20)
    assert CallPlace.objects.of(world.school).filter(list=call_of(world, row)).count() == 6


def test_slips_are_for_those_who_agree_and_a_changed_mind_ends_one(world: World) -> None:
    row = calling(world, agree=False)
    with pytest.raises(TaoliError):
        slips(world, row)
    first = CallPlace.objects.of(world.school).filter(list=call_of(world, row)).first()
    assert first
    with on(11, 26):
        for said in ("maybe", ""):
            with pytest.raises(TaoliError):
                note_consent(by=world.office, announced=row, place_id=first.pk, consent=said)
        with pytest.raises(TaoliError):
            note_consent(by=world.office, announced=row, place_id=uuid.uuid4(), consent="yes")
        note_consent(by=world.office, announced=row, place_id=first.pk, consent="yes")
    assert [one.drawn.row.pk for one in slips(world, row)] == [first.pk]
    with on(11, 27):
        note_consent(by=world.office, announced=row, place_id=first.pk, consent="no")
    first.refresh_from_db()
    assert first.code_hash == ""
    with on(12, 5), pytest.raises(TaoliError):
        slips(world, row)


def test_another_citys_draw_is_nowhere(world: World) -> None:
    row = announced(world)
    with pytest.raises(Http404):
        get_announced(world.actor("郑岚"), row.pk)
    with pytest.raises(TaoliError):
        note_consent(by=world.office, announced=row, place_id=uuid.uuid4(), consent="yes")
    assert freeze(by=world.office, announced=get_announced(world.office, row.pk)).size == 6


def test_neither_slips_nor_consent_tell_who_has_answered(world: World) -> None:
    row = calling(world)
    answered(world, row)
    again = slips(world, row)
    assert len(again) == 3
    with on(11, 28), pytest.raises(ConflictError):
        answer(place=enter(text=again[0].code), answers=SAID)
    with on(11, 28):
        note_consent(by=world.office, announced=row, place_id=again[0].drawn.row.pk, consent="no")
    with on(12, 12):
        assert tell_due(by=world.office) == 1
    part = DrawPart.objects.of(row.school_id).get(draw=row)
    assert (part.agreed, part.missed, part.counts["knows"]) == (3, 0, [3, 0, 0])
