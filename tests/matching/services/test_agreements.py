import pytest

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import Agreement, AgreementText, Pairing
from taoli.matching.queries.closing import progress
from tests.matching.published import LAST, pairing_of, present, published_round
from tests.world import World


def row(world: World, name: str) -> Agreement:
    return Agreement.objects.of(world.school).get(pairing=pairing_of(world, name))


def test_each_side_says_yes_for_itself_and_twice_is_once(world: World) -> None:
    choice = published_round(world)
    one, other = pairing_of(world, "林子涵").pk, pairing_of(world, "孙浩然").pk
    for name in ("林子涵", "林母", "王敏"):
        assert services.sign(by=world.actor(name), round_id=choice.pk, pairing_ids=[one, other]) == 1
        assert services.sign(by=world.actor(name), round_id=choice.pk, pairing_ids=[one, other]) == 0
    signed = row(world, "林子涵")
    assert signed.mentor_on
    assert signed.student_on
    assert signed.guardian_on
    assert signed.paper == []
    assert Agreement.objects.of(world.school).count() == 1
    assert progress(choice, "agreement") == (1, 6)


def test_a_side_the_scheme_does_not_name_is_not_asked(world: World) -> None:
    choice = published_round(world, last=[{"kind": "agreement", "by": ["mentor", "student"]}])
    with pytest.raises(TaoliError):
        services.sign(by=world.actor("林母"), round_id=choice.pk, pairing_ids=[])


def test_paper_is_entered_within_reach_and_ends_the_step_when_all_have_signed(world: World) -> None:
    choice = published_round(world)
    sides = {
        pk: {"mentor", "student", "guardian", "nonsense"}
        for pk in Pairing.objects.of(world.school).values_list("pk", flat=True)
    }
    assert services.enter_signed(by=world.actor("李慧"), round_id=choice.pk, sides=sides) == 3  # her class
    assert "agreement" in present(world, choice)
    assert services.enter_signed(by=world.office, round_id=choice.pk, sides=sides) == 3
    assert row(world, "吴桐").paper == ["guardian", "mentor", "student"]
    assert present(world, choice) == {"appointment_letter", "first_meeting"}
    assert services.enter_signed(by=world.office, round_id=choice.pk, sides=sides) == 0


def test_words_are_versioned_and_who_has_signed_keeps_theirs(world: World) -> None:
    choice = published_round(world, last=LAST[:1])
    services.sign(by=world.actor("林子涵"), round_id=choice.pk, pairing_ids=[pairing_of(world, "林子涵").pk])
    first = row(world, "林子涵").text
    assert first.text.startswith("1. 导师")
    for _each in range(2):
        assert services.set_agreement_text(by=world.office, round_id=choice.pk, text=" 我们约定 ").number == 2
    assert row(world, "林子涵").text == first
    assert AgreementText.objects.of(world.school).count() == 2
    with pytest.raises(TaoliError):
        services.set_agreement_text(by=world.office, round_id=choice.pk, text=" ")
