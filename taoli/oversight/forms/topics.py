"""A research topic and its stages."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.typed import Line
from taoli.oversight.forms.courses import day_field
from taoli.oversight.models import Level, Step, Topic
from taoli.oversight.services.topics import TopicFacts


class TopicForm(forms.Form):
    """What a topic is."""

    title = Line(label=_("title"), max_length=120)
    level = forms.ChoiceField(label=_("level"), choices=Level.choices, widget=forms.RadioSelect)
    leader_id = forms.TypedChoiceField(label=_("who leads it"), coerce=uuid.UUID)
    members = Line(label=_("who takes part"), max_length=200, required=False)
    result = Line(label=_("results"), max_length=300, required=False)
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, topic: Topic | None, staff: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Begin with what is there."""
        begun: dict[str, Any] = {"edit": 0, "level": Level.SCHOOL}
        if topic is not None:
            begun = {name: getattr(topic, name) for name in ("title", "level", "members", "result", "edit")}
            begun["leader_id"] = str(topic.leader_id)
            if begun["leader_id"] not in dict(staff):  # who led it and has left stays until another is named
                staff = [*staff, (begun["leader_id"], topic.leader.name)]
        super().__init__(*args, **{"initial": begun, **kwargs})
        field = self.fields["leader_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *staff]

    def facts(self) -> TopicFacts:
        """Return what was said."""
        return TopicFacts(**{name: value for name, value in self.cleaned_data.items() if name != "edit"})


class StageForm(forms.Form):
    """A stage that was reached."""

    step = forms.ChoiceField(label=_("stage"), choices=Step.choices, widget=forms.RadioSelect)
    day = day_field(_("day"))
    document = Line(label=_("title of the document"), max_length=120, required=False)
