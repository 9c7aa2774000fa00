import datetime as dt

import time_machine

from taoli.common import clock
from taoli.common.models import ViewLog
from tests.care.counselling import NOTE, broken, in_care, noted
from tests.world import World


def test_the_asker_reads_while_it_lasts_and_each_reading_is_logged(world: World) -> None:
    in_care(world)
    note, row = noted(world), broken(world)
    assert NOTE in world.client("钱程").get(f"/care/glass/{row.pk}/").content.decode()
    logged = ViewLog.objects.of(world.school).get(page="care:glass_show")
    assert set(logged.ids) == {str(row.pk), str(note.pk)}


def test_after_its_time_it_is_closed(world: World) -> None:
    in_care(world)
    noted(world)
    row = broken(world, hours=24)
    client = world.client("钱程")
    with time_machine.travel(clock.now() + dt.timedelta(hours=24, seconds=1), tick=False):
        assert client.get(f"/care/glass/{row.pk}/").status_code == 404


def test_the_second_person_and_the_counsellor_do_not_read_through_it(world: World) -> None:
    row = broken(world)
    assert [world.client(name).get(f"/care/glass/{row.pk}/").status_code for name in ("孙悦", "何静")] == [403, 403]


def test_by_default_the_principal_reads_nothing(world: World) -> None:
    in_care(world)
    noted(world)
    assert world.client("钱程").get(f"/care/students/{world.students['林子涵'].pk}/notes/").status_code == 403
