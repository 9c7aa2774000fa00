"""Is what was restored what was backed up?"""

from dataclasses import dataclass, field

from django.db import DatabaseError, connections
from django.utils.translation import gettext as _

from taoli.common.chain import faults
from taoli.common.keeping import other
from taoli.common.keeping.manifest import Manifest, audit_heads
from taoli.common.models import School
from taoli.common.state import state_hash
from taoli.common.tenancy import cross_school

UNSOUND = (
    "SELECT conname FROM pg_constraint WHERE NOT convalidated UNION ALL "
    "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"
)


@dataclass
class Proof:
    """Sentences about what was compared, and about what is wrong."""

    good: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)

    def add(self, sentence: str, faults: list[str]) -> None:
        """Note one comparison and its faults."""
        if faults:
            self.bad.append(f"{sentence}: {'; '.join(faults[:5])}")
        else:
            self.good.append(sentence)


def prove(alias: str, manifest: Manifest, proof: Proof) -> None:
    """Compare a freshly restored database with the manifest, before anything else touches it."""
    proof.add(_("The database is sound inside"), unsound(alias))
    there = other.counts(alias)
    proof.add(
        _("%(tables)s tables with %(rows)s rows, as backed up")
        % {"tables": len(manifest.tables), "rows": sum(manifest.tables.values())},
        [f"{name} {there.get(name)} ≠ {count}" for name, count in manifest.tables.items() if there.get(name) != count],
    )
    proof.add(
        _("The audit trail ends where it ended"),
        [code for code, head in audit_heads(alias).items() if manifest.audit.get(code) != head],
    )
    if manifest.state_hash and other.is_current(alias):
        differs = [] if state_hash(alias) == manifest.state_hash else ["state_hash"]
        proof.add(_("Every value is as it was (state_hash)"), differs)


def prove_chain(alias: str, proof: Proof) -> None:
    """Walk the audit chain of every school; needs a migrated database."""
    with cross_school("proof"):
        schools = list(School.objects.using(alias).order_by("code"))
        broken = [f"{school.code}: {fault}" for school in schools for fault in faults(school.pk, alias)]
    proof.add(_("The audit trail of every school is whole (%(n)s)") % {"n": len(schools)}, broken)


def unsound(alias: str) -> list[str]:
    """Return what the database itself finds wrong: pages, indexes, links that lead nowhere."""
    if connections[alias].vendor == "sqlite":
        try:
            pages = [str(row[0]) for row in other.rows(alias, "PRAGMA integrity_check") if row[0] != "ok"]
            return pages + [str(row) for row in other.rows(alias, "PRAGMA foreign_key_check")]
        except DatabaseError as broken:  # so spoilt that the check itself cannot go on
            return [str(broken)]
    return [str(row[0]) for row in other.rows(alias, UNSOUND)]
