"""Terms and school days."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Term(TenantModel):
    """One term, from its first day to its last."""

    name = models.CharField(_("name"), max_length=40)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("term")
        constraints: ClassVar = [
            *kin("roster_term"),
            models.UniqueConstraint(fields=("school", "name"), name="roster_term_name"),
        ]

    def __str__(self) -> str:
        return self.name


class SchoolDay(TenantModel):
    """A day of a term of which something is to be said: a holiday, a make-up day (调休), an exam day, an event.

    `follows` is the weekday (1 = Monday) whose timetable a make-up day follows, if known. A row of the kind `ordinary`
    says that the day is like its weekday although it was announced otherwise.
    """

    class Kind(models.TextChoices):
        """In what it differs."""

        HOLIDAY = "holiday", _("holiday")
        MAKE_UP = "make_up", _("make-up school day")
        EXAM = "exam", _("exam day")
        EVENT = "event", _("event")
        ORDINARY = "ordinary", _("as its weekday")

    class Source(models.TextChoices):
        """Who says so."""

        ANNOUNCED = "announced", _("the State Council's announcement")
        BOOK = "book", _("the school's calendar")
        HAND = "hand", _("corrected by hand")

    term = TenantForeignKey(Term, on_delete=models.PROTECT, related_name="days")
    day = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.ANNOUNCED)
    note = models.CharField(max_length=80, blank=True)
    follows = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("school day")
        constraints: ClassVar = [
            *kin("roster_schoolday", "term"),
            models.UniqueConstraint(fields=("school", "day"), name="roster_schoolday_day"),
        ]
