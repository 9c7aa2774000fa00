"""Put a school of this server into its district."""

from typing import Any, get_args

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.errors import TaoliError
from taoli.common.models import Area, School
from taoli.engine.summary.shapes import StageName
from taoli.oversight.services.bureaus import join_hosted


class Command(BaseCommand):
    """`manage.py join_bureau SCHOOL DISTRICT [--stage junior …]` sets the district and enters the school above."""

    help = "Set the district of a school of this server and enter it with the bureaus above."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the school's code and the district's name."""
        parser.add_argument("school")
        parser.add_argument("district")
        parser.add_argument("--stage", action="append", default=[], choices=get_args(StageName))

    def handle(self, *_args: Any, **options: Any) -> None:
        """Set both, or say why not."""
        school = School.objects.filter(code=options["school"], kind=School.Kind.SCHOOL).first()
        area = Area.objects.filter(name=options["district"], kind=Area.Kind.DISTRICT).first()
        if school is None or area is None:
            msg = "There is no such school or district. Please start the bureau first."
            raise CommandError(msg)
        school.area = area
        school.save(update_fields=["area"])
        try:
            rows = join_hosted(school=school, stages=tuple(options["stage"]))
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{school.code}: {len(rows)}")
