import datetime as dt

from taoli.matching import services
from taoli.matching.models import AppointmentLetter
from taoli.matching.queries.letters import letters
from tests.matching.published import present, published_round
from tests.world import TODAY, World


def test_ticks_say_exactly_who_has_a_letter_and_keep_the_day(world: World) -> None:
    choice = published_round(world)
    first, second, *rest = [row.mentor.pk for row in letters(choice)]
    early = TODAY - dt.timedelta(days=3)
    assert services.hand_out(by=world.office, round_id=choice.pk, mentor_ids=[first, second], on=early) == 2
    assert services.hand_out(by=world.office, round_id=choice.pk, mentor_ids=[first], on=TODAY) == 1
    assert AppointmentLetter.objects.of(world.school).get().handed_on == early
    assert "appointment_letter" in present(world, choice)
    everybody = [first, second, *rest, world.staff["郑明"].pk]
    assert services.hand_out(by=world.office, round_id=choice.pk, mentor_ids=everybody, on=TODAY) == 4
    assert "appointment_letter" not in present(world, choice)
