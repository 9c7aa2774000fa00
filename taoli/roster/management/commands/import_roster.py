"""Read a school's workbook."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import system
from taoli.roster import phrases
from taoli.roster.services import importing
from taoli.roster.services.people import open_accounts
from taoli.roster.services.planning import counts


class Command(BaseCommand):
    """`manage.py import_roster FILE.xlsx|FILE.zip --school CODE` shows what it would do; `--apply` does it."""

    help = "Show what a roster workbook would add, change and close, and every problem in it; --apply writes it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", required=True, help="the school's code")
        parser.add_argument("--apply", action="store_true", help="write it, and open the accounts")

        parser.add_argument(
            "--close-missing", action="store_true", help="close students missing from their class's list"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        school = School.objects.filter(code=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school with the code {options['school']}.")
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(str(error)) from None
        seen = importing.preview(school_id=school.pk, data=data)
        self._show(seen)
        if seen.problems:
            raise CommandError(str(phrases.REFUSED) % {"n": seen.notes.get("problems", len(seen.problems))})
        if options["apply"] and not seen.empty:
            self._apply(school, options["file"].name, data, close_missing=options["close_missing"])

    def _show(self, seen: importing.Preview) -> None:
        for problem in seen.problems:
            place = phrases.problem_place(problem)
            self.stdout.write(
                f"{place}: {phrases.problem_sentence(problem)}" if place else phrases.problem_sentence(problem)
            )
        for line in phrases.note_lines(seen.notes):
            self.stdout.write(line)
        if seen.empty:
            self.stdout.write(str(phrases.UNCHANGED))
        for line in phrases.count_lines(counts(seen.plan)):
            self.stdout.write(line)

    def _apply(self, school: School, name: str, data: bytes, *, close_missing: bool) -> None:
        by = system(school.pk)
        try:
            row = importing.stage(by=by, file_name=name, data=data)
            importing.apply(by=by, pk=row.pk, close_missing=close_missing)
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from None
        opened = open_accounts(by=by)
        self.stdout.write(str(phrases.APPLIED) % {"accounts": sum(opened.values())})
