"""Places to learn (育人资源清单): kept and answered for by a bureau, booked by its schools."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.models import School
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Resource(TenantModel):
    """One place, in the bureau's fence; schools see it once it is `published`. `weekdays`: when it takes classes, as
    figures from 0 (Monday) to 6; none: every day.
    """

    class Kind(models.TextChoices):
        """What it is."""

        BASE = "base", pgettext_lazy("resource", "practice base")
        LIBRARY = "library", pgettext_lazy("resource", "library")
        MUSEUM = "museum", pgettext_lazy("resource", "museum")
        ENTERPRISE = "enterprise", pgettext_lazy("resource", "enterprise")
        PARK = "park", pgettext_lazy("resource", "park")
        OTHER = "other", pgettext_lazy("resource", "another place")

    class Theme(models.TextChoices):
        """Which guidance it serves."""

        IDEALS = "ideals", pgettext_lazy("resource", "ideals")
        STUDY = "study", pgettext_lazy("resource", "learning")
        MIND = "mind", pgettext_lazy("resource", "mind")
        LIFE = "life", pgettext_lazy("resource", "life")
        CAREER = "career", pgettext_lazy("resource", "career")

    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    theme = models.CharField(_("guidance"), max_length=10, choices=Theme.choices)
    ages = models.CharField(_("for which grades"), max_length=40, blank=True)
    capacity = models.PositiveIntegerField(_("students at most"))
    contact = models.CharField(_("contact"), max_length=60, blank=True)
    address = models.CharField(_("address and how to get there"), max_length=200, blank=True)
    weekdays = models.JSONField(default=list)
    safety = models.CharField(_("safety"), max_length=200, blank=True)
    published = models.BooleanField(_("schools see it"), default=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("place to learn")
        constraints: ClassVar = [
            *kin("neighbourhood_resource"),
            models.UniqueConstraint(fields=("school", "name"), name="neighbourhood_resource_name"),
        ]

    def __str__(self) -> str:
        return self.name


class BookingState(models.TextChoices):
    """Where a booking stands, on both sides."""

    ASKED = "asked", pgettext_lazy("booking", "asked for")
    ACCEPTED = "accepted", pgettext_lazy("booking", "accepted")
    REFUSED = "refused", pgettext_lazy("booking", "not possible")
    CANCELLED = "cancelled", pgettext_lazy("booking", "called off")


class ResourceBooking(TenantModel):
    """In the bureau’s fence: a school asks for a place on a day; `reference` is the visit in the school’s."""

    resource = TenantForeignKey(Resource, on_delete=models.PROTECT, related_name="bookings")
    reference = models.UUIDField()
    from_school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    school_name = models.CharField(max_length=80)
    room = models.CharField(max_length=40)
    day = models.DateField()
    number = models.PositiveIntegerField()
    teacher = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=BookingState.choices, default=BookingState.ASKED)
    answer = models.CharField(_("answer"), max_length=200, blank=True)
    useful = models.PositiveSmallIntegerField(null=True, blank=True)
    remark = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("booking of a place")
        constraints: ClassVar = [
            *kin("neighbourhood_resourcebooking", "resource"),
            models.UniqueConstraint(fields=("school", "reference"), name="neighbourhood_booking_reference"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "resource", "day"), name="neighbourhood_booking_day")]


class ResourceVisit(TenantModel):
    """In the school's fence: what the school asked for, what was answered, and how it was."""

    bureau = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    resource = models.UUIDField()
    name = models.CharField(max_length=60)
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    teacher = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    day = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("students"))
    state = models.CharField(max_length=10, choices=BookingState.choices, default=BookingState.ASKED)
    answer = models.CharField(max_length=200, blank=True)
    useful = models.PositiveSmallIntegerField(_("how useful it was"), null=True, blank=True)
    remark = models.CharField(_("in a sentence"), max_length=200, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("visit of a place")
        constraints: ClassVar = [*kin("neighbourhood_resourcevisit", "school_class", "teacher")]
        indexes: ClassVar = [models.Index(fields=("school", "day"), name="neighbourhood_visit_day")]
