"""A bureau's proposal as a school sees it: its own scheme held against the base, and what it would hand in."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.engine.scheme import Problem, Scheme, open_points
from taoli.engine.scheme.against import Against, against
from taoli.engine.scheme.tree import clause_at
from taoli.oversight.permissions import PROPOSAL
from taoli.schemes.models import BaseScheme, SchemeVersion
from taoli.schemes.phrases import change_words, open_sentence, path_words, problem_sentence
from taoli.schemes.queries import answered, area_bases, base_rules, published, rules

MOST_PATHS = 400


@dataclass(frozen=True, slots=True)
class BaseWord:
    """What a school hands in about a base: plain values, no text of the scheme. `paths` say where the scheme in force
    differs; a draft is nobody's business.
    """

    code: str
    version: int
    state: str
    reason: str = ""
    paths: tuple[str, ...] = ()


def get_proposal(actor: Actor, pk: int) -> BaseScheme:
    """Return the newest base of a bureau above the school; 404 for any other area's and for older versions."""
    found = next((one for one in area_bases(actor.school_id) if one.pk == pk), None)
    if found is None or not PROPOSAL.may(actor, "view"):
        raise Http404
    return found


def held_against(version: SchemeVersion, base: BaseScheme) -> Against:
    """Return where the school's scheme stands to the base."""
    return against(base_rules(base), rules(version), base.binding)


def in_words(version: SchemeVersion, base: BaseScheme) -> dict[str, Any]:
    """Return the comparison for the page."""
    text, mine = base_rules(base), rules(version)
    found = held_against(version, base)
    tree = base.rules
    return {
        "conflicts": [
            {"sentence": problem_sentence(_knows(text, mine, fault), fault), "clause": clause_at(tree, fault.path)}
            for fault in found.conflicts
        ],
        "kept": [path_words(text, path) for path in found.kept],
        "tightened": [change_words(mine, one, text) for one in found.tightened],
        "filled": [change_words(mine, one, text) for one in found.filled],
        "own": [change_words(mine, one, text) for one in found.own],
        "open": [open_sentence(mine, point) for point in found.open],
    }


def asks(base: BaseScheme) -> dict[str, list[str]]:
    """Return what the base binds and what it leaves to the school, in words."""
    text = base_rules(base)
    return {
        "binding": [path_words(text, path) for path in base.binding],
        "to_fill": [path_words(text, point.path) for point in open_points(text)],
    }


def word_of(school_id: int, base: BaseScheme) -> BaseWord | None:
    """Return what the school hands in about a base now; None while it has said nothing."""
    said = answered(school_id, base)
    if not said.state:
        return None
    code = School.objects.values_list("code", flat=True).get(pk=school_id)
    version = published(school_id)
    paths: tuple[str, ...] = ()
    if said.state == "in_force" and version is not None:
        found = held_against(version, base)
        paths = tuple(one.path for one in (*found.tightened, *found.filled, *found.own))[:MOST_PATHS]
    return BaseWord(code, base.version, said.state, said.reason, paths)


def _knows(text: Scheme, mine: Scheme, fault: Problem) -> Scheme:
    """The base names what the school does not have."""
    return text if fault.code == "taken_out" else mine
