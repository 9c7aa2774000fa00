"""Move to another database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.moving import move


class Command(BaseCommand):
    """`manage.py move_database --to URL`, with server and worker stopped."""

    help = "Copy everything into an empty database (SQLite or PostgreSQL) and prove that it is the same."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", required=True, help="postgresql://user:password@host/name or sqlite:////path/file")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            done = move(options["to"])
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            _("%(rows)s rows of %(tables)s tables were copied.") % {"rows": done.rows, "tables": done.tables}
        )
        for sentence in done.proof.good:
            self.stdout.write(f"  ✓ {sentence}")
        self.stdout.write(
            _("Now set TAOLI_DATABASE=%(address)s and start server and worker. The old database was not touched.")
            % {"address": options["to"]}
        )
