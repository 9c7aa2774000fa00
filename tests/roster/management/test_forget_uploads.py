"""`manage.py forget_uploads`."""

import datetime as dt
import io

import time_machine
from django.core.management import call_command

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import system
from taoli.roster.models import RosterImport, RosterUpload
from taoli.roster.services import importing
from tests.roster.books import changed, school_book, workbook


def test_after_a_day_files_are_forgotten_and_open_questions_dropped(db: None) -> None:
    school = School.objects.create(code="xin", name="新校")
    by = system(school.pk)
    asking = importing.stage(by=by, file_name="问.xlsx", data=changed("学生", 1, 3, "名字"))
    ready = importing.stage(by=by, file_name="好.xlsx", data=workbook(school_book()))
    out = io.StringIO()
    call_command("forget_uploads", stdout=out)
    assert (out.getvalue(), RosterUpload.objects.of(school).count()) == ("0 files forgotten\n", 2)
    with time_machine.travel(clock.now() + dt.timedelta(hours=25), tick=False):
        call_command("forget_uploads", stdout=out)
    assert (out.getvalue().splitlines()[1], RosterUpload.objects.of(school).count()) == ("2 files forgotten", 0)
    states = dict(RosterImport.objects.of(school).values_list("pk", "state"))
    assert states == {asking.pk: "dropped", ready.pk: "ready"}
