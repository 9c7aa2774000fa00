"""What a mentor from outside reaches."""

from django.db.models import QuerySet

from taoli.common.policy import Actor
from taoli.neighbourhood.models import CompanionPair
from taoli.neighbourhood.permissions import COMPANION


def own_pairs(actor: Actor) -> QuerySet[CompanionPair]:
    """Return the pairings that run today, by the students' names."""
    rows: QuerySet[CompanionPair] = COMPANION.within(CompanionPair.objects.all(), actor, "own")
    return rows.select_related("student__school_class").order_by("student__sort_key", "id")
