"""Start a bureau on a server."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.accounts.services import issue_code
from taoli.common.errors import TaoliError
from taoli.common.models import Area
from taoli.common.policy import Role, system
from taoli.oversight.services.bureaus import Place, add_person, start_bureau


class Command(BaseCommand):
    """`manage.py start_bureau CODE NAME AREA [--city]` makes a bureau and its first officer, and prints the code."""

    help = "Make a bureau of education and its first officer's account; prints the activation code once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the bureau's code and name and its area."""
        parser.add_argument("code")
        parser.add_argument("name")
        parser.add_argument("area")
        parser.add_argument("--city", action="store_true", help="the bureau of a city, not of a district")
        parser.add_argument("--below", default="", help="name of the city the district belongs to")
        parser.add_argument("--officer", default="办公室", help="name of the first officer")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make both, or say why not."""
        kind = Area.Kind.CITY if options["city"] else Area.Kind.DISTRICT
        parent = Area.objects.filter(name=options["below"], kind=Area.Kind.CITY).first()
        if options["below"] and parent is None:
            msg = f"There is no city {options['below']}. Please start its bureau first."
            raise CommandError(msg)
        try:
            bureau = start_bureau(Place(options["code"], options["name"], options["area"], kind, parent))
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from refusal
        by, username = system(bureau.pk), f"{bureau.code}-officer"
        account = add_person(
            by=by, bureau=bureau, number="B001", name=options["officer"], role=Role.OFFICER, username=username
        )
        self.stdout.write(f"{username} {issue_code(by=by, account=account)}")
