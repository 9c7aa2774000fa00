import datetime as dt

import pytest
import time_machine

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.common.state import state_hash
from taoli.handover.models import Arrival, ReceivedEntry, ReceivedStudent
from taoli.handover.services.answers import take_receipt
from taoli.handover.services.arrivals import (
    PackageRefusedError,
    Placement,
    accept_package,
    receive_package,
    refuse_package,
)
from taoli.handover.services.partners import end_partner
from taoli.roster.models import AttentionMark, Student
from tests.handover.sending import Two, accepted, arrived, drafted, placements, restricted, sent


def codes(refusal: PackageRefusedError) -> list[str]:
    return [one.code for one in refusal.findings]


def test_a_student_comes_with_history_and_origin(both: Two) -> None:
    arrival = accepted(both)
    child = Student.objects.of(both.world.other).get(number="N001")
    row = ReceivedStudent.objects.of(both.world.other).get(student=child)
    assert (child.name, child.school_class) == ("林子涵", both.room)
    assert (row.from_school, row.linked, row.farewell) == ("桃李中学", False, "先听他把话说完，再一起想办法")
    assert row.strengths == ["喜欢阅读", "乐于助人"] or len(row.strengths) == 2
    assert arrival.state == Arrival.State.ACCEPTED
    assert arrival.data is None


def test_nothing_is_there_before_it_is_taken_in(both: Two) -> None:
    arrived(both)
    assert not Student.objects.of(both.world.other).filter(name="林子涵").exists()
    assert not ReceivedEntry.objects.of(both.world.other).exists()


def test_the_same_package_twice_is_told_and_changes_nothing(both: Two) -> None:
    package = sent(both)
    arrived(both, package)
    before = state_hash()
    with pytest.raises(PackageRefusedError) as refusal:
        arrived(both, package)
    assert codes(refusal.value) == ["received_before"]
    assert "已经" in str(refusal.value)
    assert state_hash() == before


@pytest.mark.parametrize("kept", [100, -200, -1])
def test_half_delivered_changes_nothing(both: Two, kept: int) -> None:
    data = bytes(sent(both).data or b"")
    before = state_hash()
    with pytest.raises(PackageRefusedError) as refusal:
        receive_package(by=both.there, data=data[:kept])
    assert codes(refusal.value) == ["cut_short"]
    assert state_hash() == before


def test_a_school_that_was_ended_meanwhile_is_a_stranger(both: Two) -> None:
    package = sent(both)
    end_partner(by=both.there, pk=both.back.pk, edit=both.back.edit)
    with pytest.raises(PackageRefusedError) as refusal:
        arrived(both, package)
    assert codes(refusal.value) == ["stranger"]


def test_it_is_for_the_named_school_only(both: Two) -> None:
    package = sent(both)
    with pytest.raises(PackageRefusedError) as refusal:
        receive_package(by=both.here, data=bytes(package.data or b""))
    assert set(codes(refusal.value)) == {"stranger", "wrong_receiver"}


def test_after_its_day_it_is_taken_in_no_more(both: Two) -> None:
    arrival = arrived(both)
    where = placements(both, arrival)
    with time_machine.travel(dt.datetime(2027, 2, 1, tzinfo=dt.UTC)), pytest.raises(PackageRefusedError) as refusal:
        accept_package(by=both.there, pk=arrival.pk, edit=arrival.edit, placements=where)
    assert codes(refusal.value) == ["expired"]


def test_a_student_who_is_there_is_linked(both: Two) -> None:
    child = Student.objects.create(
        school=both.world.other, number="X1", name="林子涵", sort_key="l", school_class=both.room
    )
    arrival = arrived(both)
    accept_package(by=both.there, pk=arrival.pk, edit=arrival.edit, placements=[Placement(place=1, link=child.pk)])
    row = ReceivedStudent.objects.of(both.world.other).get()
    assert (row.student, row.linked) == (child, True)
    assert Student.objects.of(both.world.other).filter(name="林子涵").count() == 1


def test_a_taken_number_a_missing_place_and_a_foreign_link_are_refused_whole(both: Two) -> None:
    arrival = arrived(both)
    stranger = both.world.stranger
    assert stranger is not None
    before = state_hash()
    for wrong in (
        [Placement(1, number=stranger.number, room_id=both.room.pk)],
        [Placement(1, number="N1", room_id=both.world.classes["高一(1)班"].pk)],
        [Placement(1, number="N1")],
        [],
        [Placement(1, link=both.world.students["周一诺"].pk)],
    ):
        with pytest.raises(TaoliError):
            accept_package(by=both.there, pk=arrival.pk, edit=arrival.edit, placements=wrong)
    assert state_hash() == before


def test_it_is_decided_once(both: Two) -> None:
    arrival = accepted(both)
    with pytest.raises(TaoliError, match="已"):
        refuse_package(by=both.there, pk=arrival.pk, edit=arrival.edit, reason="x")
    with pytest.raises(TaoliError):
        accept_package(by=both.there, pk=both.partner.pk, edit=1, placements=[])
    with pytest.raises(TaoliError):
        refuse_package(by=both.there, pk=both.partner.pk, edit=1, reason="x")


def test_who_decides_on_an_old_page_is_told(both: Two) -> None:
    arrival = arrived(both)
    with pytest.raises(ConflictError):
        refuse_package(by=both.there, pk=arrival.pk, edit=arrival.edit + 1, reason="x")
    with pytest.raises(TaoliError):
        refuse_package(by=both.there, pk=arrival.pk, edit=arrival.edit, reason=" ")


def test_sent_back_with_a_reason_that_the_sender_reads(both: Two) -> None:
    package = sent(both)
    arrival = arrived(both, package)
    arrival = refuse_package(by=both.there, pk=arrival.pk, edit=arrival.edit, reason="该生未到校报到")
    answered = take_receipt(by=both.here, line=arrival.receipt)
    assert (answered.state, answered.answer) == ("refused", "该生未到校报到")
    assert not Student.objects.of(both.world.other).filter(name="林子涵").exists()


def test_key_attention_goes_on_only_where_it_was_renewed_and_ends_by_itself(both: Two) -> None:
    package = restricted(both, drafted(both, "林子涵", "周一诺"))
    AttentionMark.objects.create(
        school=both.world.school, student=both.world.students["周一诺"], starts=dt.date(2026, 10, 1)
    )
    accepted(both, arrived(both, sent(both, package)))
    marks = AttentionMark.objects.of(both.world.other).select_related("student")
    assert [(one.student.name, one.ends) for one in marks] == [("林子涵", dt.date(2027, 1, 22))]


def test_no_word_of_a_student_stands_in_the_audit(both: Two) -> None:
    accepted(both, arrived(both, sent(both, restricted(both, drafted(both)))))
    entries = " ".join(
        str(row.data)
        for school in (both.world.school, both.world.other)
        for row in AuditEntry.objects.filter(school=school)
    )
    for word in ("林子涵", "住处不宜外传", "先听", "刚换环境"):
        assert word not in entries
