"""Forms over a school's rows."""

from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError

from taoli.common.policy import Actor
from taoli.common.tenancy import TenantModel

M = TypeVar("M", bound=TenantModel)


class TenantForm(forms.ModelForm[M]):
    """A model form that knows its school: choices stay inside it, and a duplicate is a sentence, not a crash."""

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        """Fix the row's school and narrow each choice to it."""
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.instance.school_id = actor.school_id
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = field.queryset.filter(school_id=actor.school_id)

    def _get_validation_exclusions(self) -> set[str]:
        """Keep `school` in constraint validation although no form shows it."""
        return super()._get_validation_exclusions() - {"school"}  # type: ignore[misc,no-any-return]

    def validate_unique(self) -> None:
        """Check uniqueness within the school."""
        try:
            self.instance.validate_unique(exclude=self._get_validation_exclusions())
        except ValidationError as error:
            self.add_error(None, error)
