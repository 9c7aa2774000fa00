"""A scheme as lines of text, part by part: what is compared side by side and what is printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taoli.engine.scheme import LOCAL_RULE, Clause, Duty, Scheme, Statement, describe, dump
from taoli.engine.scheme.vocabulary import Kind, Subject
from taoli.schemes.phrases import role_word, statement_sentence
from taoli.schemes.queries.sections import value_of

COLONS = (": ", "：")
GROUP_KINDS = frozenset({Kind.GROUP_TALK, Kind.GROUP_ACTIVITY})
PLACES = {
    "covers": "coverage",
    "is_given": "unit",
    "may_mentor": "eligibility",
    "lasts": "continuity",
    "knows_of": "categories",
    "guides_in": "guidances",
    "has_cycle": "cycle",
    "assesses": "appraisal",
    "gathers": "appraisal",
    "is_used_for": "appraisal",
    "is_paid": "appraisal.allowance",
}
KEYED = {"does_step": ("steps", "step"), "owes": ("duties", "duty"), "is_scored_on": ("appraisal.items", "item")}
LABELLED = {
    "is_set_up": "bodies",
    "sits_in": "bodies",
    "chairs": "conferences",
    "attends": "conferences",
    "learns": "training",
    "may_get": "appraisal.honours",
    "files": "archive_sections",
    "keeps_form": "forms",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: the part it stands in, whom it asks (empty: the school), the clause, whether the school says it
    itself (校本补充), its path in the scheme.
    """

    part: str
    who: str
    sentence: str
    clause: Clause
    own: bool
    path: str

    @property
    def text(self) -> str:
        """The sentence with whom it asks: before it, or behind it where it names its own matter first."""
        if not self.who:
            return self.sentence
        words = {"who": self.who, "sentence": self.sentence}
        if any(colon in self.sentence for colon in COLONS):
            return _("%(sentence)s (%(who)s).") % {**words, "sentence": self.sentence.rstrip(".。")}
        return _("%(who)s: %(sentence)s") % words


def lines(scheme: Scheme) -> dict[str, list[Line]]:
    """Return every sentence by part, in the order of the flow; one sentence for all roles it asks alike."""
    found: dict[str, list[Line]] = {}
    tree = dump(scheme)
    for line in _lines(scheme, tree):
        rows = found.setdefault(line.part, [])
        last = rows[-1] if rows else None
        if last and (last.sentence, last.clause) == (line.sentence, line.clause):
            rows[-1] = replace(last, who=pgettext("between words", ", ").join((last.who, line.who)))
        else:
            rows.append(line)
    return found


def _lines(scheme: Scheme, tree: Mapping[str, Any]) -> Iterator[Line]:
    for statement in describe(scheme):
        path = place_of(statement, tree)
        who = role_word(scheme, statement.role.value) if statement.role else ""
        own = statement.clause.rule == LOCAL_RULE or _says_itself(value_of(tree, path) if path else None)
        part = _part(scheme, statement)
        yield Line(part, who, statement_sentence(statement), statement.clause, own, path)


def place_of(statement: Statement, tree: Mapping[str, Any]) -> str:
    """Return the path in the scheme that a statement speaks of, empty for what rests on no value."""
    code, params = statement.code, statement.params
    if code in PLACES:
        return PLACES[code]
    if code in KEYED:
        section, name = KEYED[code]
        return f"{section}.{params[name]}"
    if code in LABELLED:
        entries = value_of(tree, LABELLED[code]) or ()
        return next((f"{LABELLED[code]}.{one['key']}" for one in entries if one["label"] == params["label"]), "")
    if code == "reads":
        return f"texts.{params['key']}"
    return f"capacity.{statement.role.value}" if code == "takes" and statement.role else ""


def duty_part(duty: Duty) -> str:
    """Say which of the parts that schools compare a requirement belongs to."""
    kinds = set(duty.kinds)
    if Kind.FAMILY_CONTACT in kinds:
        return "family"
    if Kind.HOME_VISIT in kinds:
        return "home_visit"
    if kinds & GROUP_KINDS or duty.subject == Subject.GROUP:
        return "group"
    return "talk" if Kind.TALK in kinds else "duties"


def _part(scheme: Scheme, statement: Statement) -> str:
    if statement.code == "owes":
        return duty_part(scheme.duty(str(statement.params["duty"])))
    if statement.code == "has_cycle":
        return "cycle"
    return {"may_get": "honours", "is_paid": "allowance"}.get(statement.code, statement.section)


def _says_itself(node: Any) -> bool:
    """Whether a clause of the part itself, or of one of its values, is the school's own; inner entries have lines."""
    if isinstance(node, list):
        return any(_is_local(entry.get("clause")) for entry in node)
    if isinstance(node, Mapping):
        return any(_is_local(one) for one in (node.get("clause"), *(entry["clause"] for entry in node.get("own", ()))))
    return False


def _is_local(clause: Any) -> bool:
    return isinstance(clause, Mapping) and clause["rule"] == LOCAL_RULE
