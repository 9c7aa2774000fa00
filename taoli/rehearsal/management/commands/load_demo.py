"""Load the demo's schools."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.ids import steady_ids
from taoli.rehearsal.services.loading import is_loaded, load_big, load_demo


class Command(BaseCommand):
    """`manage.py load_demo` writes both schools of the demo once; a second call changes nothing."""

    help = "Load the synthetic schools of the demo; does nothing when they are there."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the size of the big school; another size than the demo's loads that school alone, for measuring."""
        parser.add_argument("--students", type=int, default=0, help="load one school of this size instead (bench)")
        parser.add_argument("--records", type=int, default=0, help="with so many records, roughly (bench)")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, unless it is done already."""
        if not settings.DEMO:
            msg = "The demo's people are invented and have no passwords: set TAOLI_DEMO=1 for a folder of their own."
            raise CommandError(msg)
        if is_loaded():
            self.stdout.write("The demo schools are there already.")
            return
        with steady_ids("demo"):  # pairings are drawn over identifiers: who has whom is the same on every machine
            if options["students"]:
                load_big(self.stdout.write, options["students"], options["records"])
            else:
                load_demo(self.stdout.write)
