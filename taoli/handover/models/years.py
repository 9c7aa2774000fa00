"""A change of year: which class becomes which, who goes another way, and what it takes to undo it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class YearChange(TenantModel):
    """The plan of a change of year (升级): drafted, checked by a dry run, applied at once, undone as long as possible.

    `on` is the first day on which the new classes hold; the new term runs from `starts` to `ends`. `seen`: what the
    school looked like at the dry run; it is applied only if it still looks like that. `counts`: what the dry run said;
    `before`: the values that undoing puts back. `edit` counts the changes of the plan.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("being planned")
        CHECKED = "checked", _("checked, not yet applied")
        APPLIED = "applied", pgettext_lazy("change of year", "applied")
        UNDONE = "undone", _("taken back")
        DROPPED = "dropped", _("dropped")

    class Pairings(models.TextChoices):
        """What becomes of the pairings of those who stay at the school."""

        KEEP = "keep", _("they go on")
        END = "end", _("they end with the year")

    class Teaching(models.TextChoices):
        """What becomes of who teaches which class."""

        FOLLOW = "follow", _("the teachers go along with their class")
        END = "end", _("it ends; a new list is imported")

    class Leads(models.TextChoices):
        """What becomes of the grade leads."""

        FOLLOW = "follow", _("they go along with their students")
        STAY = "stay", _("they stay with their grade")

    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    term_name = models.CharField(_("name of the new term"), max_length=40)
    starts = models.DateField(_("first day of the new term"))
    ends = models.DateField(_("last day of the new term"))
    on = models.DateField(_("new classes hold from"))
    pairings = models.CharField(max_length=10, choices=Pairings.choices, default=Pairings.KEEP)
    teaching = models.CharField(max_length=10, choices=Teaching.choices, default=Teaching.FOLLOW)
    leads = models.CharField(max_length=10, choices=Leads.choices, default=Leads.STAY)
    seen = models.CharField(max_length=64, blank=True)
    counts = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    applied_by = models.UUIDField(null=True)
    undone_at = models.DateTimeField(null=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("change of year")
        constraints: ClassVar = [
            *kin("handover_yearchange"),
            models.UniqueConstraint(
                fields=("school",),
                condition=models.Q(state__in=("draft", "checked")),
                name="handover_yearchange_one_open",
            ),
        ]


YEAR_CHANGE_MOVES = {
    YearChange.State.DRAFT: {YearChange.State.CHECKED, YearChange.State.DROPPED},
    YearChange.State.CHECKED: {YearChange.State.DRAFT, YearChange.State.APPLIED, YearChange.State.DROPPED},
    YearChange.State.APPLIED: {YearChange.State.UNDONE},
    YearChange.State.UNDONE: set(),
    YearChange.State.DROPPED: set(),
}


class YearClass(TenantModel):
    """What becomes of one class: it goes up as `target` of the grade `grade_name`, graduates, or stays as it is."""

    class Way(models.TextChoices):
        """What becomes of it."""

        UP = "up", _("goes up")
        GRADUATES = "graduates", _("graduates")
        STAYS = "stays", _("stays as it is")

    change = TenantForeignKey(YearChange, on_delete=models.PROTECT, related_name="classes")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=Way.choices)
    grade_name = models.CharField(_("grade"), max_length=20, blank=True)
    target = models.CharField(_("new class"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("class of a change of year")
        constraints: ClassVar = [
            *kin("handover_yearclass", "change", "school_class"),
            models.UniqueConstraint(fields=("school", "change", "school_class"), name="handover_yearclass_one"),
        ]


class YearException(TenantModel):
    """A student who does not go the way of the class: repeats, moves to another class, or leaves (`reason`)."""

    class Way(models.TextChoices):
        """What becomes of the student."""

        REPEATS = "repeats", _("repeats the year")
        MOVES = "moves", _("goes to another class")
        LEAVES = "leaves", _("leaves the school")

    change = TenantForeignKey(YearChange, on_delete=models.PROTECT, related_name="exceptions")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=Way.choices)
    target = models.CharField(_("new class"), max_length=30, blank=True)
    reason = models.CharField(max_length=30, blank=True)

    class Meta:
        verbose_name = _("student who goes another way")
        constraints: ClassVar = [
            *kin("handover_yearexception", "change", "student"),
            models.UniqueConstraint(fields=("school", "change", "student"), name="handover_yearexception_one"),
        ]
