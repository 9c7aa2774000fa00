"""Write a school's roster as OneRoster 1.2."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from taoli.common.models import School
from taoli.common.policy import system
from taoli.roster.services.oneroster import oneroster_file


class Command(BaseCommand):
    """`manage.py export_oneroster --school CODE FILE.zip [--since DATE] [--contacts]`."""

    help = "Write the roster as a OneRoster 1.2 CSV bundle: bulk, or with --since what has changed from that day on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", required=True, help="the school's code")
        parser.add_argument("--since", type=dt.date.fromisoformat, help="a day such as 2026-11-01: a delta")
        parser.add_argument("--contacts", action="store_true", help="also birthdays, addresses and telephone numbers")

    def handle(self, *_args: Any, **options: Any) -> None:
        school = School.objects.filter(code=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school with the code {options['school']}.")
        day = options["since"]
        since = timezone.make_aware(dt.datetime.combine(day, dt.time())) if day else None
        data = oneroster_file(by=system(school.pk), contacts=options["contacts"], since=since)
        try:
            options["file"].write_bytes(data)
        except OSError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{options['file']}: {len(data)} bytes")
