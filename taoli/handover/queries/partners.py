"""Partner schools."""

import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.package import fingerprint
from taoli.handover.models import Partner
from taoli.handover.permissions.partners import PARTNER


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner as its page shows it."""

    row: Partner
    fingerprint: str

    @property
    def usable(self) -> bool:
        """Say whether packages may go and come."""
        return self.row.verified_on is not None and self.row.ended_at is None


def partners(actor: Actor) -> list[PartnerRow]:
    """Return the partners, those in use first."""
    rows = PARTNER.within(Partner.objects.all(), actor, "edit").select_related("verified_by")
    found = [PartnerRow(one, fingerprint(one.sign_key, one.box_key)) for one in rows.order_by("name", "id")]
    return sorted(found, key=lambda one: one.row.ended_at is not None)


def get_partner(actor: Actor, pk: uuid.UUID) -> PartnerRow:
    """Return one partner; 404 otherwise."""
    row = PARTNER.within(Partner.objects.filter(pk=pk), actor, "edit").select_related("verified_by").first()
    if row is None:
        raise Http404
    return PartnerRow(row, fingerprint(row.sign_key, row.box_key))


def partner_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of the schools to which packages may go."""
    rows = Partner.objects.of(school_id).filter(ended_at=None).exclude(verified_on=None)
    return [(str(one.pk), one.name) for one in rows.order_by("name", "id")]


def trusted(school_id: int) -> dict[str, str]:
    """Return key that signs → code of the schools whose keys were compared."""
    rows = Partner.objects.of(school_id).filter(ended_at=None).exclude(verified_on=None)
    return dict(rows.values_list("sign_key", "code"))
