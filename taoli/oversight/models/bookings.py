"""In a school's fence: who of its staff has signed up for a bureau's session, and what came back."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.models import School
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.oversight.models.courses import Part


class CourseBooking(TenantModel):
    """What a school has handed in for one of its staff, with the bureau's last answer. `ref` is the bureau's session:
    a number only, for no link leads into another fence; what the person needs to know of it is kept here.
    """

    class State(models.TextChoices):
        """Where it stands."""

        BOOKED = "booked", pgettext_lazy("booking", "signed up")
        WAITING = "waiting", pgettext_lazy("booking", "on the waiting list")
        OFF = "off", pgettext_lazy("booking", "signed off")
        CANCELLED = "cancelled", pgettext_lazy("booking", "does not take place")
        PRESENT = "present", pgettext_lazy("booking", "signed in")
        DONE = "done", pgettext_lazy("booking", "took part")

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    bureau = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    ref = models.UUIDField()
    course_ref = models.UUIDField()
    title = models.CharField(max_length=80)
    part = models.CharField(max_length=10, choices=Part.choices)
    day = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    place = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State.choices)
    code = models.CharField(max_length=20, blank=True)
    issued_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("booking of a course")
        constraints: ClassVar = [
            *kin("oversight_coursebooking", "staff"),
            models.UniqueConstraint(fields=("school", "ref", "staff"), name="oversight_booking_one"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "staff"), name="oversight_booking_staff")]
