"""A training session and who took part."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.typed import day
from taoli.evaluation.models import TrainingSession
from taoli.evaluation.services import SessionFacts

FIELDS = ("held_on", "theme", "kind", "hours", "speaker", "place", "edit")


class SessionForm(forms.Form):
    """What was held, by whom, who came."""

    held_on = day(_("held on"))
    theme = forms.CharField(label=_("theme"), max_length=80)
    kind = forms.ChoiceField(
        label=_("kind"), choices=TrainingSession.Kind.choices, widget=forms.RadioSelect, initial="lecture"
    )
    hours = forms.DecimalField(label=_("hours"), min_value=0.5, max_value=99, max_digits=4, decimal_places=1)
    mentor = forms.ChoiceField(
        label=_("A mentor of the school spoke"), required=False, help_text=_("It counts as a lecture of this mentor.")
    )
    speaker = forms.CharField(label=_("Somebody else spoke"), max_length=60, required=False)
    place = forms.CharField(label=_("place"), max_length=60, required=False)
    people = forms.MultipleChoiceField(label=_("Who took part"), required=False, widget=forms.CheckboxSelectMultiple)
    unsigned = forms.MultipleChoiceField(
        label=_("Whose signature is missing"), required=False, widget=forms.CheckboxSelectMultiple
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        session: TrainingSession | None,
        took_part: Mapping[uuid.UUID, bool],
        staff: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Begin with what is there; offer the staff."""
        begun: dict[str, Any] = {"edit": 0}
        if session is not None:
            begun = {name: getattr(session, name) for name in FIELDS}
            begun["mentor"] = str(session.mentor_id or "")
        begun["people"] = [str(one) for one in took_part]
        begun["unsigned"] = [str(one) for one, signed in took_part.items() if not signed]
        super().__init__(*args, **{"initial": begun, **kwargs})
        nobody = pgettext_lazy("training", "nobody of the school")
        self._offer("mentor", [("", nobody), *staff])
        self._offer("people", list(staff))
        self._offer("unsigned", [one for one in staff if one[0] in begun["people"]])
        if not took_part:
            del self.fields["unsigned"]

    def facts(self) -> SessionFacts:
        """Return what was said."""
        said = self.cleaned_data
        mentor = uuid.UUID(said["mentor"]) if said["mentor"] else None
        return SessionFacts(
            said["held_on"], said["theme"], said["kind"], said["hours"], said["speaker"], mentor, said["place"]
        )

    def took_part(self) -> dict[uuid.UUID, bool]:
        """Return who came, and whether the signature is there."""
        unsigned = set(self.cleaned_data.get("unsigned", ()))
        return {uuid.UUID(one): one not in unsigned for one in self.cleaned_data["people"]}

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
