"""The allowance where the scheme names no amount: the school's own value for a term."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class AllowanceSetting(TenantModel):
    """What the school pays for mentoring in a term (校本补充), where its scheme says nothing or no amount."""

    class Kind(models.TextChoices):
        """What is paid for, in the engine's words."""

        PER_STUDENT = "per_student", pgettext_lazy("allowance", "for each student")
        PER_GROUP = "per_group", pgettext_lazy("allowance", "for each group")
        FIXED = "fixed", pgettext_lazy("allowance", "for each mentor")

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("paid"), max_length=12, choices=Kind.choices)
    amount = models.DecimalField(_("amount in yuan"), max_digits=8, decimal_places=2)
    times_factor = models.BooleanField(_("times the share of points reached"), default=False)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("allowance setting")
        constraints: ClassVar = [
            *kin("evaluation_allowancesetting", "term"),
            models.UniqueConstraint(fields=("school", "term"), name="evaluation_allowance_term"),
        ]
