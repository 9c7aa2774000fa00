"""The items of a sheet with their arithmetic in words, the rows behind them, and what was not counted and why."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from taoli.duties.models import Act
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.appraisal import AppraisalItem
from taoli.evaluation.models import AppraisalSheet, AssessorTick
from taoli.evaluation.phrases import PAIRING, arithmetic, reason, shown
from taoli.evaluation.queries.judging import bodies
from taoli.matching.models import Pairing
from taoli.roster.models import Grade, Group, SchoolClass
from taoli.schemes.phrases.words import KINDS, role_word
from taoli.schemes.queries import rules


@dataclass(frozen=True, slots=True)
class Proof:
    """One row behind a point, or one that was not counted and why."""

    on: dt.date | None
    kind: str
    students: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a sheet, ready to show, numbers as texts; `good` is the assessor's word, None while there is none."""

    key: str
    label: str
    points: str
    most: str
    state: str
    proposed: str
    asks: bool
    typed: bool
    good: bool | None
    source: str
    clause: str
    quote: str
    sentences: tuple[str, ...]
    evidence: tuple[Proof, ...]
    not_counted: tuple[Proof, ...]
    who: str
    counts_records: bool


def lines(sheet: AppraisalSheet) -> list[Line]:
    """Return the items of a sheet; a fixed number of queries however much lies behind them."""
    scheme = rules(sheet.run.scheme)
    asked = {item.key: item for item in scheme.appraisal.items} if scheme.appraisal else {}
    rows = AssessorTick.objects.of(sheet.school_id).filter(run_id=sheet.run_id, mentor_id=sheet.mentor_id)
    words = dict(rows.values_list("item", "good"))
    proofs = _proofs(sheet)
    return [_line(scheme, item, asked[item["key"]], words, proofs) for item in sheet.items]


def own_uncounted(sheet: AppraisalSheet, item: str) -> dict[str, Proof]:
    """Return what was not counted in an item (or, without one, in any) and is a record: occasion → row, by day."""
    rows = [one for one in sheet.items if one["key"] == item or not item]
    codes = {one: code for row in rows for one, code in row["not_counted"]}
    found = _act_proofs(sheet.school_id, [key for one in codes if (key := _key(one))])
    proofs = ((one, Proof(proof.on, proof.kind, proof.students, reason(codes[one]))) for one, proof in found.items())
    return dict(sorted(proofs, key=lambda pair: pair[1].on or dt.date.min))


def _line(
    scheme: Scheme, item: dict[str, Any], asked: AppraisalItem, words: dict[str, bool], proofs: dict[str, Proof]
) -> Line:
    missed = [(proofs.get(one, Proof(None, "", "")), code) for one, code in item["not_counted"]]
    return Line(
        key=item["key"],
        label=item["label"],
        points=shown(item["points"]),
        most=shown(item["max"]),
        state=item["state"],
        proposed=shown(item["proposed"]),
        asks=item["asks"],
        typed=asked.method_in_force.method == "assessor",
        good=words.get(item["key"]),
        source=asked.source,
        clause=asked.clause.ref,
        quote=asked.clause.quote,
        sentences=tuple(arithmetic(one["code"], one["params"], scheme) for one in item["arithmetic"]),
        evidence=_by_day(proofs[one] for one in item["evidence"] if one in proofs),
        not_counted=_by_day(Proof(one.on, one.kind, one.students, reason(code)) for one, code in missed),
        who=_who(scheme, item["key"]),
        counts_records=_counts_records(asked),
    )


def _who(scheme: Scheme, key: str) -> str:
    body = bodies(scheme).get(key)
    return role_word(scheme, body.value) if body else ""


def _counts_records(item: AppraisalItem) -> bool:
    return item.method_in_force.method == "per_count" or bool(item.variant and item.variant.counts_records)


def _by_day(found: Iterable[Proof]) -> tuple[Proof, ...]:
    return tuple(sorted(found, key=lambda one: one.on or dt.date.min))


def _proofs(sheet: AppraisalSheet) -> dict[str, Proof]:
    ids = {one for item in sheet.items for one in item["evidence"]}
    ids |= {one for item in sheet.items for one, _code in item["not_counted"]}
    keys = [key for one in ids if (key := _key(one))]
    school = sheet.school_id
    return _places(school, keys) | _pairing_proofs(school, keys) | _act_proofs(school, keys)


def _key(text: str) -> uuid.UUID | None:
    """Return an id; what is owed to the school as a whole has none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _act_proofs(school_id: int, keys: Collection[uuid.UUID]) -> dict[str, Proof]:
    together: dict[str, list[Act]] = {}
    rows = Act.objects.of(school_id).filter(occasion__in=keys).select_related("student")
    for act in rows.order_by("held_on", "student__sort_key", "id"):
        together.setdefault(str(act.occasion), []).append(act)
    return {key: _act_proof(same) for key, same in together.items()}


def _act_proof(same: list[Act]) -> Proof:
    names = "、".join(act.student.name for act in same if act.student)
    return Proof(same[0].held_on, str(KINDS.get(same[0].kind, same[0].kind)), names)


def _pairing_proofs(school_id: int, keys: Collection[uuid.UUID]) -> dict[str, Proof]:
    rows = Pairing.objects.of(school_id).filter(pk__in=keys).select_related("student")
    return {str(row.pk): Proof(row.starts, str(PAIRING), row.student.name) for row in rows}


def _places(school_id: int, keys: Collection[uuid.UUID]) -> dict[str, Proof]:
    """Groups, classes and grades to which something was owed."""
    found: dict[str, Proof] = {}
    for model in (Group, SchoolClass, Grade):
        rows = model.objects.of(school_id).filter(pk__in=keys).values_list("pk", "name")
        found |= {str(pk): Proof(None, "", name) for pk, name in rows}
    return found
