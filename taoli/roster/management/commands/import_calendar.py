"""Read a school's calendar."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import system
from taoli.roster.phrases import calendar as phrases
from taoli.roster.services import calendar_import

NARROW = "\u00a0"  # the page keeps day and weekday on one line


class Command(BaseCommand):
    """`manage.py import_calendar FILE.xlsx --school CODE` shows what it would do; `--apply` does it."""

    help = "Show which days a school's calendar would change, and every problem in it; --apply writes it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", required=True, help="the school's code")
        parser.add_argument("--apply", action="store_true", help="write it")

    def handle(self, *_args: Any, **options: Any) -> None:
        school = School.objects.filter(code=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school with the code {options['school']}.")
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(str(error)) from None
        seen = calendar_import.preview(school_id=school.pk, data=data)
        self._show(seen)
        if seen.problems:
            raise CommandError(str(phrases.REFUSED) % {"n": seen.notes["problems"]})
        if options["apply"] and not seen.empty:
            try:
                days = calendar_import.apply(by=system(school.pk), token=seen.token)
            except TaoliError as refusal:
                raise CommandError(str(refusal)) from None
            self.stdout.write(str(phrases.APPLIED) % {"days": days})

    def _show(self, seen: calendar_import.CalendarPreview) -> None:
        for row in phrases.problem_rows(seen.problems):
            place = " ".join(str(row[key]) for key in ("sheet", "row", "column") if row[key])
            self.stdout.write(f"{place}: {row['sentence']}" if place else row["sentence"])
        for line in phrases.note_lines(seen.notes):
            self.stdout.write(line)
        if seen.empty:
            self.stdout.write(str(phrases.UNCHANGED))
        for section in phrases.change_rows(seen.plan):
            self.stdout.write(f"{section['title']} ({section['n']})")
            for one in section["days"]:
                self.stdout.write(f"  {one['day'].replace(NARROW, ' ')}: {one['before']} → {one['after']}")
