"""Start a school on an empty server."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.accounts import services
from taoli.accounts.models import Membership
from taoli.common.ids import new_id
from taoli.common.models import School
from taoli.common.policy import Role, system


class Command(BaseCommand):
    """`manage.py start_school CODE NAME` makes the school and its first office account, and prints the code to it."""

    help = "Make a school and the account of its moral-education office; prints the activation code once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the school's code and name."""
        parser.add_argument("code")
        parser.add_argument("name")
        parser.add_argument("--username", default="", help="account of the office; default: CODE-office")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make both, or say that the code is taken."""
        if School.objects.filter(code=options["code"]).exists():
            msg = f"There is a school with the code {options['code']} already."
            raise CommandError(msg)
        school = School.objects.create(code=options["code"], name=options["name"])
        by = system(school.pk)
        username = options["username"] or f"{school.code}-office"
        account = services.open_account(
            by=by,
            school=school,
            username=username,
            person_kind=Membership.Kind.STAFF,
            person_id=new_id(),
            name="德育处",
        )
        services.give_role(by=by, account=account, role=Role.MORAL_OFFICE)
        self.stdout.write(f"{username} {services.issue_code(by=by, account=account)}")
