"""The mentors' part: marks, and a word to the office."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.matching.models.rounds import ChoiceRound


class MentorMark(TenantModel):
    """A mentor's 优先 or 可以 for a student who wished for the mentor; there is no mark against anybody."""

    class Mark(models.TextChoices):
        """How gladly."""

        FIRST = "first", _("first of all")
        FINE = "fine", _("gladly")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="marks")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=5, choices=Mark.choices)

    class Meta:
        verbose_name = _("mentor's mark")
        constraints: ClassVar = [
            *kin("matching_mentormark", "round", "mentor", "student"),
            models.UniqueConstraint(fields=("school", "round", "mentor", "student"), name="matching_mentormark_one"),
        ]


class Coordination(TenantModel):
    """A mentor asks the office to coordinate (请德育处协调), with a reason only the office reads.

    Erased when the round closes (product.md, line 10).
    """

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="coordinations")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=300)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("coordination")
        constraints: ClassVar = [
            *kin("matching_coordination", "round", "mentor", "student"),
            models.UniqueConstraint(fields=("school", "round", "mentor", "student"), name="matching_coordination_one"),
        ]
