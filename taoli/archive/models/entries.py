"""What is kept of a student's growth, entry by entry, and the pictures with it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.models import Attachment
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class GrowthEntry(TenantModel):
    """One thing kept of a student: a work, an honour, a habit; written by the student, an adult of the school or home.

    Never changed in place: a correction is a new row of the same `occasion` with `version` + 1 and a reason, and the
    old row becomes REPLACED. Two dates: happened on, entered at. `seen_by` is how far it is seen beyond its writer;
    the student sees everything of the own archive.
    """

    class Section(models.TextChoices):
        """Where it stands in the archive."""

        FAMILY = "family", _("Family and relations")
        CHARACTER = "character", _("Character")
        HABITS = "habits", _("Habits")
        INTERESTS = "interests", _("Interests and strengths")
        HEALTH = "health", _("Health")
        ACTIVITIES = "activities", _("Activities")
        WORKS = "works", _("Works")
        HONOURS = "honours", _("Honours")
        PERFORMANCE = "performance", _("Everyday performance")
        OTHER = "other", _("Other things")

    class By(models.TextChoices):
        """Whose words these are."""

        STUDENT = "student", _("the student")
        STAFF = "staff", _("the school")
        GUARDIAN = "guardian", _("the family")

    class SeenBy(models.TextChoices):
        """How far it is seen."""

        OWN = "own", _("only me")
        MENTOR = "mentor", _("me and my mentor")
        CLASS = "class", _("also the homeroom teacher and the school's leaders")
        FAMILY = "family", _("also the family")

    class State(models.TextChoices):
        """Where it stands."""

        SUBMITTED = "submitted", _("submitted")
        REPLACED = "replaced", _("replaced by a correction")
        WITHDRAWN = "withdrawn", _("withdrawn")

    occasion = models.UUIDField()
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    section = models.CharField(max_length=12, choices=Section.choices)
    text = models.TextField(_("what is kept"), max_length=1000)
    happened_on = models.DateField(_("when it was"))
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True)
    by_kind = models.CharField(max_length=10, choices=By.choices)
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    guardian = TenantForeignKey("roster.Guardian", on_delete=models.PROTECT, null=True, related_name="+")
    seen_by = models.CharField(max_length=8, choices=SeenBy.choices, default=SeenBy.CLASS)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUBMITTED)
    version = models.PositiveSmallIntegerField(default=1)
    replaces = TenantForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    reason = models.CharField(_("reason"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("growth entry")
        constraints: ClassVar = [
            *kin("archive_growthentry", "student", "staff", "guardian", "replaces"),
            models.UniqueConstraint(fields=("school", "occasion", "version"), name="archive_growthentry_version"),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "student", "state", "happened_on"), name="archive_entry_student"),
            models.Index(fields=("school", "staff"), name="archive_entry_staff"),
        ]


ENTRY_MOVES = {
    GrowthEntry.State.SUBMITTED: {GrowthEntry.State.REPLACED, GrowthEntry.State.WITHDRAWN},
    GrowthEntry.State.REPLACED: set(),
    GrowthEntry.State.WITHDRAWN: set(),
}


class EntryFile(Attachment):
    """A picture or document of an entry, kept with all its versions; opened by whoever may read the words."""

    occasion = models.UUIDField()
    by_kind = models.CharField(max_length=10, choices=GrowthEntry.By.choices)

    class Meta:
        verbose_name = _("file of an entry")
        constraints: ClassVar = [*kin("archive_entryfile")]
        indexes: ClassVar = [models.Index(fields=("school", "occasion"), name="archive_entryfile_occasion")]


class ArchiveSettings(TenantModel):
    """Which sections the school keeps, in which order; what families read and write."""

    sections = models.JSONField(default=list)
    family_reads = models.BooleanField(_("families read what was written for them"), default=True)
    family_writes = models.BooleanField(_("families may add entries"), default=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("archive settings")
        constraints: ClassVar = [
            *kin("archive_archivesettings"),
            models.UniqueConstraint(fields=("school",), name="archive_archivesettings_one"),
        ]


class MonthlyPerformance(TenantModel):
    """How a student did in a month: the scheme's guidances in which something went well, and one sentence."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    aspects = models.JSONField(default=list)
    sentence = models.CharField(_("sentence of the month"), max_length=100, blank=True)
    entered_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("monthly performance")
        constraints: ClassVar = [
            *kin("archive_monthlyperformance", "student", "staff"),
            models.UniqueConstraint(fields=("school", "student", "month"), name="archive_performance_once"),
        ]
