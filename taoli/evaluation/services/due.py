"""What comes true with the day: surveys whose last day is over are closed."""

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.evaluation.models import Survey
from taoli.evaluation.services.closing import close_survey


def close_due(*, by: Actor) -> int:
    """Close the school's surveys whose last day is over; return how many."""
    rows = Survey.objects.of(by.school_id).filter(state=Survey.State.OPEN, closes_on__lt=clock.today())
    due = list(rows.order_by("closes_on", "id").values_list("pk", flat=True))
    for pk in due:
        close_survey(by=by, survey_id=pk)
    return len(due)
