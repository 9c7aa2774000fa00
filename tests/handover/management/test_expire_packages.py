import datetime as dt
from io import StringIO

import time_machine
from django.core.management import call_command

from tests.handover.sending import Two, sent


def test_packages_end_after_their_day(both: Two) -> None:
    sent(both)
    out = StringIO()
    with time_machine.travel(dt.datetime(2027, 1, 25, tzinfo=dt.UTC)):
        call_command("expire_packages", stdout=out)
    assert out.getvalue() == "1 packages ended\n"
