"""Make a certificate for a server without a public name."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.certificate import expires, files, fingerprint, make


class Command(BaseCommand):
    """`manage.py make_certificate --host taoli.school.lan --host 10.1.2.3`."""

    help = "Make a local authority and a server certificate, with a guide to print for phones and PCs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", action="append", required=True, help="name or address; may be given again")
        parser.add_argument("--anew", action="store_true", help="make a new authority, to be installed everywhere")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            authority = make(options["host"], anew=options["anew"])
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from refusal
        place = files()
        guide = place.folder / "install-guide.html"
        context = {
            "hosts": options["host"],
            "file": place["authority"].name,
            "fingerprint": fingerprint(authority),
            "expires": authority.not_valid_after_utc.date(),
        }
        guide.write_text(render_to_string("common/_certificate_guide.html", context), encoding="utf-8")
        until = expires()
        lines = {
            _("For the server: %(file)s"): f"{place['server']} · {place['server_key']}",
            _("For every phone and PC: %(file)s"): place["authority"],
            _("To print and hang up: %(file)s"): guide,
        }
        for sentence, file in lines.items():
            self.stdout.write(sentence % {"file": file})
        self.stdout.write(
            _("Valid until %(day)s; run the same command again before then, nothing has to be installed anew.")
            % {"day": until.date() if until else ""}
        )
