"""Sentences about schemes: what is asked of whom, what is to be typed, what is wrong."""

from django.utils.translation import gettext as _

from taoli.engine.scheme import Problem, Scheme


def problem_sentence(scheme: Scheme, problem: Problem) -> str:
    """Say what is wrong with a changed scheme and what to do."""
    return _("%(path)s does not fit: %(code)s.") % {"path": problem.path, "code": problem.code}
