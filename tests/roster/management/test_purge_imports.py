"""`manage.py purge_imports`."""

import datetime as dt
import io

import time_machine
from django.core.management import call_command

from taoli.roster.models import RosterImport
from taoli.roster.services import importing
from tests.conftest import NOW
from tests.roster.books import school_book, workbook
from tests.world import World


def run() -> str:
    out = io.StringIO()
    call_command("purge_imports", stdout=out)
    return out.getvalue().strip()


def test_what_is_older_than_a_day_is_forgotten(world: World) -> None:
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=workbook(school_book()))
    importing.apply(by=world.office, pk=row.pk)
    assert run() == "0"
    with time_machine.travel(NOW + dt.timedelta(hours=25), tick=False):
        assert run() == "1"
    assert RosterImport.objects.of(world.school).get().before == {}
