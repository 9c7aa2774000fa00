"""Prove that cells and sums agree with the acts; mend them on demand."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from taoli.common import clock
from taoli.common.models import School
from taoli.duties.services import recount
from taoli.roster.models import Term


class Command(BaseCommand):
    help = "Reckons what is due from scratch and prints how far the stored rows differ; exit code 1 if they do."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--school", metavar="CODE", help="one school only")
        parser.add_argument("--running", action="store_true", help="the terms that run today only, as every night")
        parser.add_argument("--fix", action="store_true", help="write what was reckoned")

    def handle(self, *args: Any, **options: Any) -> None:
        schools = School.objects.filter(kind=School.Kind.SCHOOL).order_by("pk")
        if options["school"]:
            schools = schools.filter(code=options["school"])
        drifted, today = False, clock.today()
        for school in schools:
            terms = Term.objects.of(school).order_by("starts")
            for term in terms.filter(starts__lte=today, ends__gte=today) if options["running"] else terms:
                drift = recount(school_id=school.pk, term_id=term.pk, fix=options["fix"])
                drifted |= bool(drift)
                print(f"{school.code} {term.name}: drift {drift.cells} cells, {drift.sums} sums, {drift.weeks} weeks")
        if drifted:
            raise SystemExit(1)
