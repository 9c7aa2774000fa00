"""Rehearse a term of a scheme and print, rule by rule, what came of it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import render_to_string
from django.utils import translation

from taoli.common.errors import TaoliError
from taoli.common.policy import system
from taoli.rehearsal.models import Rehearsal
from taoli.rehearsal.phrases.report import told
from taoli.rehearsal.services.papers import make_papers
from taoli.rehearsal.services.rehearsing import STUDENTS, Done, Wanted, find_school_id, rehearse, report_data, store
from taoli.rehearsal.services.specs import big
from taoli.schemes.queries import presets

DEMO = "demo"


class Command(BaseCommand):
    """`manage.py rehearse KEY` on an invented school, a school's own roster, or its last term."""

    help = "Rehearse a whole term of a scheme; exit code 1 when a rule was not kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("key", nargs="?", default="", help="a preset, or own / draft of the school")
        parser.add_argument("--all", action="store_true", help="every preset, one line each")
        parser.add_argument("--school", default="", help="code of the school whose page keeps it, or demo")
        parser.add_argument("--source", default="synthetic", choices=Rehearsal.Source.values)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--students", type=int, default=STUDENTS, help="of the invented school")
        parser.add_argument("--page", default="", help="write the report as an HTML page into this file")
        parser.add_argument("--papers", default="", help="write the forms that were made into this folder")

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override(settings.LANGUAGE_CODE):
            if options["all"]:
                outcomes = [self._one(row.key, options, brief=True) for row in presets()]
            elif options["key"]:
                outcomes = [self._one(options["key"], options, brief=False)]
            else:
                raise CommandError("Name a scheme, or say --all.")
        if any(outcome.get("failed") for outcome in outcomes):
            raise SystemExit(1)

    def _one(self, key: str, options: dict[str, Any], *, brief: bool) -> dict[str, int]:
        code = big().code if options["school"] == DEMO else options["school"]
        school_id = find_school_id(code) if code else None
        if code and school_id is None and options["school"] != DEMO:
            raise CommandError(f"There is no school {code}.")
        if school_id is None and options["source"] != "synthetic":
            raise CommandError("Name the school whose roster or term is to be rehearsed.")
        wanted = Wanted(key, options["source"], options["seed"], options["students"])
        try:
            done = rehearse(wanted, school_id)
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from refusal
        if school_id is not None:
            store(by=system(school_id), done=done)
        self._print(done, brief=brief)
        self._write(done, options)
        return done.result.outcomes()

    def _print(self, done: Done, *, brief: bool) -> None:
        report = told(report_data(done))
        summary = " · ".join(f"{words} {count}" for words, count, _tone in report["summary"] if count)
        self.stdout.write(f"{done.result.scheme_key}  {done.title}  {summary}")
        if brief:
            return
        for step in report["steps"]:
            self.stdout.write(f"  {step['place']}. {step['label']}  {' '.join(step['sentences'])}")
        for sentence in [*report["shortages"], *report["events"]]:
            self.stdout.write(f"  {sentence}")
        for week in report["weeks"]:
            self.stdout.write(f"  W{week['number']:02}  {week['met']}/{week['due']}  {week['share']} %")
        for rule in report["rules"]:
            self.stdout.write(f"{rule['rule']:6} {rule['words']}  {' '.join(rule['sentences'])}")

    def _write(self, done: Done, options: dict[str, Any]) -> None:
        if options["page"]:
            data = report_data(done)
            row = Rehearsal(title=done.title, source=done.wanted.source, seed=done.wanted.seed, version=done.version)
            row.students = data["counts"]["students"]
            page = render_to_string("rehearsal/_rehearsal_file.html", {"row": row, "report": told(data)})
            Path(options["page"]).write_text(page, encoding="utf-8")
            self.stdout.write(options["page"])
        if options["papers"]:
            folder = Path(options["papers"])
            folder.mkdir(parents=True, exist_ok=True)
            for name, paper in make_papers(done.stage).items():
                (folder / name).write_bytes(paper)
                self.stdout.write(str(folder / name))
