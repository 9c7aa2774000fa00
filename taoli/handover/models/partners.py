"""The school's own keys, and the schools with which it exchanges packages."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class ExchangeKey(TenantModel):
    """The keys with which a school signs and opens packages; `sealed` are the private halves, under the key outside
    the database.
    """

    sign_key = models.CharField(max_length=44)
    box_key = models.CharField(max_length=44)
    sealed = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("exchange keys")
        constraints: ClassVar = [
            *kin("handover_exchangekey"),
            models.UniqueConstraint(fields=("school",), name="handover_exchangekey_one"),
        ]


class Partner(TenantModel):
    """A school to which packages go and from which they come.

    Its keys are believed once two people have compared the fingerprint (`verified_on`, `how`, `verified_by`). `inside`:
    a school of this installation, whose keys the database itself vouches for. `code` is the other school's own.
    """

    class How(models.TextChoices):
        """How the fingerprint was compared."""

        PHONE = "phone", _("on the telephone, by a known number")
        PERSON = "person", _("face to face")
        PAPER = "paper", _("on a sealed paper")
        INSIDE = "inside", _("a school of this installation")

    code = models.CharField(_("school code"), max_length=30)
    name = models.CharField(_("name of the school"), max_length=80)
    contact = models.CharField(_("contact"), max_length=80, blank=True)
    address = models.CharField(_("address of its Taoli"), max_length=200, blank=True)
    sign_key = models.CharField(max_length=44)
    box_key = models.CharField(max_length=44)
    inside = models.BooleanField(default=False)
    how = models.CharField(_("compared"), max_length=10, choices=How.choices, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    verified_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("partner school")
        constraints: ClassVar = [
            *kin("handover_partner", "verified_by"),
            models.UniqueConstraint(fields=("school", "code"), name="handover_partner_code"),
        ]

    def __str__(self) -> str:
        return self.name
