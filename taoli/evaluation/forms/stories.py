"""A story, its review, a consent."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.typed import day
from taoli.evaluation.models import Story, StoryStudent
from taoli.evaluation.services import StoryFacts

KINDS = Story.Kind.choices


class StoryForm(forms.Form):
    """What an author writes."""

    kind = forms.ChoiceField(
        label=_("what it is"), choices=Story.Kind.choices, widget=forms.RadioSelect, initial="case"
    )
    title = forms.CharField(label=_("title"), max_length=60)
    text = forms.CharField(label=_("text"), max_length=6000, widget=forms.Textarea(attrs={"rows": 14}))
    students = forms.MultipleChoiceField(
        label=_("Students it is about"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Their consent is asked before anybody else reads it."),
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, story: Story | None, about: Sequence[str], students: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Begin with what is there; offer the author's own students."""
        begun: dict[str, Any] = {"edit": 0}
        if story is not None:
            begun = {name: getattr(story, name) for name in ("kind", "title", "text", "edit")}
            begun["students"] = list(about)
        super().__init__(*args, **{"initial": begun, **kwargs})
        field = self.fields["students"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(students)
        if not students:
            del self.fields["students"]

    def facts(self) -> StoryFacts:
        """Return what was said."""
        said = self.cleaned_data
        students = tuple(uuid.UUID(one) for one in said.get("students", ()))
        return StoryFacts(said["kind"], said["title"], said["text"], students)


class StoryReviewForm(forms.Form):
    """Title and text as the collection will show them, or a word to the author."""

    title = forms.CharField(label=_("title"), max_length=80)
    text = forms.CharField(label=_("Text without names"), max_length=8000, widget=forms.Textarea(attrs={"rows": 16}))
    answer = forms.CharField(
        label=_("a word to the author"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    edit = forms.IntegerField(widget=forms.HiddenInput)


class ConsentForm(forms.Form):
    """What a student or the family said."""

    about = forms.UUIDField(widget=forms.HiddenInput)
    said = forms.ChoiceField(choices=[("given", "given"), ("taken_back", "taken_back")])
    giver = forms.ChoiceField(choices=[("", ""), *StoryStudent.Giver.choices], required=False)
    said_on = day(pgettext_lazy("day", "on"), required=False)
