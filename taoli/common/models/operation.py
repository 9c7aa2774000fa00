"""Writes that a browser may send twice."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class Operation(TenantModel):
    """The answer to a write already done: where it led, and to what; no bodies."""

    owner_id = models.UUIDField()
    op = models.UUIDField()
    location = models.CharField(max_length=400)

    class Meta:
        verbose_name = _("operation")
        constraints: ClassVar = [
            *kin("common_operation"),
            models.UniqueConstraint(fields=("school", "owner_id", "op"), name="common_operation_once"),
        ]
