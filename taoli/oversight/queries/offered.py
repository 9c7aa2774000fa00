"""What bureaus have published for their schools: the one place where a school reads in a bureau's fence."""

from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from taoli.common.policy import Actor
from taoli.common.tenancy import TenantModel
from taoli.oversight.queries.members import bureaus_above

T = TypeVar("T", bound=TenantModel)


def offered(actor: Actor, model: type[T], published: Q) -> "QuerySet[T]":
    """Return the rows of the bureaus above the actor's institution that are published; nothing else of them.

    `published` is the condition that makes a row public to schools, as `Q(state="published")`; never left empty.
    """
    if not published:
        msg = "say what makes a row public"
        raise ValueError(msg)
    rows: Any = model._default_manager
    bureaus = [one.pk for one in bureaus_above(actor.school_id)]
    found: QuerySet[T] = rows.filter(published, school_id__in=bureaus)
    return found
