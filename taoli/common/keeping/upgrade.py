"""Bringing the database up to a new program, with a way back."""

from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping import other
from taoli.common.keeping.backup import back_up
from taoli.common.keeping.guarded import guarded
from taoli.common.keeping.proof import Proof, prove_chain, unsound
from taoli.common.keeping.space import database_bytes, need, scratch


@dataclass(frozen=True)
class Upgraded:
    """The steps taken, what was checked, and where the state before lies."""

    steps: list[str]
    proof: Proof
    safety: Path | None


def upgrade() -> Upgraded:
    """Back up, migrate, check; TaoliError when a step or a check fails, and then the former state is back."""
    before = set(other.applied("default"))
    newer = sorted(before - other.known())
    if newer:
        raise TaoliError(
            _("The database is newer than this program (%(step)s). Install the newer program.")
            % {"step": ".".join(newer[0])}
        )
    safety = back_up(label="before-upgrade").file if other.tables("default") else None
    with scratch() as aside:
        need(aside, database_bytes())
        with guarded(aside / "former"):
            call_command("migrate", verbosity=0, interactive=False)
            proof = _checked()
    steps = sorted(set(other.applied("default")) - before)
    return Upgraded([".".join(step) for step in steps], proof, safety)


def _checked() -> Proof:
    proof = Proof()
    proof.add(_("The database is sound inside"), unsound("default"))
    prove_chain("default", proof)
    if proof.bad:
        raise TaoliError(_("The upgraded database is not sound: %(why)s.") % {"why": "; ".join(proof.bad)})
    return proof
