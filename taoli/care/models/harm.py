"""Suspected harm to a student (强制报告): calling is the report, these rows are the proof."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class SafetyOfficer(TenantModel):
    """Somebody whom the school names beside its offices: reads reports of harm that do not concern them."""

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("safety officer")
        constraints: ClassVar = [
            *kin("care_safetyofficer", "staff"),
            models.UniqueConstraint(fields=("school", "staff"), condition=Q(ended_at=None), name="care_officer_once"),
        ]


class HarmReport(TenantModel):
    """One report. `seen` (what was seen or heard) and `because` (why it was decided so) are sealed.

    `known_at`: since when the school knows; the law asks to call at once. `untold`: nobody at the school could be told,
    because all whom it would be are concerned, or the suspected colleague could not be named: the report stays with
    whoever wrote it. `edit` counts changes.
    """

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", pgettext_lazy("harm", "open")
        CLOSED = "closed", pgettext_lazy("harm", "closed")

    class Decision(models.TextChoices):
        """What was decided."""

        POLICE = "police", _("reported to the police")
        BUREAU = "bureau", _("reported to the education bureau")
        BOTH = "both", _("reported to the police and the education bureau")
        NOT = "not", _("no report, for the reason given")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    reported_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    seen = models.TextField()
    known_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    untold = models.BooleanField(default=False)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    because = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("report of harm")
        constraints: ClassVar = [*kin("care_harmreport", "student", "reported_by", "closed_by")]
        indexes: ClassVar = [models.Index(fields=("school", "state"), name="care_harmreport_state")]


class HarmConcerned(TenantModel):
    """Who is suspected; a member of staff named here sees nothing of the report from this moment on.

    `staff` for staff on the roster; `name` (sealed) for anybody else. Never taken out again.
    """

    class Kind(models.TextChoices):
        """What they are to the student."""

        FAMILY = "family", _("somebody of the family")
        STAFF = "staff", _("somebody who works at the school, of whatever rank")
        STUDENT = "student", _("another student")
        OUTSIDE = "outside", _("somebody from outside")
        UNKNOWN = "unknown", _("somebody at the school whom I cannot name")

    report = TenantForeignKey(HarmReport, on_delete=models.PROTECT, related_name="concerned")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.TextField(blank=True)
    at = models.DateTimeField()
    by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("person a report of harm concerns")
        constraints: ClassVar = [*kin("care_harmconcerned", "report", "staff", "by")]
        indexes: ClassVar = [models.Index(fields=("school", "report"), name="care_harmconcerned_report")]


class HarmReader(TenantModel):
    """One of the named few: told of the report, and as what; reads it while holding that office and not concerned."""

    class As(models.TextChoices):
        """As what; offices are written like their roles."""

        REPORTER = "reporter", _("wrote it")
        OFFICER = "officer", _("safety officer")
        PRINCIPAL = "principal", pgettext_lazy("harm", "principal")
        MORAL_OFFICE = "moral_office", pgettext_lazy("harm", "moral office")
        COUNSELLOR = "counsellor", pgettext_lazy("harm", "counsellor")

    report = TenantForeignKey(HarmReport, on_delete=models.PROTECT, related_name="readers")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=20, choices=As.choices)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("reader of a report of harm")
        constraints: ClassVar = [
            *kin("care_harmreader", "report", "staff"),
            models.UniqueConstraint(fields=("school", "report", "staff", "office"), name="care_harmreader_once"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "staff"), name="care_harmreader_staff")]


class HarmStep(TenantModel):
    """What was done, never changed: who was told, when, under which number. `whom`, `number`, `text` are sealed."""

    class Kind(models.TextChoices):
        """What was done."""

        POLICE = "police", _("called the police")
        BUREAU = "bureau", _("told the education bureau")
        DOCTOR = "doctor", _("asked for medical help")
        SAFE = "safe", _("brought the student to safety")
        TOLD = "told", _("told somebody else")
        NOTE = "note", pgettext_lazy("harm", "something else")
        NAMED = "named", _("a further person is concerned")
        ADDED = "added", _("told those who hold the offices now")
        CLOSED = "closed", pgettext_lazy("harm", "closed")

    report = TenantForeignKey(HarmReport, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField()
    entered_at = models.DateTimeField()
    by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    whom = models.TextField(blank=True)
    number = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("step of a report of harm")
        constraints: ClassVar = [*kin("care_harmstep", "report", "by")]
        indexes: ClassVar = [models.Index(fields=("school", "report", "at"), name="care_harmstep_at")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once; what was said stays as it was said."""
        if not self._state.adding:
            msg = "a step of a report of harm is never changed; write another one"
            raise TypeError(msg)
        super().save(*args, **kwargs)
