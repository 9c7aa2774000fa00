"""A random draw with call-backs: what the bureau announces and is told, in the bureau's fence."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.oversight.models.members import Member


class Draw(TenantModel):
    """Announced before anybody can know the seed: a published sentence, and a public number of a later day.

    `sizes` (school code → length of its list) and `places` (code → places drawn) are public once it is drawn.
    """

    class Whom(models.TextChoices):
        """Who is asked."""

        MENTORS = "mentors", pgettext_lazy("draw", "mentors")
        FAMILIES = "families", pgettext_lazy("draw", "families")

    class State(models.TextChoices):
        """Where it stands."""

        ANNOUNCED = "announced", pgettext_lazy("draw", "announced")
        DRAWN = "drawn", pgettext_lazy("draw", "drawn, calling")
        CLOSED = "closed", pgettext_lazy("draw", "closed")
        CANCELLED = "cancelled", pgettext_lazy("draw", "called off")

    title = models.CharField(_("title"), max_length=60)
    whom = models.CharField(_("who is asked"), max_length=10, choices=Whom.choices)
    k = models.PositiveSmallIntegerField(_("how many are drawn"))
    each = models.BooleanField(_("of each school"), default=True)
    schools = models.PositiveSmallIntegerField(_("how many schools are drawn"), null=True, blank=True)
    sentence = models.CharField(_("published sentence"), max_length=200)
    number_from = models.CharField(_("which number decides"), max_length=200)
    seed_on = models.DateField(_("day of the number"))
    ends_on = models.DateField(_("last day of the calls"))
    telephone = models.CharField(_("telephone for answers"), max_length=40)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ANNOUNCED)
    number = models.CharField(_("the number"), max_length=60, blank=True)
    seed = models.CharField(max_length=64, blank=True)
    sizes = models.JSONField(default=dict)
    places = models.JSONField(default=dict)
    pooled = models.JSONField(default=dict)
    announced_at = models.DateTimeField()
    drawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("random draw")
        constraints: ClassVar = [*kin("oversight_draw")]

    def __str__(self) -> str:
        return self.title


DRAW_MOVES = {
    Draw.State.ANNOUNCED: {Draw.State.DRAWN, Draw.State.CANCELLED},
    Draw.State.DRAWN: {Draw.State.CLOSED},
    Draw.State.CLOSED: set(),
    Draw.State.CANCELLED: set(),
}


class DrawPart(TenantModel):
    """What one school has handed in for a draw: the length of its list and its hash, later the counts.

    `counts` is shown on no page: pages show `engine.survey.calls.told` of it.
    """

    draw = TenantForeignKey(Draw, on_delete=models.PROTECT, related_name="parts")
    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    counts = models.JSONField(default=dict)
    asked = models.PositiveIntegerField(null=True)
    agreed = models.PositiveIntegerField(null=True)
    missed = models.PositiveIntegerField(null=True)
    remark = models.CharField(_("a sentence of the school"), max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("part of a school in a draw")
        constraints: ClassVar = [
            *kin("oversight_drawpart", "draw", "member"),
            models.UniqueConstraint(fields=("school", "draw", "member"), name="oversight_drawpart_one"),
        ]
