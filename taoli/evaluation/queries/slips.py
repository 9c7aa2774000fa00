"""Classes whose students or families are asked in an open survey and can be given slips."""

from taoli.evaluation.models import BallotToken, Survey
from taoli.evaluation.queries.population import STAFF
from taoli.roster.models import SchoolClass


def rooms(survey: Survey) -> list[SchoolClass]:
    """Return the classes, whether or not everybody of them has answered (how many have is told of no class)."""
    tokens = BallotToken.objects.of(survey.school_id).filter(survey=survey).exclude(holder_kind=STAFF)
    rows = SchoolClass.objects.of(survey.school_id).filter(students__pk__in=tokens.values("holder_id")).distinct()
    return list(rows.order_by("grade__order", "number", "id"))
