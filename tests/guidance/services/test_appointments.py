import datetime as dt
from itertools import product

import pytest
import time_machine

from taoli.common.errors import ConflictError, TaoliError
from taoli.duties.models import Act
from taoli.guidance.models import APPOINTMENT_MOVES, Appointment, AppointmentStep, GuidanceRecord, Side
from taoli.guidance.queries.appointments import agreed, journal
from taoli.guidance.services import (
    Answer,
    Offered,
    Outcome,
    accept_wish,
    arrive,
    finish,
    hear,
    leave,
    propose,
    remind,
    repropose,
    set_companion,
    set_topics,
    take,
)
from taoli.guidance.services.appointments import move
from taoli.notifications.models import Notice
from taoli.roster.models import AttentionMark
from taoli.roster.services.students import set_two_adults
from tests.guidance.visiting import CHINA, SATURDAY, THURSDAY, WEDNESDAY, accept, offer
from tests.world import TODAY, World

State = Appointment.State


def told(world: World, kind: str) -> list[str]:
    rows = Notice.objects.of(world.school).filter(kind=kind)
    people = {one.pk: name for name, one in {**world.staff, **world.guardians}.items()}
    return sorted(people[row.receiver_id] for row in rows)


def test_a_move_is_made_exactly_if_the_table_has_it(settled: World) -> None:
    row = offer(settled)
    for begin, end, side in product(State.values, State.values, Side.values):
        row.state = begin
        if Side(side) in APPOINTMENT_MOVES[begin].get(end, frozenset()):
            before = row.edit
            move(row, end, Side(side))
            assert (row.state, row.edit) == (end, before + 1)
        else:
            with pytest.raises(ConflictError):
                move(row, end, Side(side))
            assert row.state == begin


def test_what_is_held_or_called_off_moves_no_more() -> None:
    assert [APPOINTMENT_MOVES[one] for one in (State.HELD, State.CANCELLED)] == [{}, {}]


def test_evenings_weekends_and_holidays_need_the_mentors_own_word(settled: World) -> None:
    evening = WEDNESDAY.replace(hour=19)
    holiday = dt.datetime(2027, 1, 1, 15, 0, tzinfo=CHINA)
    late_end = WEDNESDAY.replace(hour=17, minute=45)
    for moment in (evening, SATURDAY, holiday, late_end):
        with pytest.raises(TaoliError, match="晚上、周末或假日"):
            offer(settled, slots=[moment])
        assert offer(settled, slots=[moment], own_time=True).state == State.PROPOSED


@pytest.mark.parametrize(
    "slots", [[], [WEDNESDAY + dt.timedelta(minutes=n) for n in range(6)], [WEDNESDAY - dt.timedelta(days=3)]]
)
def test_no_time_too_many_and_a_past_one_are_refused(settled: World, slots: list[dt.datetime]) -> None:
    with pytest.raises(TaoliError):
        offer(settled, slots=slots)
    assert Appointment.objects.of(settled.school).count() == 0


def test_nobody_offers_for_students_beyond_reach_or_of_another_school(settled: World) -> None:
    assert settled.stranger is not None
    for pk in (settled.students["孙浩然"].pk, settled.stranger.pk):
        with pytest.raises(TaoliError, match="不在你可以记录的范围内"):
            propose(by=settled.actor("王敏"), student_ids=[pk], offered=Offered(slots=[WEDNESDAY]))


def test_a_home_is_visited_by_two_where_the_office_or_key_attention_says_so(settled: World) -> None:
    set_two_adults(by=settled.office, student=settled.students["林子涵"], two_adults=True)
    AttentionMark.objects.create(school=settled.school, student=settled.students["周一诺"], starts=TODAY)
    for name in ("林子涵", "周一诺"):
        with pytest.raises(TaoliError, match="两位大人同去"):
            offer(settled, name)
        assert offer(settled, name, place="school").two_adults
        assert offer(settled, name, second_id=settled.staff["陈立"].pk).second_id == settled.staff["陈立"].pk
    assert told(settled, "visit_second") == ["陈立", "陈立"]


def test_a_wish_for_the_home_needs_the_second_adult_before_it_is_agreed(settled: World) -> None:
    set_two_adults(by=settled.office, student=settled.students["林子涵"], two_adults=True)
    row = offer(settled, place="school")
    take(by=settled.actor("林母"), row_id=row.pk, edit=1, answer=Answer(starts=SATURDAY, place="home"))
    with pytest.raises(TaoliError, match="两位大人同去"):
        accept_wish(by=settled.actor("王敏"), pk=row.pk, edit=2)
    set_companion(by=settled.actor("王敏"), pk=row.pk, edit=2, second_id=settled.staff["陈立"].pk)
    assert accept_wish(by=settled.actor("王敏"), pk=row.pk, edit=3).state == State.AGREED


