"""What people arrange for themselves: what does not suit just now, their hours, their calendar feed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class SetAside(TenantModel):
    """A mentor says that a way of guiding is not possible with a student until a day, and why (a code, no text).

    `withdrawn_at`: taken back before the day.
    """

    class Reason(models.TextChoices):
        """Why not; what follows from it stands in `phrases.REASONS`."""

        ABSENT = "absent", _("not at school today")
        ILL = "ill", _("ill for some days")
        AWAY = "away", _("on leave or away for longer")
        DECLINED = "declined", _("the family would rather not")
        ELSEWHERE = "elsewhere", _("taught elsewhere this week")
        BUSY = "busy", _("I cannot today")

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=10, choices=Reason.choices)
    until = models.DateField()
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("suggestion set aside")
        constraints: ClassVar = [*kin("home_setaside", "staff", "student")]
        indexes: ClassVar = [models.Index(fields=("school", "staff", "until"), name="home_setaside_staff")]


class OwnHours(TenantModel):
    """Whether a teacher opens the evenings for suggestions; without a row they stay closed."""

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    evenings = models.BooleanField(_("evenings too"), default=False)

    class Meta:
        verbose_name = _("own hours")
        constraints: ClassVar = [
            *kin("home_ownhours", "staff"),
            models.UniqueConstraint(fields=("school", "staff"), name="home_ownhours_one"),
        ]


class CalendarFeed(TenantModel):
    """A private address under which a calendar program reads somebody's days; only its hash is kept.

    `fetched_at` and `fetches`: how often it was read in the running hour.
    """

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    account = models.UUIDField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    fetches = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("calendar feed")
        constraints: ClassVar = [
            *kin("home_calendarfeed", "staff"),
            models.UniqueConstraint(fields=("school", "digest"), name="home_calendarfeed_digest"),
            models.UniqueConstraint(
                fields=("school", "staff"),
                condition=models.Q(revoked_at=None),
                name="home_calendarfeed_open",
            ),
        ]
