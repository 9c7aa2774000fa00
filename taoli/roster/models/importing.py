"""Workbooks waiting for answers or confirmation, their bytes for a day, and what headings mean in this school."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class RosterImport(TenantModel):
    """An uploaded roster: what was read, its problems, what it would change; nothing applied until confirmed."""

    class State(models.TextChoices):
        """Where it stands."""

        READING = "reading", _("being read")
        ASKING = "asking", _("has questions for you")
        REFUSED = "refused", _("has problems")
        READY = "ready", _("waits for your confirmation")
        APPLIED = "applied", _("applied")
        DROPPED = "dropped", _("dropped")
        UNDONE = "undone", _("undone")

    file_name = models.CharField(max_length=120)
    file_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    staged = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    plan = models.JSONField(default=dict)
    base_hash = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    # What applying it changed, kept for a day so that it can be taken back.
    before = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("roster import")
        constraints: ClassVar = [*kin("roster_rosterimport")]

    @property
    def is_stored(self) -> bool:
        """False while it is only in memory: a workbook with problems, or one that changes nothing."""
        return not self._state.adding


class RosterUpload(TenantModel):
    """A file of an import, kept a day at most: to ask about it, and to mark its faults. `batch` is the import's id."""

    batch = models.UUIDField()
    place = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=120)
    data = models.BinaryField()
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name = _("roster upload")
        constraints: ClassVar = [
            *kin("roster_rosterupload"),
            models.UniqueConstraint(fields=("school", "batch", "place"), name="roster_rosterupload_place"),
        ]


class HeadingMemory(TenantModel):
    """What the office has said a heading means in a kind of sheet; kind "sheet" keeps what kind a table is."""

    kind = models.CharField(max_length=12)
    heading = models.CharField(max_length=120)
    meaning = models.CharField(max_length=24)

    class Meta:
        verbose_name = _("heading memory")
        constraints: ClassVar = [
            *kin("roster_headingmemory"),
            models.UniqueConstraint(fields=("school", "kind", "heading"), name="roster_headingmemory_one"),
        ]
