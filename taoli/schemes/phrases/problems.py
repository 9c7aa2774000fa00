"""What is wrong with a changed scheme, and what to do."""

from django.utils.translation import gettext as _

from taoli.engine.scheme import Problem, Scheme
from taoli.schemes.phrases.changes import path_words
from taoli.schemes.phrases.words import role_word


def problem_sentence(scheme: Scheme, problem: Problem) -> str:
    """Say what does not fit."""
    params = problem.params
    if problem.code == "bounds_out_of_order":
        role = role_word(scheme, problem.path.split(".")[1])
        return _("%(role)s: at least, aim and at most must not cross.") % {"role": role}
    if problem.code == "slot_after_cycle":
        return _("The fixed slot lies in week %(week)s, but a cycle has only %(weeks)s weeks.") % {
            "week": params["week"],
            "weeks": params["weeks"],
        }
    return _("%(value)s: this does not fit. Please choose or type another value.") % {
        "value": path_words(scheme, problem.path)
    }
