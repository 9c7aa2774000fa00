"""Load the demo's city."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.ids import steady_ids
from taoli.common.models import School
from taoli.rehearsal.services.bureaus import CITY, DISTRICT, load_bureaus
from taoli.rehearsal.services.city import load_city
from taoli.rehearsal.services.city_schools import city_schools
from taoli.rehearsal.services.overview import load_overview


class Command(BaseCommand):
    """`manage.py load_city` makes both bureaus, where they are not there, and the schools around them, once, and tells
    the bureaus of their weeks.
    """

    help = "Load the invented city: bureaus, schools known by their cards, weekly summaries of two autumns, released."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many schools."""
        most = len(city_schools())
        parser.add_argument("--schools", type=int, default=most, help=f"at most {most}")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, unless it is done already."""
        if not settings.DEMO:
            msg = "The city is invented: set TAOLI_DEMO=1 for a folder of its own."
            raise CommandError(msg)
        with steady_ids("city"):
            if not School.objects.filter(code=DISTRICT[0]).exists():
                load_bureaus(())
            city, district = (School.objects.get(code=place[0]) for place in (CITY, DISTRICT))
            count = load_city(city, district, options["schools"])
            told = f"{count} summaries taken in, {load_overview(city, district)} weeks released"
        self.stdout.write(told if count else "The city is there already.")
