"""Restore a backup."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from taoli.common.databases import FILE, database
from taoli.common.errors import TaoliError
from taoli.common.keeping.restore import Restored, restore, restore_apart


class Command(BaseCommand):
    """`manage.py restore FILE` replaces the database in use; --into restores beside it."""

    help = "Restore a backup: checked before and after, with a safety copy; ends all sessions."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a .backup file")
        parser.add_argument("--into", default="", help="an empty folder (SQLite) or postgresql:// address instead")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *_args: Any, **options: Any) -> None:
        file: Path = options["file"].absolute()
        try:
            done = apart(file, options["into"]) if options["into"] else self._here(file, asked=options["yes"])
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from refusal
        self._report(done)

    def _here(self, file: Path, *, asked: bool) -> Restored:
        if not asked:
            question = _("Stop server and worker first. Replace the whole database by %(file)s? [y/N] ")
            if input(question % {"file": file.name}).strip().lower() not in {"y", "yes"}:
                raise TaoliError(_("Nothing was changed."))
        return restore(file)

    def _report(self, done: Restored) -> None:
        for sentence in done.proof.good:
            self.stdout.write(f"  ✓ {sentence}")
        if done.safety:
            self.stdout.write(_("The state before is kept in %(file)s.") % {"file": done.safety})
        self.stdout.write(
            _("Restored the state of %(at)s. All sessions are ended; accounts shut out again: %(n)s.")
            % {"at": done.manifest.moment, "n": done.shut_out}
        )


def apart(file: Path, into: str) -> Restored:
    """Restore into another place: an address, or a folder that gets a SQLite file."""
    if "://" in into:
        folder, environment = Path(), {"TAOLI_DATABASE": into}
    else:
        folder, environment = Path(into).absolute(), {"TAOLI_DATABASE": "", "TAOLI_DATA": str(Path(into).absolute())}
        folder.mkdir(parents=True, exist_ok=True)
        environment["TAOLI_DATABASE"] = f"sqlite:///{folder / FILE}"
    try:
        conf = database(environment["TAOLI_DATABASE"], folder)
    except ValueError as error:
        raise TaoliError(_("%(address)s is no address of a database.") % {"address": into}) from error
    return restore_apart(file, conf, folder, environment)
