import datetime as dt
from typing import Any

import pytest
import time_machine

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import ChoiceCode, ChoiceRound
from taoli.matching.queries.codes import code_digest, plain_code, qr_image, ticket_of, ticket_row
from tests.world import World

WRONG = "选择码不对，或者已经换成新的了。请再看一看纸条。输错次数太多的选择码，五分钟后可以再试。"


def issue(world: World, choice: ChoiceRound, kind: str = "room") -> dict[str, str]:
    room = world.classes["高一(1)班"].pk
    slips = services.issue_codes(by=world.office, round_id=choice.pk, class_id=room, kind=kind)
    return {slip.student.name: slip.code for slip in slips}


def refusal(code: str, kind: str = "room") -> str:
    with pytest.raises(TaoliError) as refused:
        services.enter(text=code, kind=kind)
    return str(refused.value)


def test_a_code_opens_one_student_however_it_is_typed_and_is_kept_only_as_a_digest(
    world: World, choice_round: ChoiceRound
) -> None:
    codes = issue(world, choice_round)
    assert set(codes) == {"林子涵", "周一诺", "孙浩然"}
    code = codes["林子涵"]
    for typed in (code, code.lower(), code.replace("-", " "), f" {code} "):
        assert services.enter(text=typed, kind="room").student.name == "林子涵"
    row = ChoiceCode.objects.of(world.school).get(student=world.students["林子涵"])
    assert plain_code(code) not in str(vars(row))
    assert row.digest == code_digest(code)
    assert len(set(codes.values())) == 3


def test_a_reprint_puts_earlier_codes_of_this_kind_out_of_use(world: World, choice_round: ChoiceRound) -> None:
    link = issue(world, choice_round, "family")["林子涵"]
    first = issue(world, choice_round)["林子涵"]
    ticket = ticket_of(services.enter(text=first, kind="room"))
    second = issue(world, choice_round)["林子涵"]
    assert refusal(first) == WRONG
    assert ticket_row(ticket) is None
    assert services.enter(text=second, kind="room").student.name == "林子涵"
    assert services.enter(text=link, kind="family").student.name == "林子涵"
    assert ChoiceCode.objects.of(world.school).count() == 6


def test_a_code_is_of_one_kind_and_nonsense_is_told(world: World, choice_round: ChoiceRound) -> None:
    code = issue(world, choice_round)["林子涵"]
    assert refusal(code, "family") == WRONG
    assert refusal("") == WRONG
    assert refusal("王敏" * 40) == WRONG


def test_ten_wrong_tries_let_that_code_rest_and_no_other(world: World, choice_round: ChoiceRound) -> None:
    codes = issue(world, choice_round)
    mine, other = codes["林子涵"], codes["周一诺"]
    wrong = mine[:-1] + ("A" if mine[-1] != "A" else "B")
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, 5, tzinfo=dt.UTC), tick=False) as clock:
        for _try in range(10):
            assert refusal(wrong) == WRONG
        assert refusal(mine) == WRONG
        assert services.enter(text=other, kind="room").student.name == "周一诺"
        clock.shift(dt.timedelta(minutes=5))
        assert refusal(wrong) == WRONG
        assert services.enter(text=mine, kind="room").student.name == "林子涵"
    assert not ChoiceCode.objects.of(world.school).filter(failures__gt=0).exists()


def test_codes_end_when_choosing_closes_and_begin_again_for_who_may_come_late(
    world: World, choice_round: ChoiceRound
) -> None:
    codes = issue(world, choice_round)
    services.set_step(by=world.office, round_id=choice_round.pk, kind="student_choice", done=True)
    assert refusal(codes["林子涵"]) == "选择已经结束。如果有不对的地方，请和班主任说。"
    student = world.students["林子涵"].pk
    services.allow_late(by=world.office, round_id=choice_round.pk, student_id=student, reason="住院")
    assert services.enter(text=codes["林子涵"], kind="room").student_id == student
    assert refusal(codes["周一诺"]) == "选择已经结束。如果有不对的地方，请和班主任说。"


def test_codes_are_made_only_where_somebody_chooses(world: World, choice_round: ChoiceRound, assigned: Any) -> None:
    empty = world.classes["高二(1)班"]
    choice_round.grades = [str(world.grades["高一"].pk)]
    choice_round.save(update_fields=["grades"])
    with pytest.raises(TaoliError, match="这个班没有学生参加这一轮。"):
        services.issue_codes(by=world.office, round_id=choice_round.pk, class_id=empty.pk, kind="room")
    with pytest.raises(TaoliError, match="这一轮现在不用选导师了。"):
        issue(world, assigned)
    choice_round.state = ChoiceRound.State.PUBLISHED
    choice_round.save(update_fields=["state"])
    with pytest.raises(TaoliError, match="这一轮现在不用选导师了。"):
        issue(world, choice_round)


@pytest.fixture
def assigned(world: World, choice_round: ChoiceRound) -> ChoiceRound:
    """Another round of the same school, under a scheme that assigns."""
    from tests.matching.conftest import publish_scheme

    publish_scheme(
        world, unit="study_group", steps=[{"kind": "publish_mentors"}, {"kind": "assign"}, {"kind": "confirm"}]
    )
    return services.open_round(by=world.office, name="指派")


def test_a_link_is_a_picture_without_another_host() -> None:
    image = qr_image("https://taoli.example/matching/home/ABCDE-23456-FGHJK/")
    assert image.startswith("data:image/svg+xml")
