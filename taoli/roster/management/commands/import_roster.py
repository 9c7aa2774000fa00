"""Read a school's roster files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import system
from taoli.roster import phrases
from taoli.roster.phrases.questions import question_lines
from taoli.roster.readers.book import Upload
from taoli.roster.services import importing
from taoli.roster.services.people import open_accounts
from taoli.roster.services.planning import counts


class Command(BaseCommand):
    """`manage.py import_roster FILE… --school CODE` shows what they would do; `--apply` does it.

    Files are workbooks, or one zip of OneRoster or SDS files.
    """

    help = "Show what roster files would add, change and close, and every problem in them; --apply writes it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".xlsx, .xls, .ods or .csv")
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
            uploads = [Upload(file.name, file.read_bytes()) for file in options["files"]]
        except OSError as error:
            raise CommandError(str(error)) from None
        seen = importing.preview(school_id=school.pk, uploads=uploads)
        self._show(seen)
        if seen.open_questions:
            raise CommandError(str(phrases.ASKED) % {"n": seen.open_questions})
        if seen.problems:
            raise CommandError(str(phrases.REFUSED) % {"n": seen.notes.get("problems", len(seen.problems))})
        if options["apply"] and not seen.empty:
            self._apply(school, uploads, close_missing=options["close_missing"])

    def _show(self, seen: importing.Preview) -> None:
        for problem in seen.problems:
            place = phrases.problem_place(problem)
            self.stdout.write(
                f"{place}: {phrases.problem_sentence(problem)}" if place else phrases.problem_sentence(problem)
            )
        for line in [*question_lines(seen.guesses), *phrases.note_lines(seen.notes)]:
            self.stdout.write(line)
        if seen.empty:
            self.stdout.write(str(phrases.UNCHANGED))
        for line in phrases.count_lines(counts(seen.plan)):
            self.stdout.write(line)

    def _apply(self, school: School, uploads: list[Upload], *, close_missing: bool) -> None:
        by = system(school.pk)
        try:
            row = importing.stage(by=by, uploads=uploads)
            importing.apply(by=by, pk=row.pk, close_missing=close_missing)
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from None
        opened = open_accounts(by=by)
        self.stdout.write(str(phrases.APPLIED) % {"accounts": sum(opened.values())})
