"""A draw in the school's fence: the frozen list, who was drawn, and tallies that nobody can trace."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.models import School
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class CallList(TenantModel):
    """The numbered list of a school for one draw, as frozen before the seed was known; names never leave it.

    `people` are ids in the order of the list. The hash that the bureau gets is over `salt` and the people's numbers, so
    that nobody can guess a list from it, and the school cannot change one. `opened_at`: the school has seen its result.
    """

    class State(models.TextChoices):
        """Where it stands."""

        FROZEN = "frozen", pgettext_lazy("draw", "list is frozen")
        CALLING = "calling", pgettext_lazy("draw", "being asked")
        SPARED = "spared", pgettext_lazy("draw", "not drawn")
        TOLD = "told", pgettext_lazy("draw", "told to the bureau")

    bureau = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    draw_id = models.UUIDField()
    title = models.CharField(max_length=60)
    whom = models.CharField(max_length=10)
    ends_on = models.DateField()
    telephone = models.CharField(max_length=40, blank=True)
    people = models.JSONField(default=list)
    salt = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.FROZEN)
    frozen_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    remark = models.CharField(_("a sentence of the school"), max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("frozen list of a draw")
        constraints: ClassVar = [
            *kin("oversight_calllist"),
            models.UniqueConstraint(fields=("school", "draw_id"), name="oversight_calllist_one"),
        ]


CALL_MOVES = {
    CallList.State.FROZEN: {CallList.State.CALLING, CallList.State.SPARED},
    CallList.State.CALLING: {CallList.State.TOLD},
    CallList.State.SPARED: set(),
    CallList.State.TOLD: set(),
}


class CallPlace(TenantModel):
    """Somebody who was drawn: whether they agree to be asked, and the right to answer once. Never what was answered."""

    class Consent(models.TextChoices):
        """What the person said to being asked."""

        OPEN = "open", pgettext_lazy("draw", "not asked yet")
        YES = "yes", pgettext_lazy("draw", "agrees")
        NO = "no", pgettext_lazy("draw", "would rather not")
        MISSED = "missed", pgettext_lazy("draw", "not reached")

    list = TenantForeignKey(CallList, on_delete=models.PROTECT, related_name="places")
    place = models.PositiveIntegerField()
    person_id = models.UUIDField()
    consent = models.CharField(max_length=10, choices=Consent.choices, default=Consent.OPEN)
    code_hash = models.CharField(max_length=64, blank=True)
    spent = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("place drawn")
        constraints: ClassVar = [
            *kin("oversight_callplace", "list"),
            models.UniqueConstraint(fields=("school", "list", "place"), name="oversight_callplace_one"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "code_hash"), name="oversight_callplace_code")]


class CallTally(TenantModel):
    """How often an answer was given: a number that grows, no row for an answer. Made for all answers at the draw."""

    list = TenantForeignKey(CallList, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=20)
    answer = models.CharField(max_length=10)
    n = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("tally of a draw")
        constraints: ClassVar = [
            *kin("oversight_calltally", "list"),
            models.UniqueConstraint(fields=("school", "list", "question", "answer"), name="oversight_calltally_one"),
        ]
