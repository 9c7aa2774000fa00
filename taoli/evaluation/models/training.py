"""Training inside the school and lectures of mentors: what was held, who took part."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class TrainingSession(TenantModel):
    """Something held for mentors, or by one (导师课堂): then `mentor` is who spoke.

    `origin`: the bureau's session whose hours were handed over (oversight); such a row is changed there only.
    """

    class Kind(models.TextChoices):
        """What it is."""

        LECTURE = "lecture", pgettext_lazy("training", "lecture")
        WORKSHOP = "workshop", pgettext_lazy("training", "workshop")
        RESEARCH = "research", pgettext_lazy("training", "research meeting")
        SELF_STUDY = "self_study", pgettext_lazy("training", "own study")

    held_on = models.DateField(_("held on"))
    theme = models.CharField(_("theme"), max_length=80)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    speaker = models.CharField(_("who spoke"), max_length=60, blank=True)
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    place = models.CharField(_("place"), max_length=60, blank=True)
    origin = models.UUIDField(null=True, editable=False)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("training session")
        constraints: ClassVar = [
            *kin("evaluation_trainingsession", "mentor"),
            models.UniqueConstraint(fields=("school", "origin"), name="evaluation_training_origin"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "held_on"), name="evaluation_training_day")]


class TrainingPart(TenantModel):
    """Somebody took part, for so many hours; `signed` says that the name stands on the sheet of signatures."""

    session = TenantForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="parts")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    signed = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("training part")
        constraints: ClassVar = [
            *kin("evaluation_trainingpart", "session", "staff"),
            models.UniqueConstraint(fields=("school", "session", "staff"), name="evaluation_trainingpart_one"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "staff"), name="evaluation_training_staff")]
