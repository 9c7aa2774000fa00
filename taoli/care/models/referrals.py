"""A student is referred to the counsellor: asked, waiting, in care, ended."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Referral(TenantModel):
    """One request by one adult. `reason` and `without` (why it goes ahead without a yes) are sealed.

    `level` and `advice` are all that ever goes back to who referred and, if `tell_mentor`, to the mentor: no content.
    One adult has one open referral of a student; what another adult asks is another row, so that nobody learns from a
    refusal that somebody else has asked.
    """

    class State(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", pgettext_lazy("referral", "asked")
        WAITING = "waiting", _("on the waiting list")
        CARE = "care", _("with the counsellor")
        ENDED = "ended", pgettext_lazy("referral", "ended")
        DECLINED = "declined", pgettext_lazy("referral", "not taken on")

    class Urgency(models.TextChoices):
        """How soon."""

        NOW = "1_now", pgettext_lazy("referral", "today")
        SOON = "2_soon", pgettext_lazy("referral", "this week")
        ROUTINE = "3_routine", _("when there is room")

    class Consent(models.TextChoices):
        """What student or guardian says."""

        GIVEN = "given", _("agrees")
        REFUSED = "refused", _("does not agree")
        NOT_ASKED = "not_asked", _("not asked, because of danger")

    class Advice(models.TextChoices):
        """What goes back."""

        NONE = "none", _("no concern")
        WATCH = "watch", _("keep an eye")
        HELP = "help", _("seek help")
        URGENT = "urgent", pgettext_lazy("referral", "urgent")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    referred_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    asked_at = models.DateTimeField()
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    reason = models.TextField()
    student_consent = models.CharField(max_length=10, choices=Consent.choices)
    guardian_consent = models.CharField(max_length=10, choices=Consent.choices)
    consent_by = models.CharField(max_length=60, blank=True)
    consent_on = models.DateField(null=True, blank=True)
    without = models.TextField(blank=True)
    counsellor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    level = models.CharField(max_length=10, choices=Advice.choices, blank=True)
    advice = models.CharField(max_length=300, blank=True)
    advised_at = models.DateTimeField(null=True, blank=True)
    tell_mentor = models.BooleanField(default=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("referral")
        constraints: ClassVar = [
            *kin("care_referral", "student", "referred_by", "counsellor"),
            models.UniqueConstraint(
                fields=("school", "student", "referred_by"),
                condition=Q(state__in=("asked", "waiting", "care")),
                name="care_referral_one_open",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "state", "urgency", "asked_on"), name="care_referral_list"),
            models.Index(fields=("school", "student"), name="care_referral_student"),
            models.Index(fields=("school", "referred_by"), name="care_referral_by"),
        ]


REFERRAL_MOVES = {
    Referral.State.ASKED: {Referral.State.WAITING, Referral.State.CARE, Referral.State.DECLINED},
    Referral.State.WAITING: {Referral.State.CARE, Referral.State.DECLINED},
    Referral.State.CARE: {Referral.State.ENDED},
    Referral.State.ENDED: set(),
    Referral.State.DECLINED: set(),
}


class ReferralStep(TenantModel):
    """A referral has come into a state; never changed."""

    referral = TenantForeignKey(Referral, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10, choices=Referral.State.choices)
    at = models.DateTimeField()
    by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("step of a referral")
        constraints: ClassVar = [*kin("care_referralstep", "referral", "by")]
        indexes: ClassVar = [models.Index(fields=("school", "referral", "at"), name="care_referralstep_at")]


class CounsellingSession(TenantModel):
    """An appointment of the counsellor with a student; the mentor is told only that the student is away from class."""

    class State(models.TextChoices):
        """What became of it."""

        AGREED = "agreed", pgettext_lazy("referral", "agreed")
        HELD = "held", pgettext_lazy("referral", "held")
        MISSED = "missed", _("the student did not come")
        OFF = "off", pgettext_lazy("referral", "called off")

    referral = TenantForeignKey(Referral, on_delete=models.PROTECT, related_name="sessions")
    starts = models.DateTimeField()
    place = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=State.choices, default=State.AGREED)
    entered_at = models.DateTimeField()

    class Meta:
        verbose_name = _("appointment with the counsellor")
        constraints: ClassVar = [*kin("care_counsellingsession", "referral")]
        indexes: ClassVar = [models.Index(fields=("school", "referral", "starts"), name="care_session_referral")]


SESSION_MOVES = {
    CounsellingSession.State.AGREED: {
        CounsellingSession.State.HELD,
        CounsellingSession.State.MISSED,
        CounsellingSession.State.OFF,
    },
    CounsellingSession.State.HELD: set(),
    CounsellingSession.State.MISSED: set(),
    CounsellingSession.State.OFF: set(),
}
