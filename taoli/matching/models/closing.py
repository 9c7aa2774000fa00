"""What follows publishing: agreement, letter, first meeting."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.matching.models.pairings import Pairing
from taoli.matching.models.rounds import ChoiceRound


class AgreementText(TenantModel):
    """The words of the agreement of a round (师生协议); an edit is a new number, what was signed keeps its own."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="agreement_texts")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.TextField(_("text of the agreement"), max_length=4000)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("text of the agreement")
        constraints: ClassVar = [
            *kin("matching_agreementtext", "round"),
            models.UniqueConstraint(fields=("school", "round", "number"), name="matching_agreementtext_number"),
        ]


class Agreement(TenantModel):
    """The agreement of one pairing: on which day each side said yes; `paper`: the sides that signed on paper."""

    class Side(models.TextChoices):
        """Who signs."""

        MENTOR = "mentor", _("mentor")
        STUDENT = "student", _("student")
        GUARDIAN = "guardian", _("guardian")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="agreements")
    pairing = TenantForeignKey(Pairing, on_delete=models.PROTECT, related_name="agreements")
    text = TenantForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    mentor_on = models.DateField(null=True, blank=True)
    student_on = models.DateField(null=True, blank=True)
    guardian_on = models.DateField(null=True, blank=True)
    paper = models.JSONField(default=list)

    class Meta:
        verbose_name = _("agreement")
        constraints: ClassVar = [
            *kin("matching_agreement", "round", "pairing", "text"),
            models.UniqueConstraint(fields=("school", "round", "pairing"), name="matching_agreement_one"),
        ]


class AppointmentLetter(TenantModel):
    """That a mentor has been handed the letter of appointment of a round (聘书)."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="letters")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    handed_on = models.DateField()

    class Meta:
        verbose_name = _("appointment letter")
        constraints: ClassVar = [
            *kin("matching_appointmentletter", "round", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "mentor"), name="matching_appointmentletter_one"),
        ]


class FirstMeeting(TenantModel):
    """When and where a mentor first meets the students of a round, and whether it was held.

    Without a mentor it is what holds for the whole round. `absent`: ids of the students who were not there.
    """

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="meetings")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("time of the first meeting"), null=True, blank=True)
    place = models.CharField(_("place of the first meeting"), max_length=60, blank=True)
    held_on = models.DateField(null=True, blank=True)
    absent = models.JSONField(default=list)

    class Meta:
        verbose_name = _("first meeting")
        constraints: ClassVar = [
            *kin("matching_firstmeeting", "round", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "mentor"), name="matching_firstmeeting_one"),
            models.UniqueConstraint(
                fields=("school", "round"), condition=models.Q(mentor=None), name="matching_firstmeeting_all"
            ),
        ]
