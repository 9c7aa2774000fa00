"""Publishes a bureau's base scheme for the schools of an area."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.models import Area
from taoli.engine.scheme import SchemeError
from taoli.schemes.phrases import problem_sentence
from taoli.schemes.queries.files import read_file
from taoli.schemes.services import publish_base


class Command(BaseCommand):
    help = "Publish a base scheme for an area's schools: they adopt it, and tighten but never loosen what it binds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("area", help="the area's name")
        parser.add_argument("file", type=Path, help="the scheme as YAML (export a preset or a version)")
        parser.add_argument("--binding", default="", help="paths, comma-separated: duties.talk.times,duties.visit")

    def handle(self, *args: object, area: str, file: Path, binding: str, **options: object) -> None:
        try:
            place = Area.objects.get(name=area)
        except Area.DoesNotExist:
            known = ", ".join(Area.objects.values_list("name", flat=True)) or "none yet"
            message = f"no area is called {area}; there are: {known}"
            raise CommandError(message) from None
        found = read_file(file.read_bytes())
        if found.scheme is None:
            raise CommandError("\n".join(f"line {fault.line}: {fault.sentence}" for fault in found.faults))
        paths = [path.strip() for path in binding.split(",") if path.strip()]
        try:
            base = publish_base(area=place, scheme=found.scheme, binding=paths)
        except SchemeError as error:
            raise CommandError("\n".join(problem_sentence(found.scheme, one) for one in error.problems)) from None
        self.stdout.write(f"{base.title}: version {base.version} for {place.name}, {len(paths)} binding")
