"""Rehearsing a scheme: computed outside any transaction, stored at once."""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.rehearsal import AUTUMN, Asked, Rehearsal, Roster, Stage, sample_year, staged, synthetic, told
from taoli.engine.scheme import Scheme
from taoli.rehearsal import models
from taoli.rehearsal.queries.rehearsals import built, scheme_for
from taoli.rehearsal.queries.roster import last_lived, lived_term, own_roster
from taoli.rehearsal.services.area import pages_used
from taoli.rehearsal.services.papers import forms_made
from taoli.roster.queries.calendar import calendar_facts, current_term, term_facts

STUDENTS = 360
MOST_STUDENTS = 5000
STEP = 10  # points: the appraisal's spread is shown in tens
SYNTHETIC, LAST_TERM = "synthetic", "last_term"


@dataclass(frozen=True)
class Wanted:
    """What is to be rehearsed: the scheme (a preset's key, `own` or `draft`), on whose people, with which seed."""

    key: str
    source: str = SYNTHETIC
    seed: int = 1
    students: int = STUDENTS


@dataclass(frozen=True)
class Done:
    """A rehearsal that has been computed, not stored yet."""

    wanted: Wanted
    title: str
    version: int | None
    result: Rehearsal
    stage: Stage
    term: str = ""


def rehearse(wanted: Wanted, school_id: int | None = None) -> Done:
    """Run the whole term and make the forms; nothing is written. TaoliError: no such scheme, no people, no term."""
    try:
        scheme, version = scheme_for(school_id or 0, wanted.key)
    except LookupError as missing:
        raise TaoliError(_("There is no such scheme to rehearse.")) from missing
    roster, asked, term = _ground(wanted, school_id, scheme)
    try:
        stage = staged(scheme, roster, asked)
    except ValueError as refusal:
        raise TaoliError(_("Nobody could be paired: a rehearsal needs students and mentors.")) from refusal
    result = told(stage, wanted.seed, built() | forms_made(stage), pages_used(stage, wanted.seed))
    return Done(wanted, scheme.title, version.version if version else None, result, stage, term)


def store(*, by: Actor, done: Done) -> models.Rehearsal:
    """Keep a computed rehearsal for the school's page."""
    with change(by=by, action="rehearsal.store", scheme=done.result.scheme_key, source=done.wanted.source) as note:
        row = models.Rehearsal.objects.create(
            school_id=by.school_id,
            scheme_key=done.result.scheme_key,
            title=done.title,
            version=done.version,
            source=done.wanted.source,
            seed=done.wanted.seed,
            students=done.result.counts["students"],
            made_by=by.account_id,
            made_at=clock.now(),
            report=report_data(done),
        )
        note.object_id = row.pk
    return row


def report_data(done: Done) -> dict[str, Any]:
    """Return the report as JSON-able data: codes, counts and the scheme's own words, nobody's name or id."""
    result, scheme = done.result, done.stage.scheme
    labels = {duty.key: duty.label for duty in scheme.duties}
    honours = {one.key: one.label for one in (scheme.appraisal.honours if scheme.appraisal else ())}
    return {
        "term": done.term,
        "typed": dict(result.typed),
        "counts": dict(result.counts),
        "outcomes": result.outcomes(),
        "steps": [asdict(step) for step in result.steps],
        "shortages": [asdict(one) for one in result.shortages],
        "events": [asdict(one) for one in result.events],
        "weeks": [{**asdict(week), "starts": week.starts.isoformat()} for week in result.weeks],
        "duties": [{"label": labels[key], **seen} for key, seen in result.duties.items()],
        "totals": spread(result.totals),
        "honours": [
            {"label": honours[key], "mentors": count, "findings": [asdict(one) for one in findings]}
            for key, (count, findings) in result.honours.items()
        ],
        "allowance": result.allowance,
        "rules": [_rule(scheme, rule) for rule in result.rules],
    }


def _rule(scheme: Scheme, rule: Any) -> dict[str, Any]:
    ref, quote = clause_texts(scheme).get(rule.use.rule, ("", ""))
    proofs = [{"place": place, **asdict(proof)} for place, proof in rule.proofs]
    return {
        "rule": rule.use.rule,
        "kind": rule.use.kind,
        "ref": ref,
        "quote": quote,
        "outcome": rule.outcome,
        "proofs": [{**one, "params": dict(one["params"])} for one in proofs],
    }


def clause_texts(scheme: Scheme) -> dict[str, tuple[str, str]]:
    """Return rule id → reference and gist, wherever in the scheme it is quoted."""
    found = {rule: (text.ref, text.quote) for rule, text in scheme.clauses.items()}
    nodes: list[Any] = [scheme.model_dump()]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            if "rule" in node and "ref" in node:
                found.setdefault(node["rule"], (node["ref"], node["quote"]))
            nodes += node.values()
        elif isinstance(node, list | tuple):
            nodes += node
    return found


def spread(totals: tuple[float, ...]) -> list[dict[str, int]]:
    """Return how many totals lie in each ten points, from the highest."""
    found = Counter(int(total) // STEP * STEP for total in totals)
    return [{"from": points, "mentors": found[points]} for points in sorted(found, reverse=True)]


def _ground(wanted: Wanted, school_id: int | None, scheme: Scheme) -> tuple[Roster, Asked, str]:
    if wanted.source == SYNTHETIC or school_id is None:
        students = min(max(wanted.students, 3), MOST_STUDENTS)
        return synthetic(scheme, students, wanted.seed), Asked(sample_year(), AUTUMN, wanted.seed), ""
    row = last_lived(school_id) if wanted.source == LAST_TERM else current_term(school_id)
    if row is None:
        raise TaoliError(_("The school has no term yet. Please enter one in the calendar first."))
    calendar: SchoolCalendar = calendar_facts(school_id, row)
    term: Term = term_facts(row)
    try:
        roster = own_roster(school_id, min(max(clock.today(), row.starts), row.ends), wanted.source)
        lived = lived_term(school_id, row, scheme) if wanted.source == LAST_TERM else None
    except LookupError as missing:
        raise TaoliError(_("Nobody to rehearse with yet: no students, or no pairings in the term.")) from missing
    until = min(clock.today(), row.ends) if lived else None
    return roster, Asked(calendar, term, wanted.seed, lived, until), row.name


def find_school_id(code: str) -> int | None:
    """Return the number of the school of a code, or None."""
    row = School.objects.filter(code=code).values_list("pk", flat=True).first()
    return None if row is None else int(row)
