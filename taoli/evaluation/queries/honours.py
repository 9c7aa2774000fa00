"""Honours and allowance of an appraisal, ready to show: names in the order of strokes, no scores."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from taoli.engine.scheme import Allowance, Clause, Honour
from taoli.engine.scoring import allowance_of, honoured, stroke_key
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, HonourGrant
from taoli.evaluation.phrases import WITHOUT_TOTAL, allowance_sentence, arithmetic
from taoli.evaluation.queries.ladder import honours_in
from taoli.roster.models import Staff
from taoli.schemes.queries import rules


@dataclass(frozen=True, slots=True)
class GrantRow:
    """An honour that was given: to whom, which level, which criteria were met."""

    grant: HonourGrant
    name: str
    number: str
    level: str
    met: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HonourRow:
    """One honour of the scheme: who gets it from the totals, or to whom people gave it; `sentences` what to know."""

    honour: Honour
    names: tuple[str, ...]
    grants: tuple[GrantRow, ...]
    sentences: tuple[str, ...]

    @property
    def by_people(self) -> bool:
        """Whether people give it."""
        return self.honour.n is None and self.honour.share is None


@dataclass(frozen=True, slots=True)
class Pay:
    """The allowance of one mentor in words, with its clause."""

    sentence: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class PayRow:
    """One mentor's allowance in a list; `unset`: the school has still to set the amount."""

    name: str
    pay: Pay
    unset: bool


def honour_rows(run: AppraisalRun) -> list[HonourRow]:
    """Return every honour of the appraisal's scheme, in its order."""
    honours = honours_in(run)
    if not honours:
        return []
    rows = AppraisalSheet.objects.of(run.school_id).filter(run=run).values_list("mentor_id", "mentor__name", "total")
    names = {str(mentor): name for mentor, name, _total in rows}
    totals = {str(mentor): total for mentor, _name, total in rows if total is not None}
    given = list(HonourGrant.objects.of(run.school_id).filter(run=run).select_related("mentor"))
    return [_row(honour, totals, names, given) for honour in honours]


def get_honour(run: AppraisalRun, key: str) -> HonourRow:
    """Return one honour of the appraisal's scheme; 404 otherwise."""
    found = next((row for row in honour_rows(run) if row.honour.key == key), None)
    if found is None:
        raise Http404
    return found


def honours_of(sheet: AppraisalSheet) -> list[str]:
    """Return the names of the honours of one mentor, once the appraisal is published."""
    if not sheet.run.checksum:
        return []
    own = str(sheet.mentor_id)
    found = []
    for row in honour_rows(sheet.run):
        found += [row.honour.label] if own in _ids(row, sheet) else []
        found += [_said(row.honour, one) for one in row.grants if one.grant.mentor_id == sheet.mentor_id]
    return found


def mentors_of(run: AppraisalRun) -> list[tuple[str, str]]:
    """Return (id, number and name) of everybody with a sheet, by staff number."""
    rows = Staff.objects.of(run.school_id).filter(
        pk__in=AppraisalSheet.objects.of(run.school_id).filter(run=run).values("mentor")
    )
    return [(str(row.pk), f"{row.number} {row.name}") for row in rows.order_by("number", "id")]


def get_grant(school_id: int, pk: uuid.UUID) -> HonourGrant:
    """Return an honour given in the school; 404 otherwise."""
    found = HonourGrant.objects.of(school_id).select_related("run").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def pay_of(sheet: AppraisalSheet) -> Pay | None:
    """Return what the scheme's allowance comes to for one mentor; None when it has none."""
    appraisal = rules(sheet.run.scheme).appraisal
    allowance = appraisal.allowance if appraisal else None
    return None if allowance is None else _pay(allowance, sheet)


def _pay(allowance: Allowance, sheet: AppraisalSheet) -> Pay:
    share = sheet.total / sheet.full if sheet.total is not None and sheet.full else None
    waits = allowance.times_factor and share is None
    pay = None if waits else allowance_of(allowance, sheet.mentees, sheet.units, share or 0.0)
    return Pay(allowance_sentence(allowance, sheet.mentees, sheet.units, share, pay), allowance.clause)


def pay_rows(run: AppraisalRun, found: Iterable[AppraisalSheet]) -> list[PayRow]:
    """Return the allowance of every sheet, in the order given; none when the scheme has none."""
    appraisal = rules(run.scheme).appraisal
    if appraisal is None or appraisal.allowance is None:
        return []
    unset = appraisal.allowance.amount is None
    return [PayRow(sheet.mentor.name, _pay(appraisal.allowance, sheet), unset) for sheet in found]


def _row(honour: Honour, totals: dict[str, float], names: dict[str, str], given: Iterable[HonourGrant]) -> HonourRow:
    found = honoured(honour, totals)
    grants = sorted((_grant(honour, one) for one in given if one.honour == honour.key), key=_by_strokes)
    said = [arithmetic(one.code, one.params) for one in found.findings]
    if len(totals) < len(names) and found.mentor_ids:
        said.append(str(WITHOUT_TOTAL) % {"count": len(names) - len(totals)})
    return HonourRow(
        honour=honour,
        names=tuple(sorted((names[one] for one in found.mentor_ids), key=stroke_key)),
        grants=tuple(grants),
        sentences=tuple(said),
    )


def _grant(honour: Honour, one: HonourGrant) -> GrantRow:
    levels = {level.level: level.label for level in honour.levels}
    return GrantRow(one, one.mentor.name, one.mentor.number, levels.get(one.level or 0, ""), tuple(one.met))


def _by_strokes(row: GrantRow) -> tuple[int, int, str]:
    return stroke_key(row.name)


def _ids(row: HonourRow, sheet: AppraisalSheet) -> tuple[str, ...]:
    rows = AppraisalSheet.objects.of(sheet.school_id).filter(run_id=sheet.run_id).values_list("mentor_id", "total")
    totals = {str(mentor): total for mentor, total in rows if total is not None}
    return honoured(row.honour, totals).mentor_ids


def _said(honour: Honour, row: GrantRow) -> str:
    return f"{honour.label} · {row.level}" if row.level else honour.label
