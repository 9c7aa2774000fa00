"""Remind before steps close."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.policy import system
from taoli.matching.services import remind_before_closing


class Command(BaseCommand):
    """`manage.py remind_rounds` reminds those who have not acted in steps that close soon; run it every hour."""

    help = "Remind, a school day before a step of a round closes, those who have not yet acted; once for each closing."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school, told in each_school(lambda school: remind_before_closing(by=system(school.pk))):
            self.stdout.write(f"{school.code}: {told}")
