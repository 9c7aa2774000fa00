"""Appointments with a family: offered, reshaped, agreed, held; the link that needs no account; who changed what."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Side(models.TextChoices):
    """Who acts."""

    MENTOR = "mentor", _("school")
    FAMILY = "family", _("family")


class Appointment(TenantModel):
    """A visit at home, or its like at school, elsewhere or by video: `student` and, of the same family, siblings.

    `edit` counts the changes: who changes an older one is told so. What the family writes in `family_words`, the place
    they name and what the school writes for them in `family_note` is sensitive; `occasion` is the record made of it.
    """

    class State(models.TextChoices):
        """Where it stands; a table of moves says where it may go."""

        PROPOSED = "proposed", pgettext_lazy("appointment", "offered to the family")
        COUNTERED = "countered", pgettext_lazy("appointment", "the family asks for something else")
        AGREED = "agreed", pgettext_lazy("appointment", "agreed")
        DECLINED = "declined", pgettext_lazy("appointment", "not wanted this time")
        HELD = "held", pgettext_lazy("appointment", "held")
        CANCELLED = "cancelled", pgettext_lazy("appointment", "called off")

    class Place(models.TextChoices):
        """Where the two sides meet."""

        HOME = "home", pgettext_lazy("appointment", "at home")
        SCHOOL = "school", pgettext_lazy("appointment", "at school")
        ELSEWHERE = "elsewhere", pgettext_lazy("appointment", "at a third place")
        VIDEO = "video", pgettext_lazy("appointment", "by video")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    second = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    two_adults = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    place = models.CharField(_("place"), max_length=10, choices=Place.choices, default=Place.HOME)
    place_note = models.CharField(max_length=60, blank=True)
    starts = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=40)
    topics = models.JSONField(default=list)
    family_words = models.TextField(max_length=500, blank=True)
    family_note = models.TextField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)
    back_by = models.DateTimeField(null=True, blank=True)
    back_at = models.DateTimeField(null=True, blank=True)
    asked_back_at = models.DateTimeField(null=True, blank=True)
    occasion = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField()
    edit = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = _("appointment")
        constraints: ClassVar = [*kin("guidance_appointment", "student", "mentor", "second")]
        indexes: ClassVar = [
            models.Index(fields=("school", "mentor", "state"), name="guidance_appoint_mentor"),
            models.Index(fields=("school", "second", "starts"), name="guidance_appoint_second"),
            models.Index(fields=("school", "student"), name="guidance_appoint_student"),
            models.Index(fields=("school", "state", "back_by"), name="guidance_appoint_back"),
        ]


State = Appointment.State
BOTH = frozenset(Side)
# From where to where, and whose move it is. A refusal is a normal end from which either side may begin again.
APPOINTMENT_MOVES: Mapping[str, Mapping[str, frozenset[Side]]] = {
    State.PROPOSED: {
        State.PROPOSED: frozenset({Side.MENTOR}),
        State.COUNTERED: frozenset({Side.FAMILY}),
        State.AGREED: frozenset({Side.FAMILY}),
        State.DECLINED: frozenset({Side.FAMILY}),
        State.CANCELLED: frozenset({Side.MENTOR}),
    },
    State.COUNTERED: {
        State.PROPOSED: frozenset({Side.MENTOR}),
        State.COUNTERED: frozenset({Side.FAMILY}),
        State.AGREED: BOTH,
        State.DECLINED: frozenset({Side.FAMILY}),
        State.CANCELLED: frozenset({Side.MENTOR}),
    },
    State.AGREED: {
        State.PROPOSED: frozenset({Side.MENTOR}),
        State.COUNTERED: frozenset({Side.FAMILY}),
        State.DECLINED: frozenset({Side.FAMILY}),
        State.CANCELLED: frozenset({Side.MENTOR}),
        State.HELD: frozenset({Side.MENTOR}),
    },
    State.DECLINED: {
        State.PROPOSED: frozenset({Side.MENTOR}),
        State.COUNTERED: frozenset({Side.FAMILY}),
        State.CANCELLED: frozenset({Side.MENTOR}),
    },
    State.HELD: {},
    State.CANCELLED: {},
}


class AppointmentSibling(TenantModel):
    """A brother or sister with the same mentor, met at the same appointment."""

    appointment = TenantForeignKey(Appointment, on_delete=models.PROTECT, related_name="siblings")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("sibling at an appointment")
        constraints: ClassVar = [
            *kin("guidance_appointmentsibling", "appointment", "student"),
            models.UniqueConstraint(fields=("school", "appointment", "student"), name="guidance_sibling_once"),
        ]


class AppointmentSlot(TenantModel):
    """A time that one side has offered; `closed_at` once another offer has taken its place."""

    appointment = TenantForeignKey(Appointment, on_delete=models.PROTECT, related_name="slots")
    side = models.CharField(max_length=10, choices=Side.choices)
    starts = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("offered time")
        constraints: ClassVar = [*kin("guidance_appointmentslot", "appointment")]
        indexes: ClassVar = [models.Index(fields=("school", "appointment"), name="guidance_slot_appoint")]


class AppointmentStep(TenantModel):
    """Who changed what of an appointment, when; `name` is how the side is called there, `facts` holds codes and times.

    `person_id` is the member of staff or guardian, none for a link. A family's answer by word of mouth names who heard
    it (`person_id`), who spoke and how in `facts`.
    """

    appointment = TenantForeignKey(Appointment, on_delete=models.PROTECT, related_name="steps")
    at = models.DateTimeField()
    side = models.CharField(max_length=10, choices=Side.choices)
    person_id = models.UUIDField(null=True, blank=True)
    name = models.CharField(max_length=60, blank=True)
    what = models.CharField(max_length=20)
    facts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("step of an appointment")
        constraints: ClassVar = [*kin("guidance_appointmentstep", "appointment")]
        indexes: ClassVar = [models.Index(fields=("school", "appointment", "at"), name="guidance_step_appoint")]


class FamilyLink(TenantModel):
    """A family's way to one appointment without an account: a link to scan, or a short code to type.

    Shown once; kept are `selector` (its first letters, to find the row) and a keyed `digest` of the whole. Ends with
    `expires_at`, or with `revoked_at`, when a newer one is made. `failures` since `failed_at` slow down who guesses.
    """

    class Kind(models.TextChoices):
        """How it is used."""

        LINK = "link", _("link to scan")
        CODE = "code", _("code to type")

    appointment = TenantForeignKey(Appointment, on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    selector = models.CharField(max_length=12, db_index=True)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("family link")
        constraints: ClassVar = [
            *kin("guidance_familylink", "appointment"),
            models.UniqueConstraint(fields=("school", "selector"), name="guidance_familylink_selector"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "appointment"), name="guidance_link_appoint")]
