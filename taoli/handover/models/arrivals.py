"""Packages that come from other schools, and what was taken in from them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.models import Attachment
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Arrival(TenantModel):
    """A package that has arrived. Nobody sees what is in it before the office has taken it in.

    `data` is the file, sealed for this school, until it is decided; `restricted` stays sealed under the sender's code
    until `named` opens it.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waits for your decision")
        ACCEPTED = "accepted", _("taken in")
        REFUSED = "refused", _("sent back")

    class Way(models.TextChoices):
        """How it came."""

        FILE = "file", _("as a file")
        NET = "net", _("from the other school's Taoli")
        INSIDE = "inside", _("inside this installation")

    package = models.UUIDField()
    partner = TenantForeignKey("handover.Partner", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    way = models.CharField(max_length=10, choices=Way.choices)
    students = models.PositiveSmallIntegerField()
    person = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    arrived_at = models.DateTimeField()
    reply_by = models.DateField()
    expires_on = models.DateField()
    data = models.BinaryField(null=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=80, blank=True)
    receipt = models.TextField(blank=True)
    receipt_sent_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("why it goes back"), max_length=200, blank=True)
    named = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    restricted = models.BinaryField(null=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("received package")
        constraints: ClassVar = [
            *kin("handover_arrival", "partner", "named"),
            models.UniqueConstraint(fields=("school", "package"), name="handover_arrival_once"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "state"), name="handover_arrival_state")]


ARRIVAL_MOVES = {
    Arrival.State.WAITING: {Arrival.State.ACCEPTED, Arrival.State.REFUSED},
    Arrival.State.ACCEPTED: set(),
    Arrival.State.REFUSED: set(),
}


class ReceivedStudent(TenantModel):
    """What another school said of a student: from a package (`arrival`), or typed from a card on paper.

    `linked`: the student was there already. `place`: the number of the student's part in the package.
    """

    arrival = TenantForeignKey(Arrival, on_delete=models.PROTECT, null=True, related_name="taken")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    from_school = models.CharField(_("from which school"), max_length=80)
    received_on = models.DateField()
    linked = models.BooleanField(default=False)
    place = models.PositiveSmallIntegerField(default=1)
    strengths = models.JSONField(default=list)
    farewell = models.CharField(max_length=500, blank=True)
    farewell_by = models.CharField(max_length=80, blank=True)
    entered_by = models.UUIDField(null=True)
    sealed_text = models.TextField(blank=True)
    sealed_reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("received student")
        constraints: ClassVar = [*kin("handover_receivedstudent", "arrival", "student")]
        indexes: ClassVar = [models.Index(fields=("school", "student"), name="handover_received_student")]


class ReceivedEntry(TenantModel):
    """One line of what another school recorded: kept as it came, with its origin; nobody here writes it."""

    received = TenantForeignKey(ReceivedStudent, on_delete=models.PROTECT, related_name="entries")
    section = models.CharField(max_length=30)
    title = models.CharField(max_length=80)
    place = models.PositiveSmallIntegerField()
    on = models.DateField()
    kind = models.CharField(max_length=60, blank=True)
    text = models.TextField(max_length=5000)
    by = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("received entry")
        constraints: ClassVar = [*kin("handover_receivedentry", "received")]
        indexes: ClassVar = [models.Index(fields=("school", "received", "place"), name="handover_entry_received")]


class ReceivedFile(Attachment):
    """A picture or document that came with a received entry."""

    entry = TenantForeignKey(ReceivedEntry, on_delete=models.PROTECT, related_name="files")

    class Meta:
        verbose_name = _("received file")
        constraints: ClassVar = [*kin("handover_receivedfile", "entry")]
        indexes: ClassVar = [models.Index(fields=("school", "entry"), name="handover_receivedfile_entry")]
