"""Write a school's whole state as a workbook."""

import shutil
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.models import School
from taoli.common.policy import system
from taoli.documents.services.state import state_file


class Command(BaseCommand):
    """`manage.py export_state --school CODE FILE.xlsx [--contacts]`."""

    help = "Write the school's whole state as one workbook; its roster sheets come in again by import_roster."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", required=True, help="the school's code")
        parser.add_argument("--contacts", action="store_true", help="also birthdays, addresses and telephone numbers")

    def handle(self, *_args: Any, **options: Any) -> None:
        school = School.objects.filter(code=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school with the code {options['school']}.")

        def report(sheet: str, rows: int) -> None:
            self.stdout.write(f"{sheet} {rows}")

        with state_file(by=system(school.pk), contacts=options["contacts"], report=report) as data:
            try:
                with options["file"].open("wb") as out:
                    shutil.copyfileobj(data, out)
            except OSError as error:
                raise CommandError(str(error)) from None