def test_nobody_comes_along_with_himself_or_from_another_school(settled: World) -> None:
    for pk in (settled.staff["王敏"].pk, settled.students["林子涵"].pk):
        with pytest.raises(TaoliError, match="请另选一位"):
            offer(settled, second_id=pk)


def test_the_loser_of_two_changes_is_told(settled: World) -> None:
    row = offer(settled)
    set_topics(by=settled.actor("王敏"), pk=row.pk, edit=1, topics=["strengths", "nonsense"])
    with pytest.raises(ConflictError, match="对方刚刚改过"):
        take(by=settled.actor("林母"), row_id=row.pk, edit=1, answer=Answer())
    row.refresh_from_db()
    assert (row.state, row.topics) == (State.PROPOSED, ["strengths"])


def test_the_journal_says_who_changed_what(settled: World) -> None:
    row = offer(settled)
    repropose(by=settled.actor("王敏"), pk=row.pk, edit=1, offered=Offered(slots=[THURSDAY]))
    accept(row, settled)
    lines = [(line.who, line.words) for line in journal(row)]
    assert sorted(lines) == sorted(
        [
            ("林母", "约定：11月26日 周四 16:30，家里"),
            ("王敏", "提供时间：11月26日 周四 16:30"),
            ("王敏", "提供时间：11月25日 周三 16:30、11月26日 周四 16:30"),
        ]
    )


def test_an_answer_by_word_of_mouth_keeps_who_spoke_how_and_who_heard_it(settled: World) -> None:
    row = offer(settled)
    slot = row.slots.filter(school_id=settled.school.pk).order_by("starts")[0]
    with pytest.raises(TaoliError, match="谁答复的"):
        hear(by=settled.office, pk=row.pk, edit=1, answer=Answer(slot=slot.pk))
    hear(by=settled.office, pk=row.pk, edit=1, answer=Answer(slot=slot.pk, who="grandparent", how="phone"))
    step = AppointmentStep.objects.of(settled.school).get(what="agreed")
    assert (step.side, step.person_id, step.name) == (Side.FAMILY, settled.staff["孙悦"].pk, "孙悦")
    assert (step.facts["who"], step.facts["how"]) == ("grandparent", "phone")


def test_whoever_has_no_reach_hears_nothing(settled: World) -> None:
    row = offer(settled)
    for name in ("吴考", "林子涵", "林母", "赵国栋"):
        with pytest.raises(TaoliError, match="不在你可以更改的范围内"):
            hear(by=settled.actor(name), pk=row.pk, edit=1, answer=Answer(who="mother", how="phone"))


def test_guardian_mentor_and_companion_are_told_and_nobody_twice(settled: World) -> None:
    row = offer(settled, second_id=settled.staff["陈立"].pk)
    assert told(settled, "visit_offered") == ["林母"]
    accept(row, settled)
    assert (told(settled, "visit_answered"), told(settled, "visit_agreed")) == (["王敏"], ["林母", "陈立"])
    remind(by=settled.office)
    assert told(settled, "visit_tomorrow") == []
    with time_machine.travel(WEDNESDAY - dt.timedelta(days=1), tick=False):
        for _twice in range(2):
            remind(by=settled.office)
    assert told(settled, "visit_tomorrow") == ["王敏", "陈立"]


def test_no_notice_holds_a_place_or_a_word_of_the_family(settled: World) -> None:
    row = offer(settled)
    said = Answer(starts=SATURDAY, place="elsewhere", place_note="社区图书馆", words="家里有病人")
    take(by=settled.actor("林母"), row_id=row.pk, edit=1, answer=said)
    kept = str(list(Notice.objects.of(settled.school).values_list("params", "about", "link")))
    assert [word for word in ("社区图书馆", "家里有病人", "林子涵") if word in kept] == []


@pytest.mark.parametrize(
    ("place", "kind", "channel"),
    [
        ("home", "home_visit", "in_home"),
        ("school", "family_contact", "at_school"),
        ("elsewhere", "home_visit", "third_place"),
        ("video", "family_contact", "video"),
    ],
)
def test_the_result_is_a_record_of_the_place_it_was_and_counts(
    settled: World, place: str, kind: str, channel: str
) -> None:
    row = accept(offer(settled, place=place), settled)
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        finish(by=settled.actor("王敏"), pk=row.pk, edit=row.edit, outcome=Outcome(minutes=35, private_text="聊得好"))
    record = GuidanceRecord.objects.of(settled.school).get()
    assert (record.kind, record.channel, record.held_on) == (kind, channel, WEDNESDAY.date())
    assert (record.minutes, record.private_text, record.made) == (35, "聊得好", True)
    act = Act.objects.of(settled.school).get(source_id=record.pk)
    assert (act.kind, act.made) == (kind, True)
    row.refresh_from_db()
    assert (row.state, row.occasion) == (State.HELD, record.occasion)


