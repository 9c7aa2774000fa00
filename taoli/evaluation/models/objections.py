"""A mentor's objection to the own sheet, and its answer."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.evaluation.models.appraisals import AppraisalSheet


class Objection(TenantModel):
    """What a mentor objects to: one item of the own sheet, or the sheet as a whole (`item` empty).

    `records` are occasions of the own records that were not counted. Accepted: `changed` is the item whose points went
    from `before` to `after`.
    """

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("waits for an answer")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("not accepted")
        WITHDRAWN = "withdrawn", _("taken back")

    sheet = TenantForeignKey(AppraisalSheet, on_delete=models.PROTECT, related_name="objections")
    item = models.CharField(max_length=40, blank=True)
    text = models.TextField(max_length=500)
    records = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    raised_at = models.DateTimeField()
    answer = models.TextField(max_length=500, blank=True)
    changed = models.CharField(max_length=40, blank=True)
    before = models.FloatField(null=True)
    after = models.FloatField(null=True)
    answered_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("objection")
        constraints: ClassVar = [
            *kin("evaluation_objection", "sheet", "answered_by"),
            models.UniqueConstraint(
                fields=("school", "sheet", "item"),
                condition=models.Q(state="open"),
                name="evaluation_objection_one_open",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "state"), name="evaluation_objection_state")]


OBJECTION_MOVES = {
    Objection.State.OPEN: {Objection.State.ACCEPTED, Objection.State.DECLINED, Objection.State.WITHDRAWN},
    Objection.State.ACCEPTED: set[Objection.State](),
    Objection.State.DECLINED: set[Objection.State](),
    Objection.State.WITHDRAWN: set[Objection.State](),
}
