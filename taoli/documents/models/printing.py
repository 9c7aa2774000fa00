"""Printing many sheets of a form at once."""

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class PrintJob(TenantModel):
    """Many sheets of one form, for a place, as one PDF or a ZIP of files; the file lies in the data folder and is
    deleted after a week. Above fifty people with sensitive or contact data a second person agrees first (security.md).
    """

    KEPT = dt.timedelta(days=7)
    ALONE = 50  # people for whom one person may print sensitive data without a second one

    class Shape(models.TextChoices):
        """What comes out."""

        ONE_PDF = "one_pdf", _("one PDF to print")
        PDFS = "pdfs", _("a PDF for each, in a ZIP")
        WORDS = "words", _("a Word file for each, in a ZIP")

    class State(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", _("waits for a second person")
        RUNNING = "running", _("being made")
        DONE = "done", _("ready")
        FAILED = "failed", _("did not work")
        REFUSED = "refused", _("not agreed to")
        EXPIRED = "expired", _("deleted")

    form = models.CharField(max_length=60)
    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=60)
    ids = models.JSONField(default=list)
    shape = models.CharField(_("what comes out"), max_length=10, choices=Shape.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    reason = models.CharField(_("what it is for"), max_length=100, blank=True)
    job = TenantForeignKey("common.Job", on_delete=models.PROTECT, null=True, related_name="+")
    asked_by = models.UUIDField()
    asked_account = models.UUIDField(null=True)
    asked_name = models.CharField(max_length=60)
    asked_at = models.DateTimeField()
    second_by = models.UUIDField(null=True)
    second_name = models.CharField(max_length=60, blank=True)
    second_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    sheets = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("print job")
        constraints: ClassVar = [*kin("documents_printjob", "term", "job")]
        indexes: ClassVar = [models.Index(fields=("school", "asked_by", "asked_at"), name="documents_print_asked")]


PRINT_MOVES = {
    PrintJob.State.ASKED: {PrintJob.State.RUNNING, PrintJob.State.REFUSED},
    PrintJob.State.RUNNING: {PrintJob.State.DONE, PrintJob.State.FAILED},
    PrintJob.State.FAILED: {PrintJob.State.RUNNING},
    PrintJob.State.DONE: {PrintJob.State.EXPIRED},
    PrintJob.State.REFUSED: set(),
    PrintJob.State.EXPIRED: set(),
}
