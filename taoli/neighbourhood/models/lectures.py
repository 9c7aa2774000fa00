"""The parents' school: lectures for families, and how many came from each class."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class ParentLecture(TenantModel):
    """One evening. `mentor` is the mentor of the school who speaks (导师课堂), `speaker` anybody else; `sheet` is what
    whoever could not come may read. `door` is the word in the address behind the QR code at the door.
    """

    class Kind(models.TextChoices):
        """For whom."""

        CLASS = "class", pgettext_lazy("lecture", "for classes")
        GRADE = "grade", pgettext_lazy("lecture", "for a grade")
        SCHOOL = "school", pgettext_lazy("lecture", "for the whole school")

    kind = models.CharField(_("for whom"), max_length=10, choices=Kind.choices)
    theme = models.CharField(_("theme"), max_length=80)
    held_on = models.DateField(_("day"))
    at = models.TimeField(_("at"))
    place = models.CharField(_("place"), max_length=60)
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    speaker = models.CharField(_("who speaks"), max_length=60, blank=True)
    sheet = models.TextField(_("sheet for those who could not come"), max_length=1500, blank=True)
    door = models.CharField(max_length=16)
    cancelled = models.CharField(_("does not take place because"), max_length=120, blank=True)
    made_by = models.UUIDField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("lecture for parents")
        constraints: ClassVar = [*kin("neighbourhood_parentlecture", "mentor")]
        indexes: ClassVar = [
            models.Index(fields=("school", "held_on"), name="neighbourhood_lecture_day"),
            models.Index(fields=("school", "door"), name="neighbourhood_lecture_door"),
        ]

    def __str__(self) -> str:
        return self.theme


class LectureClass(TenantModel):
    """A class that is asked, and how many came: counted at the door (`tapped`) or on paper (`typed`, which holds).
    `sheets`: families who asked for the sheet. Nobody's name.
    """

    lecture = TenantForeignKey(ParentLecture, on_delete=models.PROTECT, related_name="rooms")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    tapped = models.PositiveIntegerField(default=0)
    typed = models.PositiveIntegerField(_("families who came"), null=True, blank=True)
    sheets = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("class at a lecture")
        constraints: ClassVar = [
            *kin("neighbourhood_lectureclass", "lecture", "school_class"),
            models.UniqueConstraint(
                fields=("school", "lecture", "school_class"), name="neighbourhood_lectureclass_one"
            ),
        ]

    @property
    def came(self) -> int:
        """How many families came: the paper list where there is one."""
        return self.tapped if self.typed is None else self.typed
