"""Try the newest backup."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.drill import drill


class Command(BaseCommand):
    """`manage.py restore_drill` exits 1 when the newest backup cannot be restored."""

    help = "Restore the newest backup into a scratch place, check it, report; exit code 1 if anything differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="folder", type=Path, help="folder of the backups; default TAOLI_BACKUPS")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            done = drill(options["folder"])
        except TaoliError as refusal:
            raise CommandError(_("The drill failed: %(why)s") % {"why": refusal}) from refusal
        self.stdout.write(_("Tried: %(file)s") % {"file": done.file})
        for sentence in done.proof.good:
            self.stdout.write(f"  ✓ {sentence}")
        self.stdout.write(_("The drill passed in %(seconds)s seconds.") % {"seconds": round(done.seconds)})
