"""Back up the database and the schools' own files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.backup import back_up
from taoli.common.keeping.keys import key_file


class Command(BaseCommand):
    """`manage.py backup` may run at any time, the server goes on."""

    help = "Write one sealed backup file, read it back, let old ones go; safe while the server runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, help="a folder, best on another disk; default TAOLI_BACKUPS")
        parser.add_argument("--keep", type=int, default=14, help="of how many days to keep the newest backup")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["keep"] < 1:
            raise CommandError(_("At least one backup must be kept."))
        first = not key_file().exists()
        try:
            made = back_up(to=options["to"], keep=options["keep"])
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(_("Backed up and read back: %(file)s") % {"file": made.file})
        if made.removed:
            self.stdout.write(_("%(n)s old backups were removed.") % {"n": len(made.removed)})
        if first:
            self.stdout.write(
                _("A backup key was made: %(folder)s. Copy this folder to a place apart from the backups now.")
                % {"folder": key_file().parent}
            )
