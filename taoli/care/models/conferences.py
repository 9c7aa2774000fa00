"""Meetings about students: held on a day, with an agenda made from the data, minutes and actions."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Conference(TenantModel):
    """One meeting. `school_class` or `grade` says whose it is; neither: the school's.

    `edit` counts changes of the minutes. `on_paper`: held with paper and typed in later.
    """

    class Kind(models.TextChoices):
        """Which meeting it is."""

        DAILY = "daily", _("daily short meeting")
        CLASS = "class", _("class conference")
        GRADE = "grade", _("grade consultation")
        PRINCIPAL = "principal", _("principal's meeting")
        MONTHLY = "monthly", _("monthly review")
        TEAM = "team", _("education team")
        FAMILY = "family", _("home-school conference")
        EXCHANGE = "exchange", _("exchange of experience")
        BULLYING = "bullying", _("bullying committee")

    class State(models.TextChoices):
        """Where it stands."""

        PLANNED = "planned", _("planned")
        RUNNING = "running", _("running")
        HELD = "held", _("held")
        CANCELLED = "cancelled", _("did not take place")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, null=True, related_name="+")
    grade = TenantForeignKey("roster.Grade", on_delete=models.PROTECT, null=True, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("title"), max_length=60, blank=True)
    held_on = models.DateField(_("day"))
    place = models.CharField(_("place"), max_length=60, blank=True)
    chair = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    summary = models.TextField(_("minutes"), blank=True)
    written_by = models.UUIDField(null=True, blank=True)
    on_paper = models.BooleanField(default=False)
    cancelled_because = models.CharField(max_length=200, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("conference")
        constraints: ClassVar = [*kin("care_conference", "school_class", "grade", "student", "chair")]
        indexes: ClassVar = [models.Index(fields=("school", "held_on"), name="care_conference_day")]


CONFERENCE_MOVES = {
    Conference.State.PLANNED: {Conference.State.RUNNING, Conference.State.HELD, Conference.State.CANCELLED},
    Conference.State.RUNNING: {Conference.State.HELD, Conference.State.CANCELLED},
    Conference.State.HELD: set(),
    Conference.State.CANCELLED: {Conference.State.PLANNED},
}


class ConferenceAction(TenantModel):
    """What a conference decided: somebody does something by a day, about a student or not; `outcome` comes back."""

    conference = TenantForeignKey(Conference, on_delete=models.PROTECT, related_name="actions")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, null=True, related_name="+")
    case = TenantForeignKey("care.CareCase", on_delete=models.PROTECT, null=True, related_name="+")
    text = models.CharField(_("action"), max_length=200)
    owner = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=200, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("action of a conference")
        constraints: ClassVar = [*kin("care_conferenceaction", "conference", "student", "case", "owner")]
        indexes: ClassVar = [
            models.Index(fields=("school", "owner", "done_on"), name="care_action_owner"),
            models.Index(fields=("school", "conference"), name="care_action_conference"),
        ]


class ConferenceItem(TenantModel):
    """One line of the agenda, and what was decided on it.

    Made from the data until the meeting begins, frozen then. `text` may stand on a projector; `guarded` (case, family,
    school work, words of colleagues) only where nobody else looks. `edit` counts changes of the decision, `written_by`
    is the account that wrote it last: nobody is in one's own way.
    """

    class Source(models.TextChoices):
        """Why it is on the agenda; the first that holds, in this order."""

        ACTION = "action", _("agreed last time")
        CASE = "case", _("needs more attention")
        SIGNAL = "signal", _("a hint from the data")
        UNREACHED = "unreached", _("no record yet")
        FALL = "fall", _("changed against the own past")
        NOTED = "noted", _("put on the list")
        ADDED = "added", _("added by hand")
        GOOD = "good", _("good news")

    conference = TenantForeignKey(Conference, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=10, choices=Source.choices)
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, null=True, related_name="+")
    case = TenantForeignKey("care.CareCase", on_delete=models.PROTECT, null=True, related_name="+")
    text = models.TextField(_("line"), blank=True)
    guarded = models.TextField(blank=True)
    discussed = models.BooleanField(default=False)
    decision = models.TextField(_("decision"), blank=True)
    written_by = models.UUIDField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("agenda line")
        constraints: ClassVar = [*kin("care_conferenceitem", "conference", "student", "case")]
        indexes: ClassVar = [models.Index(fields=("school", "conference", "position"), name="care_item_conference")]


class Attendance(TenantModel):
    """Somebody who takes part in a conference, and whether he came."""

    class State(models.TextChoices):
        """Whether somebody came."""

        EXPECTED = "expected", _("expected")
        PRESENT = "present", _("present")
        EXCUSED = "excused", _("excused")
        ABSENT = "absent", _("not there")

    conference = TenantForeignKey(Conference, on_delete=models.PROTECT, related_name="attendances")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.EXPECTED)

    class Meta:
        verbose_name = _("attendance")
        constraints: ClassVar = [
            *kin("care_attendance", "conference", "staff"),
            models.UniqueConstraint(fields=("school", "conference", "staff"), name="care_attendance_once"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "staff"), name="care_attendance_staff")]


class AbsentLine(TenantModel):
    """What a mentor who cannot come says about one student; sent again, it takes the place of the one before."""

    conference = TenantForeignKey(Conference, on_delete=models.PROTECT, related_name="absent_lines")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name = _("line of an absent mentor")
        constraints: ClassVar = [
            *kin("care_absentline", "conference", "staff", "student"),
            models.UniqueConstraint(fields=("school", "conference", "staff", "student"), name="care_absentline_once"),
        ]
