import datetime as dt
import io

from django.core.management import call_command

from taoli.common import clock
from tests.neighbourhood.station_hands import family, station_of
from tests.world import TODAY, World


def test_after_a_year_nothing_of_the_family_is_left(world: World) -> None:
    station, year = station_of(world), dt.timedelta(days=366)
    old = family(station, state="done", note="说了什么", settled_on=TODAY - year, made_at=clock.now() - year)
    never = family(station, made_at=clock.now() - year)
    fresh = family(station)
    out = io.StringIO()
    call_command("erase_appointments", stdout=out)
    assert "2 appointments" in out.getvalue()
    for row in (old, never, fresh):
        row.refresh_from_db()
    assert (old.called, old.phone, old.question, old.note, old.state) == ("", "", "", "", "done")
    assert (never.state, never.erased_on) == ("cancelled", TODAY)
    assert fresh.called == "林女士"
    call_command("erase_appointments", stdout=out)
    assert "0 appointments" in out.getvalue()
    assert "已清除" in world.client("岳安").get(f"/neighbourhood/appointments/{old.pk}/").content.decode()