def test_brothers_and_sisters_get_one_record_each(settled: World) -> None:
    row = accept(offer(settled, "林子涵", "周一诺"), settled)
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        finish(by=settled.actor("王敏"), pk=row.pk, edit=row.edit, outcome=Outcome())
    assert {one.student.name for one in GuidanceRecord.objects.of(settled.school)} == {"林子涵", "周一诺"}


def test_nobody_there_is_an_attempt(settled: World) -> None:
    row = accept(offer(settled), settled)
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        finish(by=settled.actor("王敏"), pk=row.pk, edit=row.edit, outcome=Outcome(met=False))
    row.refresh_from_db()
    assert (GuidanceRecord.objects.of(settled.school).get().made, row.state) == (False, State.CANCELLED)


def test_there_is_no_result_before_the_day_nor_of_what_is_not_agreed(settled: World) -> None:
    row = offer(settled)
    for state in ("proposed", "agreed"):
        with pytest.raises(TaoliError):
            finish(by=settled.actor("王敏"), pk=row.pk, edit=row.edit, outcome=Outcome())
        if state == "proposed":
            row = accept(row, settled)
    assert GuidanceRecord.objects.of(settled.school).count() == 0


def test_arrived_and_left_are_noted_once_and_only_on_the_day(settled: World) -> None:
    row = accept(offer(settled), settled)
    mentor = settled.actor("王敏")
    with pytest.raises(TaoliError, match="约在今天"):
        arrive(by=mentor, pk=row.pk)
    with time_machine.travel(WEDNESDAY, tick=False):
        with pytest.raises(TaoliError, match="请先点"):
            leave(by=mentor, pk=row.pk)
        first = arrive(by=mentor, pk=row.pk).arrived_at
    with time_machine.travel(WEDNESDAY + dt.timedelta(minutes=30), tick=False):
        assert arrive(by=mentor, pk=row.pk).arrived_at == first
        assert leave(by=mentor, pk=row.pk).back_at == WEDNESDAY + dt.timedelta(minutes=30)
        with pytest.raises(TaoliError, match="不在你可以更改的范围内"):
            leave(by=settled.office, pk=row.pk)


def test_when_nobody_says_to_be_back_the_office_is_asked_once_at_any_hour_and_nobody_else(settled: World) -> None:
    row = accept(offer(settled, slots=[WEDNESDAY.replace(hour=20, minute=0)], own_time=True), settled)
    with time_machine.travel(WEDNESDAY.replace(hour=20, minute=0), tick=False):
        arrive(by=settled.actor("王敏"), pk=row.pk)
    with time_machine.travel(WEDNESDAY.replace(hour=21, minute=9), tick=False):
        assert remind(by=settled.office)["not_back"] == 0
    with time_machine.travel(WEDNESDAY.replace(hour=22, minute=30), tick=False):
        assert [remind(by=settled.office)["not_back"] for _twice in range(2)] == [1, 0]
        notice = Notice.objects.of(settled.school).get(kind="visit_not_back")
        assert notice.due_at == WEDNESDAY.replace(hour=22, minute=30)
    assert told(settled, "visit_not_back") == ["孙悦"]


def test_whoever_has_left_is_not_asked_after(settled: World) -> None:
    row = accept(offer(settled), settled)
    with time_machine.travel(WEDNESDAY, tick=False):
        arrive(by=settled.actor("王敏"), pk=row.pk)
        leave(by=settled.actor("王敏"), pk=row.pk)
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=4), tick=False):
        assert remind(by=settled.office)["not_back"] == 0


def test_the_calendar_gets_small_values_of_what_is_agreed_for_both_adults(settled: World) -> None:
    row = accept(offer(settled, "林子涵", "周一诺", second_id=settled.staff["陈立"].pk), settled)
    offer(settled, "赵思源")
    week = (WEDNESDAY - dt.timedelta(days=2), WEDNESDAY + dt.timedelta(days=5))
    (mine,) = agreed(settled.actor("王敏"), *week)
    assert (mine.pk, mine.kind, mine.starts, mine.minutes, mine.place, mine.students) == (
        row.pk,
        "visit",
        WEDNESDAY,
        40,
        "home",
        2,
    )
    assert agreed(settled.actor("王敏"), week[1], week[1] + dt.timedelta(days=9)) == []
    assert agreed(settled.actor("林母"), *week) == []
