import datetime as dt

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MentorOffer
from taoli.matching.queries.steps import choosing, present_steps, steps
from taoli.roster.models import Term
from taoli.schemes.models import SchemeVersion
from tests.matching.conftest import publish_preset, wish_for
from tests.world import World


def moment(day: int, hour: int, month: int = 11) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def refused(call: object, **arguments: object) -> str:
    with pytest.raises(TaoliError) as refusal:
        call(**arguments)  # type: ignore[operator]
    return str(refusal.value)


def test_round_takes_steps_and_bounds_from_the_published_scheme(world: World, taigu: SchemeVersion) -> None:
    choice = services.open_round(by=world.office, name=" 秋季对接 ")
    assert (choice.name, choice.unit, choice.term_id) == ("秋季对接", "study_group", world.term.pk)
    assert [row.kind for row in steps(choice)] == ["assign", "confirm", "first_meeting"]
    bounds = {
        row.staff.name: (row.minimum, row.target, row.maximum)
        for row in MentorOffer.objects.of(world.school).filter(round=choice).select_related("staff")
    }
    assert bounds["王敏"] == (0, 10, 10)
    assert bounds["李慧"] == (15, None, 20)
    assert len(bounds) == 10


def bounds_of(choice: ChoiceRound, name: str) -> tuple[int, int | None, int]:
    row = MentorOffer.objects.of(choice.school_id).get(round=choice, staff__name=name)
    return row.minimum, row.target, row.maximum


def test_five_to_ten_are_for_each_class_one_teaches(world: World) -> None:
    publish_preset(world, "focus-5-10")
    choice = services.open_round(by=world.office, name="每班 5—10 名")
    assert bounds_of(choice, "王敏") == (10, None, 20)
    assert bounds_of(choice, "陈立") == (5, None, 10)
    assert bounds_of(choice, "钱程") == (0, None, 0)


def test_a_mentor_of_a_class_has_room_for_the_largest_class(world: World) -> None:
    publish_preset(world, "class-mentor-2022")
    choice = services.open_round(by=world.office, name="一班一导师")
    assert choice.unit == "class"
    assert bounds_of(choice, "王敏") == (0, None, 3)


def test_a_scheme_that_says_no_number_shares_evenly(world: World) -> None:
    publish_preset(world, "weifang-2011")
    choice = services.open_round(by=world.office, name="统一安排")
    assert bounds_of(choice, "王敏") == (0, None, 1)


def test_round_needs_a_published_scheme(world: World) -> None:
    assert refused(services.open_round, by=world.office, name="早了") == "还没有发布实施方案。请先采用一份方案并发布。"


def test_round_needs_a_term(world: World, taigu: SchemeVersion) -> None:
    missing = Term.objects.of(world.other).first()
    assert missing is None
    sentence = refused(services.open_round, by=world.office, name="无学期", term_id=taigu.pk)
    assert sentence == "还没有学期。请先添加学期。"


def test_same_name_twice_is_a_sentence(world: World, assigned_round: ChoiceRound) -> None:
    sentence = refused(services.open_round, by=world.office, name="2026年秋结对")
    assert sentence == "本学期已经有叫“2026年秋结对”的一轮了，请换个名称。"


def test_closing_day_outside_the_term_is_refused(world: World, chosen: SchemeVersion) -> None:
    sentence = refused(services.open_round, by=world.office, name="太晚", closes=dt.date(2027, 7, 1))
    assert sentence == "2027-07-01 不在本学期内。"


def test_steps_are_walked_in_order_and_the_last_can_be_opened_again(world: World, choice_round: ChoiceRound) -> None:
    by, pk = world.office, choice_round.pk
    assert [row.state for row in steps(choice_round)] == ["done", "now", "next", "next", "next"]
    assert refused(services.set_step, by=by, round_id=pk, kind="adjust", done=True) == "请先完成前面的步骤。"
    assert refused(services.set_step, by=by, round_id=pk, kind="nothing", done=True) == "请先完成前面的步骤。"
    closed = services.set_step(by=by, round_id=pk, kind="student_choice", done=True)
    assert not choosing(closed)
    again = services.set_step(by=by, round_id=pk, kind="student_choice", done=False)
    assert choosing(again)


