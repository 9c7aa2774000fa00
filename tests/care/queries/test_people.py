from taoli.care.models import Attendance
from taoli.care.queries.people import staff_choices
from taoli.roster.queries import watch
from tests.care.meeting import meet
from tests.world import World


def test_who_comes_from_outside_is_asked_into_no_case_no_conference_and_no_turn(world: World) -> None:
    guest = world.guests["老秦"]
    for choices in (staff_choices(world.school.pk), watch.staff_choices(world.school.pk)):
        assert str(world.staff["王敏"].pk) in dict(choices)
        assert str(guest.pk) not in dict(choices)
    row = meet(world, members=(world.staff["王敏"].pk, guest.pk))
    assert not Attendance.objects.of(world.school).filter(conference=row, staff=guest).exists()
