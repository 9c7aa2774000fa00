"""Rules of a round, and a word to the office."""

import re
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.policy import Actor
from taoli.matching.forms.fields import number_field
from taoli.matching.models import ChoiceRound, MentorOffer, RoundRule
from taoli.matching.services import add_rule, set_limits
from taoli.roster.models import Student

SEPARATORS = re.compile(r"[\s,，、;；]+")


class CoordinationForm(forms.Form):
    """What the office should know about a mentor and a student."""

    reason = forms.CharField(
        label=_("What should the office know?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please say in a few words what the office should know.")},
    )


class RuleForm(forms.Form):
    """A new rule about named students, who are written as numbers or names."""

    kind = forms.ChoiceField(label=_("Rule"), choices=RoundRule.Kind.choices, widget=forms.RadioSelect)
    students = forms.CharField(
        label=_("Students"),
        max_length=400,
        help_text=_("Student numbers or names, with a comma or a space between them."),
        error_messages={"required": _("Please name the students.")},
    )
    mentor = forms.ChoiceField(label=_("Mentor (only to pin a student)"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("It stays with the rule and is seen by the office only."),
        error_messages={
            "required": _("Please say why; the reason stays with the rule and is seen by the office only.")
        },
    )

    def __init__(self, *args: Any, students: Sequence[Student], offers: Sequence[MentorOffer], **kwargs: Any) -> None:
        """Know the students and offer the mentors of the round."""
        super().__init__(*args, **kwargs)
        self.known = students
        field = self.fields["mentor"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *((str(row.staff_id), row.staff.name) for row in offers)]

    def clean_students(self) -> list[uuid.UUID]:
        """Find each student by number, else by a name that only one of the round has."""
        found = []
        for word in SEPARATORS.split(self.cleaned_data["students"].strip()):
            fits = [one for one in self.known if one.number == word] or [one for one in self.known if one.name == word]
            if not fits:
                raise forms.ValidationError(_("%(name)s is not part of the round.") % {"name": word})
            if len(fits) > 1:
                raise forms.ValidationError(
                    _("%(count)s students are called %(name)s. Please write the student number.")
                    % {"count": len(fits), "name": word}
                )
            found.append(fits[0].pk)
        return found

    def save(self, *, by: Actor, round_id: uuid.UUID) -> None:
        """Add the rule."""
        given = self.cleaned_data
        add_rule(
            by=by,
            round_id=round_id,
            kind=given["kind"],
            student_ids=given["students"],
            mentor_id=uuid.UUID(given["mentor"]) if given["mentor"] else None,
            reason=given["reason"],
        )


class LimitsForm(forms.Form):
    """From how many classes a mentor's students may come, and the most students of a category per mentor."""

    max_classes = forms.IntegerField(label=_("Classes per mentor at most"), min_value=1, max_value=20, required=False)

    def __init__(
        self,
        *args: Any,
        choice: ChoiceRound,
        classes: int,
        categories: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Make a field for each category the school uses; an empty one is no limit."""
        super().__init__(*args, **{"initial": {"max_classes": choice.max_classes}, **kwargs})
        self.fields["max_classes"].help_text = _("Empty: the scheme's number, %(count)s.") % {"count": classes}
        self.codes = [code for code, _label in categories]
        for code, label in categories:
            name = _("%(category)s: most per mentor") % {"category": label}
            self.fields[f"cap_{code}"] = number_field(name, choice.category_caps.get(code))

    def save(self, *, by: Actor, round_id: uuid.UUID) -> None:
        """Write the limits."""
        caps = {code: self.cleaned_data[f"cap_{code}"] for code in self.codes}
        set_limits(
            by=by,
            round_id=round_id,
            max_classes=self.cleaned_data["max_classes"],
            category_caps={code: most for code, most in caps.items() if most is not None},
        )
