"""The school's own list of categories 八类学生: which there are, what they are called, who may see them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class CategoryKind(TenantModel):
    """One code of the list as the school wants it; without a row the scheme's own list stands.

    `seen_by`: how far a fact of this kind is seen; whoever enters it (homeroom teacher, office) sees what is theirs.
    """

    class SeenBy(models.TextChoices):
        """Who sees a fact of this kind about a student."""

        MENTOR = "mentor", _("mentor, homeroom teacher, grade lead, office and principal")
        HOMEROOM = "homeroom", _("homeroom teacher, grade lead, office and principal")
        OFFICE = "office", _("only the moral office and the principal")

    code = models.CharField(max_length=40)
    label = models.CharField(_("name"), max_length=40)
    seen_by = models.CharField(max_length=10, choices=SeenBy.choices, default=SeenBy.HOMEROOM)
    on = models.BooleanField(default=True)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("kind of category")
        constraints: ClassVar = [
            *kin("care_categorykind"),
            models.UniqueConstraint(fields=("school", "code"), name="care_categorykind_code"),
        ]
