"""The names behind the ids in codes of the engine."""

from collections.abc import Mapping

from taoli.matching.models import MatchRun
from taoli.roster.models import Group, SchoolClass, Staff, Student
from taoli.schemes.queries import rules


def names_of(run: MatchRun) -> Mapping[str, str]:
    """Return id → name of every student, member of staff, class and unit of the school, and of the categories."""
    school = run.school_id
    found = {one.key: one.label for one in rules(run.round.scheme).categories}
    for model in (Student, Staff, SchoolClass, Group):
        rows = model.objects.of(school).values_list("pk", "name")
        found |= {str(pk): name for pk, name in rows}
    return found
