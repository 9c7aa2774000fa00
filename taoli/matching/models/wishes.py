"""Wishes and how they came in: sheets, codes and links, workbooks."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.matching.models.rounds import ChoiceRound


class WishSheet(TenantModel):
    """That a student of a round has handed in wishes, possibly none: how, when, by whom, and whether after closing.

    `edit` counts the changes, so that a second tab or a second hand is noticed; `entered_by`: an account, empty for
    a code or a link.
    """

    class Source(models.TextChoices):
        """How the wishes came in."""

        OWN = "own", _("on the own page")
        ROOM = "room", _("in the computer room")
        PAPER = "paper", _("on a paper sheet")
        FAMILY = "family", _("at home through the family's link")
        IMPORT = "import", _("from a workbook")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="sheets")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.OWN)
    saved_at = models.DateTimeField()
    late = models.BooleanField(default=False)
    entered_by = models.UUIDField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("wish sheet")
        constraints: ClassVar = [
            *kin("matching_wishsheet", "round", "student"),
            models.UniqueConstraint(fields=("school", "round", "student"), name="matching_wishsheet_one"),
        ]


class ChoiceCode(TenantModel):
    """A student's way to the own wish sheet without an account: typed in the computer room, or the family's link.

    Printed once; of the code only `selector` (its first half, to find the row) and a keyed `digest` of the whole are
    kept. A reprint makes a new code in the same row. `failures` since `failed_at` slow down who tries this code.
    """

    class Kind(models.TextChoices):
        """Where it is used; the source its wishes will carry."""

        ROOM = "room", _("code for the computer room")
        FAMILY = "family", _("link for the family")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="codes")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    selector = models.CharField(max_length=8, db_index=True)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("choice code")
        constraints: ClassVar = [
            *kin("matching_choicecode", "round", "student"),
            models.UniqueConstraint(fields=("school", "round", "student", "kind"), name="matching_choicecode_one"),
            models.UniqueConstraint(fields=("school", "selector"), name="matching_choicecode_selector"),
        ]


class LateChoice(TenantModel):
    """That the office lets one student hand in wishes after closing, once, and why."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="late_choices")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=200)
    allowed_at = models.DateTimeField()
    allowed_by = models.UUIDField(null=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("late choice")
        constraints: ClassVar = [
            *kin("matching_latechoice", "round", "student"),
            models.UniqueConstraint(
                fields=("school", "round", "student"),
                condition=models.Q(used_at=None),
                name="matching_latechoice_open",
            ),
        ]


class Wish(TenantModel):
    """A student's wish of a round, ranked from 1."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="wishes")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("wish")
        constraints: ClassVar = [
            *kin("matching_wish", "round", "student", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "student", "rank"), name="matching_wish_rank"),
            models.UniqueConstraint(fields=("school", "round", "student", "mentor"), name="matching_wish_mentor"),
        ]


class WishImport(TenantModel):
    """A workbook of wishes: what was read (staged), its problems; nothing written until confirmed."""

    class State(models.TextChoices):
        """Where it stands."""

        REFUSED = "refused", _("has problems")
        READY = "ready", _("waits for your confirmation")
        APPLIED = "applied", _("applied")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State.choices)
    staged = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("wish import")
        constraints: ClassVar = [*kin("matching_wishimport", "round")]