def test_students_choose_until_the_last_day_and_no_longer(world: World, choice_round: ChoiceRound) -> None:
    by, pk = world.office, choice_round.pk
    assert services.set_times(by=by, round_id=pk, times={1: (None, moment(23, 23))}) == 1
    assert choosing(choice_round)
    services.set_times(by=by, round_id=pk, times={1: (None, moment(23, 7))})
    assert not choosing(choice_round)


def test_a_step_waits_for_its_opening(world: World, choice_round: ChoiceRound) -> None:
    by, pk = world.office, choice_round.pk
    services.set_times(by=by, round_id=pk, times={1: (moment(24, 8), moment(25, 18))})
    assert steps(choice_round)[1].state == "waits"
    assert not choosing(choice_round)


@pytest.mark.parametrize(
    ("times", "sentence"),
    [
        ((moment(25, 8), moment(24, 8)), "学生选择：结束时间早于开始时间。"),
        ((None, moment(2, 8, month=3)), "2026-03-02 不在本学期内。"),
    ],
)
def test_times_out_of_order_or_term_are_refused(
    world: World, choice_round: ChoiceRound, times: services.Times, sentence: str
) -> None:
    assert refused(services.set_times, by=world.office, round_id=choice_round.pk, times={1: times}) == sentence
    assert steps(choice_round)[1].opens is None


def test_what_was_open_at_closing_is_taken_as_late(world: World, choice_round: ChoiceRound) -> None:
    services.set_times(by=world.office, round_id=choice_round.pk, times={1: (None, moment(23, 7))})
    wish_for(world, choice_round, {"林子涵": ("王敏",)})
    assert choice_round.sheets.of(world.school).get().late
    assert present_steps([choice_round])[choice_round.pk].over  # type: ignore[union-attr]


def test_two_tabs_do_not_write_over_each_other(world: World, choice_round: ChoiceRound) -> None:
    def save(edit: int) -> None:
        services.set_wishes(
            by=world.office,
            round_id=choice_round.pk,
            student_id=world.students["林子涵"].pk,
            mentor_ids=[world.staff["王敏"].pk],
            edit=edit,
        )

    save(0)
    with pytest.raises(ConflictError):
        save(0)
    save(1)


def test_bounds_that_cross_are_refused_with_the_name(world: World, assigned_round: ChoiceRound) -> None:
    offers = {world.staff["王敏"].pk: services.NewOffer(minimum=5, maximum=3)}
    sentence = refused(services.set_offers, by=world.office, round_id=assigned_round.pk, offers=offers)
    assert sentence == "王敏：应当最少 ≤ 目标 ≤ 最多，请改一改。"
    row = MentorOffer.objects.of(world.school).get(round=assigned_round, staff=world.staff["王敏"])
    assert (row.minimum, row.maximum) == (0, 4)


def test_published_round_takes_no_more_changes(world: World, assigned_round: ChoiceRound) -> None:
    by, pk = world.office, assigned_round.pk
    run = services.run_round(by=by, round_id=pk, seed=1)
    services.publish_run(by=by, run_id=run.pk, starts=dt.date(2026, 9, 1))
    closed = "这一轮已经发布。"
    assert refused(services.set_offers, by=by, round_id=pk, offers={}) == closed
    assert refused(services.start_run, by=by, round_id=pk, seed=1) == closed
    assert refused(services.stage_wishes, by=by, round_id=pk, file_name="a.xlsx", data=b"") == closed
    assert refused(services.set_step, by=by, round_id=pk, kind="confirm", done=False) == closed
    done = services.set_step(by=by, round_id=pk, kind="first_meeting", done=True)
    assert [row.state for row in steps(done)] == ["done", "done", "done"]
