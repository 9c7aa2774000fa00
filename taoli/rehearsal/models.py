"""Rehearsals a school has run: what was tried and what came of it. No child and no mentor is named."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class Rehearsal(TenantModel):
    """A whole term of a scheme, run by the engine on an invented school, this school's roster, or a term gone by.

    `report` is what the page shows: counts, weeks, steps, the appraisal's spread, and every rule with its proofs.
    """

    class Source(models.TextChoices):
        """Whose people and records it ran on."""

        SYNTHETIC = "synthetic", _("an invented school")
        OWN = "own", _("our own roster, an invented term")
        LAST_TERM = "last_term", _("our pairings and records of the term")

    scheme_key = models.CharField(max_length=60)
    title = models.CharField(max_length=120)
    version = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.SYNTHETIC)
    seed = models.PositiveIntegerField(default=1)
    students = models.PositiveIntegerField(default=0)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    report = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("rehearsal")
        constraints: ClassVar = [*kin("rehearsal_rehearsal")]
        indexes: ClassVar = [models.Index(fields=("school", "made_at"), name="rehearsal_school_made")]

    def __str__(self) -> str:
        return f"{self.title} {self.seed}"
