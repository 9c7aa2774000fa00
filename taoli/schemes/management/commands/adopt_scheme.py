"""Adopts a preset for a school and publishes it, for whoever sets many schools up."""

import datetime as dt
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import system
from taoli.engine.scheme import SchemeError
from taoli.schemes.services import adopt, publish, set_values


class Command(BaseCommand):
    """`manage.py adopt_scheme KEY --school CODE --from 2026-09-01 --set cycle.weeks=4`."""

    help = "Adopt a preset for a school, type what its text leaves open, and put it in force from a day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("key", help="the preset's key")
        parser.add_argument("--school", required=True, help="the school's code")
        parser.add_argument("--from", dest="day", type=dt.date.fromisoformat, required=True, help="in force from")
        parser.add_argument("--set", dest="values", action="append", default=[], metavar="PATH=VALUE")

    def handle(self, *_args: Any, key: str, school: str, day: dt.date, values: list[str], **_options: Any) -> None:
        place = School.objects.filter(code=school).first()
        if place is None:
            raise CommandError(f"There is no school with the code {school}.")
        by = system(place.pk)
        try:
            draft = adopt(by=by, preset_key=key, scoring="coverage")
            draft = set_values(by=by, pk=draft.pk, changes=_changes(values), edit=draft.edit)
            version = publish(by=by, pk=draft.pk, in_force_from=day)
        except SchemeError:
            raise CommandError(f"There is no preset called {key}.") from None
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{version.title}: version {version.version}, in force from {day}")


def _changes(values: list[str]) -> dict[str, Any]:
    found = {}
    for one in values:
        path, sign, value = one.partition("=")
        if not sign:
            raise CommandError(f"{one}: write PATH=VALUE.")
        found[path.strip()] = yaml.safe_load(value)
    return found
