"""Accounts, whom they stand for, and the roles they hold. Shared tables: no account belongs to a school."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.ids import new_id
from taoli.common.policy import Role


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by username."""


class Account(AbstractBaseUser):
    """Somebody who can sign in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(_("account name"), max_length=60, unique=True)
    is_active = models.BooleanField(default=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("account")

    def has_perm(self, _perm: str, _obj: Any = None) -> bool:
        """Django's own permissions are not used."""
        return False

    def has_module_perms(self, _label: str) -> bool:
        """Django's own permissions are not used."""
        return False


class Membership(models.Model):
    """An account stands for a person of a school (soft links: the person lives in the school's tables)."""

    class Kind(models.TextChoices):
        """What the person is at the school."""

        STAFF = "staff", _("staff")
        STUDENT = "student", _("student")
        GUARDIAN = "guardian", _("guardian")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    school = models.ForeignKey("common.School", on_delete=models.PROTECT, related_name="+")
    person_kind = models.CharField(max_length=10, choices=Kind.choices)
    person_id = models.UUIDField()
    name = models.CharField(_("name"), max_length=60)

    class Meta:
        verbose_name = _("membership")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("school", "person_kind", "person_id"), name="accounts_membership_person")
        ]


class RoleHeld(models.Model):
    """A role held at a place for a time; `grade_id` is the grade above a class, copied when the role is given."""

    class Place(models.TextChoices):
        """Kind of place."""

        CLASS = "class", _("class")
        GRADE = "grade", _("grade")
        SCHOOL = "school", _("school")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in Role])
    school = models.ForeignKey("common.School", on_delete=models.PROTECT, null=True, related_name="+")
    place_kind = models.CharField(max_length=10, choices=Place.choices)
    place_id = models.UUIDField(null=True)
    grade_id = models.UUIDField(null=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("role held")
        indexes: ClassVar = [models.Index(fields=("account", "school"), name="accounts_roleheld_account")]


class ActivationCode(models.Model):
    """A single-use code, printed as a slip, with which somebody sets the first password; only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="codes")
    code_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("activation code")
