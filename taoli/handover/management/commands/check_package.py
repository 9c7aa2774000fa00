"""Check a package by hand, as the page does, and change nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from taoli.common.models import School
from taoli.engine.package import Trust, look
from taoli.handover.phrases.packages import finding_words
from taoli.handover.queries.arrivals import trust_of


class Command(BaseCommand):
    """`manage.py check_package FILE… [--school CODE]`."""

    help = "Check packages (.taoli); with --school also whether that school may take them in. Changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take files and, if one likes, a school."""
        parser.add_argument("files", nargs="+", type=Path)
        parser.add_argument("--school", default="", help="code of the school that would take the package in")

    def handle(self, *_args: Any, files: list[Path], school: str, **_options: Any) -> None:
        """Say what is wrong with each; CommandError when anything is."""
        trust = self._trust(school)
        faulty = [file.name for file in files if not self._sound(file, trust)]
        if faulty:
            raise CommandError(", ".join(faulty))

    def _trust(self, code: str) -> Trust:
        if not code:
            return Trust()
        school = School.objects.filter(code=code).first()
        if school is None:
            raise CommandError(code)
        return trust_of(school.pk)

    def _sound(self, file: Path, trust: Trust) -> bool:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file.name}: {error.strerror}") from None
        findings, entries, _opened = look(data, trust)
        for one in findings:
            self.stdout.write(f"{file.name}: {finding_words(one)}")
        if entries is not None and not findings:
            told = entries.manifest
            self.stdout.write(
                f"{file.name}: {told.sender.name} → {told.receiver.name}, {told.students}, {told.expires}"
            )
        return not any(one.refuses for one in findings)
