"""Packages that go to the next school."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Package(TenantModel):
    """What the school hands over of one student or one class; the id is the package's own, in its manifest too.

    `data` is the file, sealed for the receiver: the sender cannot open it; it is erased with the answer. `sealed_code`
    opens the restricted part and is given out after the receipt.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFTED = "drafted", _("being prepared")
        SENT = "sent", _("sent, waiting for the receipt")
        RECEIVED = "received", _("receipt is there")
        REFUSED = "refused", _("sent back")
        EXPIRED = "expired", _("expired without an answer")
        DROPPED = "dropped", _("given up")

    class Scope(models.TextChoices):
        """How many."""

        STUDENT = "student", _("one student")
        CLASS = "class", _("one class")

    partner = TenantForeignKey("handover.Partner", on_delete=models.PROTECT, related_name="+")
    scope = models.CharField(max_length=10, choices=Scope.choices)
    title = models.CharField(max_length=80)
    person = models.CharField(_("for whom at the school"), max_length=60)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFTED)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    lacking_reason = models.CharField(_("why it goes nonetheless"), max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    reply_by = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    data = models.BinaryField(null=True)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    sealed_code = models.TextField(blank=True)
    code_shown_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=80, blank=True)
    receipt = models.TextField(blank=True)
    answer = models.CharField(max_length=200, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("package")
        constraints: ClassVar = [*kin("handover_package", "partner")]
        indexes: ClassVar = [models.Index(fields=("school", "state", "made_at"), name="handover_package_state")]

    def __str__(self) -> str:
        return self.title


PACKAGE_MOVES = {
    Package.State.DRAFTED: {Package.State.SENT, Package.State.DROPPED},
    Package.State.SENT: {Package.State.RECEIVED, Package.State.REFUSED, Package.State.EXPIRED},
    Package.State.EXPIRED: {Package.State.RECEIVED, Package.State.REFUSED},
    Package.State.RECEIVED: set(),
    Package.State.REFUSED: set(),
    Package.State.DROPPED: set(),
}


class PackageStudent(TenantModel):
    """A student of a package. `attention_until`: key attention goes along to that day, renewed with a sealed reason;
    `sealed_text` goes into the restricted part, with why (`sealed_reason`).
    """

    package = TenantForeignKey(Package, on_delete=models.PROTECT, related_name="students")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    attention_until = models.DateField(null=True, blank=True)
    sealed_attention = models.TextField(blank=True)
    sealed_text = models.TextField(blank=True)
    sealed_reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("student of a package")
        constraints: ClassVar = [
            *kin("handover_packagestudent", "package", "student"),
            models.UniqueConstraint(fields=("school", "package", "student"), name="handover_packagestudent_one"),
        ]


class Farewell(TenantModel):
    """What the old mentor would like the next one to know of a student: asked for, written in one or two sentences."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("a word to the next mentor"), max_length=300, blank=True)
    asked_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("word to the next mentor")
        constraints: ClassVar = [
            *kin("handover_farewell", "student", "staff"),
            models.UniqueConstraint(fields=("school", "student", "staff"), name="handover_farewell_one"),
        ]
