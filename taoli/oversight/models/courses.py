"""Courses of a bureau: what is taught, when it is held, who has a place, who was there."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.oversight.models.members import Member


class Part(models.TextChoices):
    """The six parts of the competence programme for mentors."""

    NORMS = "norms", pgettext_lazy("programme", "norms and guidance")
    SKILLS = "skills", pgettext_lazy("programme", "skills and attitude")
    WAYS = "ways", pgettext_lazy("programme", "ways and strategies")
    GROWTH = "growth", pgettext_lazy("programme", "guiding students' development")
    FAMILY = "family", pgettext_lazy("programme", "guiding families")
    TOGETHER = "together", pgettext_lazy("programme", "working with the neighbourhood")


class Course(TenantModel):
    """One course of the bureau's programme; `closed_on`: it is not offered any more."""

    part = models.CharField(_("part of the programme"), max_length=10, choices=Part.choices)
    title = models.CharField(_("title"), max_length=80)
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    aim = models.CharField(_("what it is for"), max_length=300, blank=True)
    for_new = models.BooleanField(_("every new mentor takes part"), default=False)
    closed_on = models.DateField(_("not offered since"), null=True, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("training course")
        constraints: ClassVar = [
            *kin("oversight_course"),
            models.UniqueConstraint(fields=("school", "title"), name="oversight_course_title"),
        ]

    def __str__(self) -> str:
        return self.title


class CourseSession(TenantModel):
    """A course is held once: on a day, within hours, at a place or online. `secret` makes the codes of its sign-in."""

    class State(models.TextChoices):
        """Where it stands."""

        PLANNED = "planned", pgettext_lazy("course", "being planned")
        OPEN = "open", pgettext_lazy("course", "open for sign-up")
        HELD = "held", pgettext_lazy("course", "sign-in has begun")
        CLOSED = "closed", pgettext_lazy("course", "closed, hours handed over")
        CANCELLED = "cancelled", pgettext_lazy("course", "does not take place")

    class Kind(models.TextChoices):
        """How it is held; the words of training inside a school."""

        LECTURE = "lecture", pgettext_lazy("training", "lecture")
        WORKSHOP = "workshop", pgettext_lazy("training", "workshop")

    course = TenantForeignKey(Course, on_delete=models.PROTECT, related_name="sessions")
    day = models.DateField(_("day"))
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("until"))
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.LECTURE)
    place = models.CharField(_("place or online address"), max_length=120)
    speaker = models.CharField(_("who speaks"), max_length=60, blank=True)
    seats = models.PositiveSmallIntegerField(_("seats"))
    sign_up_until = models.DateField(_("sign-up until"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    word = models.CharField(_("a word to those who signed up"), max_length=200, blank=True)
    secret = models.CharField(max_length=120, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("course session")
        constraints: ClassVar = [*kin("oversight_coursesession", "course")]
        indexes: ClassVar = [models.Index(fields=("school", "day"), name="oversight_session_day")]


SESSION_MOVES = {
    CourseSession.State.PLANNED: {CourseSession.State.OPEN, CourseSession.State.CANCELLED},
    CourseSession.State.OPEN: {CourseSession.State.HELD, CourseSession.State.CANCELLED},
    CourseSession.State.HELD: {CourseSession.State.CLOSED, CourseSession.State.CANCELLED},
    CourseSession.State.CLOSED: set(),
    CourseSession.State.CANCELLED: set(),
}


class CoursePlace(TenantModel):
    """Somebody of a school has a place at a session, or waits for one: as the school has handed it in."""

    class State(models.TextChoices):
        """Whether there is a seat."""

        BOOKED = "booked", pgettext_lazy("place", "has a seat")
        WAITING = "waiting", pgettext_lazy("place", "on the waiting list")
        OFF = "off", pgettext_lazy("place", "signed off")

    class Via(models.TextChoices):
        """How it became known that somebody was there."""

        CODE = "code", pgettext_lazy("signed in", "by code")
        LIST = "list", pgettext_lazy("signed in", "ticked on the list")
        BOOK = "book", pgettext_lazy("signed in", "from the workbook")

    session = TenantForeignKey(CourseSession, on_delete=models.PROTECT, related_name="places")
    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(_("staff number"), max_length=30)
    name = models.CharField(_("name"), max_length=60)
    sort_key = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.BOOKED)
    booked_at = models.DateTimeField()
    present_at = models.DateTimeField(null=True, blank=True)
    via = models.CharField(max_length=5, choices=Via.choices, blank=True)
    handed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("place at a session")
        constraints: ClassVar = [
            *kin("oversight_courseplace", "session", "member"),
            models.UniqueConstraint(fields=("school", "session", "member", "number"), name="oversight_place_one"),
        ]


class CourseCertificate(TenantModel):
    """What somebody took part in of one course, to be looked up by its code."""

    course = TenantForeignKey(Course, on_delete=models.PROTECT, related_name="+")
    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(_("staff number"), max_length=30)
    name = models.CharField(_("name"), max_length=60)
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=1)
    issued_on = models.DateField(_("issued on"))
    code = models.CharField(_("verification code"), max_length=20)

    class Meta:
        verbose_name = _("course certificate")
        constraints: ClassVar = [
            *kin("oversight_coursecertificate", "course", "member"),
            models.UniqueConstraint(fields=("school", "code"), name="oversight_certificate_code"),
            models.UniqueConstraint(fields=("school", "course", "member", "number"), name="oversight_certificate_one"),
        ]
