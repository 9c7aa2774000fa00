"""Tell the office whose yearly check runs out."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.policy import system
from taoli.neighbourhood.services.companions import remind_checks


class Command(BaseCommand):
    """`manage.py remind_checks`, once a day or more often."""

    help = "Tell the office a month ahead and on the last day whose check (从业查询) of mentors from outside runs out."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Look at every school."""
        for school, done in each_school(lambda school: remind_checks(by=system(school.pk))):
            self.stdout.write(f"{school.code}: {done}")
