"""What a mentor writes into the own career file beside what is known already."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class CareerEntry(TenantModel):
    """One line of the career file (业务档案) that a mentor typed; the office confirms that it has seen the proof."""

    class Kind(models.TextChoices):
        """What it is."""

        AWARD = "award", pgettext_lazy("career", "award")
        LECTURE = "lecture", pgettext_lazy("career", "lecture or open lesson")
        PAPER = "paper", pgettext_lazy("career", "paper or research")
        TRAINING = "training", pgettext_lazy("career", "training elsewhere")
        OTHER = "other", pgettext_lazy("career", "something else")

    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField(pgettext_lazy("day", "on"))
    kind = models.CharField(_("what it is"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("in one sentence"), max_length=200)
    proof = models.CharField(_("what proves it"), max_length=200, blank=True)
    written_at = models.DateTimeField()
    confirmed_by = models.UUIDField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("career entry")
        constraints: ClassVar = [*kin("evaluation_careerentry", "mentor")]
        indexes: ClassVar = [models.Index(fields=("school", "mentor"), name="evaluation_career_mentor")]
