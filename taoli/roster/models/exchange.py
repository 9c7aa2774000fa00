"""What other systems call our rows, and what they were told of them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class ExchangeKey(TenantModel):
    """A sourcedId of a bundle that came in stands for one of our rows; later deltas name only the sourcedId."""

    file = models.CharField(max_length=20)
    sourced_id = models.CharField(max_length=255)
    kind = models.CharField(max_length=10)
    key = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("identifier of another system")
        constraints: ClassVar = [
            *kin("roster_exchangekey"),
            models.UniqueConstraint(fields=("school", "file", "sourced_id"), name="roster_exchangekey_id"),
        ]


class ExchangeMark(TenantModel):
    """A line of a bundle that went out: a digest of it and when it was last seen to differ (None: never sent)."""

    file = models.CharField(max_length=20)
    sourced_id = models.UUIDField()
    digest = models.CharField(max_length=16)
    changed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("line given to other systems")
        constraints: ClassVar = [
            *kin("roster_exchangemark"),
            models.UniqueConstraint(fields=("school", "file", "sourced_id"), name="roster_exchangemark_id"),
        ]
