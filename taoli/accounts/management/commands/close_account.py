"""Shut an account out, or let it in again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from taoli.accounts.models import Account, Membership
from taoli.accounts.services import close_account, reopen_account
from taoli.common.policy import system


class Command(BaseCommand):
    """`manage.py close_account NAME` ends the person's sessions at the next click."""

    help = "Shut an account out at once, also from restored backups; --reopen lets it in again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--reopen", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        account = Account.objects.filter(username=options["username"]).first()
        place = Membership.objects.filter(account=account).first() if account else None
        if account is None or place is None:
            raise CommandError(_("There is no account %(name)s.") % {"name": options["username"]})
        if options["reopen"]:
            reopen_account(by=system(place.school_id), account=account)
            self.stdout.write(_("%(name)s may sign in again.") % {"name": account.username})
        else:
            close_account(by=system(place.school_id), account=account)
            self.stdout.write(_("%(name)s is shut out.") % {"name": account.username})
