"""What an officer looks at before and after a version of the base is published."""

from typing import Any

from taoli.engine.scheme import Scheme, open_points
from taoli.oversight.queries.bases import before, changed, given_up
from taoli.schemes.models import BaseScheme
from taoli.schemes.phrases import change_words, path_words, problem_sentence
from taoli.schemes.queries import base_rules


def marked(scheme: Scheme, binding: list[str]) -> dict[str, Any]:
    """Return what binds and what is left open, in words."""
    return {
        "binding": [path_words(scheme, path) for path in binding],
        "to_fill": [path_words(scheme, point.path) for point in open_points(scheme)],
    }


def before_publishing(scheme: Scheme, binding: list[str], last: BaseScheme | None) -> dict[str, Any]:
    """Return what is marked, what differs from the last version, and where it asks for less than that bound."""
    found = {**marked(scheme, binding), "changes": [], "loosened": [], "freed": []}
    if last is not None:
        text = base_rules(last)
        looser, freed = given_up(last, scheme, binding)
        found["changes"] = [change_words(scheme, one, text) for one in changed(text, scheme)]
        found["loosened"] = [problem_sentence(text if one.code == "taken_out" else scheme, one) for one in looser]
        found["freed"] = [path_words(text, path) for path in freed]
    return found


def published_words(base: BaseScheme) -> dict[str, Any]:
    """Return the same of a version that is out, against the one before it; `last` is that one."""
    last = before(base)
    return {**before_publishing(base_rules(base), base.binding, last), "last": last}
