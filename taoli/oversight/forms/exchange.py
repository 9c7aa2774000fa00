"""Passing a text on, reading it at the bureau, an event."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.typed import Line, Lines
from taoli.oversight.forms.courses import day_field
from taoli.oversight.models import ExchangeEvent, Part, SharedStory
from taoli.oversight.queries.exchange import Event
from taoli.oversight.services.events import EventFacts

PARTS = Part.choices


class AgreeForm(forms.Form):
    """Which part of the programme a text belongs to."""

    part = forms.ChoiceField(choices=Part.choices)


class HandInForm(forms.Form):
    """Whether the words found have been looked at."""

    looked = forms.BooleanField(label=_("I have read it; what was found are no names of people"), required=False)

    def __init__(self, *args: Any, found: Sequence[str], **kwargs: Any) -> None:
        """Ask only where something was found."""
        super().__init__(*args, **kwargs)
        if not found:
            del self.fields["looked"]


class DecideForm(forms.Form):
    """A word to the school."""

    answer = Lines(label=_("a word to the school"), max_length=300, required=False)
    edit = forms.IntegerField(widget=forms.HiddenInput)


class EventForm(forms.Form):
    """What it is, when and where, and which texts are on its list."""

    kind = forms.ChoiceField(label=_("kind"), choices=ExchangeEvent.Kind.choices, widget=forms.RadioSelect)
    title = Line(label=_("title"), max_length=80)
    day = day_field(_("day"))
    place = Line(label=_("place"), max_length=120, required=False)
    words = Lines(label=_("in a few words"), max_length=300, required=False)
    published = forms.BooleanField(label=_("the schools see it"), required=False)
    stories = forms.MultipleChoiceField(
        label=_("Texts on the list"), required=False, widget=forms.CheckboxSelectMultiple
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, event: Event | None, stories: Sequence[SharedStory], **kwargs: Any) -> None:
        """Begin with what is there; a text on the list has a line for its result."""
        begun: dict[str, Any] = {"edit": 0, "kind": ExchangeEvent.Kind.MEETING}
        there = event.entries if event else ()
        if event is not None:
            names = ("kind", "title", "day", "place", "words", "published", "edit")
            begun = {name: getattr(event.row, name) for name in names}
        begun["stories"] = [str(one.story_id) for one in there]
        super().__init__(*args, **{"initial": begun, **kwargs})
        field = self.fields["stories"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), f"{one.title}（{one.member.name}）") for one in stories]
        for one in there:
            label = _("Result: %(title)s") % {"title": one.story.title}
            self.fields[f"result_{one.story_id}"] = Line(label=label, max_length=40, required=False, initial=one.result)

    def facts(self) -> EventFacts:
        """Return what was said."""
        said = self.cleaned_data
        return EventFacts(
            said["kind"], said["title"], said["day"], said["place"], said["words"], published=said["published"]
        )

    def entries(self) -> dict[uuid.UUID, str]:
        """Return text → result."""
        said = self.cleaned_data
        return {uuid.UUID(one): said.get(f"result_{one}", "") for one in said["stories"]}
