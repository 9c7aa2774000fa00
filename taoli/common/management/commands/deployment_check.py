"""The deployment check on the command line."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import get_resolver
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common.deployment.facts import gather
from taoli.common.deployment.findings import State, findings
from taoli.common.deployment.functions import functions, place_of, place_words


class Command(BaseCommand):
    """`manage.py deployment_check` prints what the page shows; exit code 1 when something needs a hand."""

    help = "Say how this server stands and what to do; exit code 1 when something needs a hand."

    def handle(self, *_args: Any, **_options: Any) -> None:
        get_resolver().url_patterns  # noqa: B018 loads every page, so that functions know which there are
        facts = gather()
        name, about = place_words(place_of(facts.place))
        self.stdout.write(_("This server stands %(place)s.") % {"place": name})
        self.stdout.write(about)
        for one in functions(place_of(facts.place)):
            mark = _("works here") if one.works else _("not here")
            self.stdout.write(f"  [{mark}] {one.title}: {one.sentence}")
        self.stdout.write("")
        found = findings(facts)
        for finding in found:
            self.stdout.write(f"  [{finding.word}] {finding.title}: {finding.sentence}")
        bad = sum(finding.state is State.ACT for finding in found)
        if bad:
            raise CommandError(ngettext("%(n)s point needs a hand.", "%(n)s points need a hand.", bad) % {"n": bad})
