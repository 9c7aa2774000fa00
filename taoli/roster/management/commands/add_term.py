"""Enter a term."""

import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import system
from taoli.roster.phrases import term_name, unannounced_line
from taoli.roster.queries.announced import unannounced_years
from taoli.roster.queries.calendar import term_key
from taoli.roster.services.terms import save_term


class Command(BaseCommand):
    """`manage.py add_term --school CODE --starts 2026-09-01 --ends 2027-01-29` enters a term with its holidays."""

    help = "Enter a term of a school; its holidays and make-up days are filled in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--school", required=True, help="the school's code")
        parser.add_argument("--starts", required=True, type=dt.date.fromisoformat)
        parser.add_argument("--ends", required=True, type=dt.date.fromisoformat)
        parser.add_argument("--name", default="", help="default: school year and semester")

    def handle(self, *_args: Any, **options: Any) -> None:
        school = School.objects.filter(code=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school with the code {options['school']}.")
        starts, ends = options["starts"], options["ends"]
        name = options["name"] or term_name(term_key(starts))
        try:
            save_term(by=system(school.pk), name=name, starts=starts, ends=ends)
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{name} {starts} – {ends}")
        if years := unannounced_years(starts, ends):
            self.stdout.write(unannounced_line(years))
