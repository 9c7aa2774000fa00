"""A questionnaire to be answered, the code of a slip, and for which class slips are made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.engine.survey import Question, QuestionKind
from taoli.evaluation.phrases import ENDS, NO_ANSWER

MOST_SIGNS = 1000
Mentors = Sequence[tuple[str | None, str]]


@dataclass(frozen=True, slots=True)
class Part:
    """The questions about one mentor (no name: about the school's work as a whole)."""

    name: str
    fields: list[Any]


class BallotForm(forms.Form):
    """Questions about each mentor. `free`: who is not known may be left out whole; begun must be finished."""

    def __init__(
        self, *args: Any, questions: Sequence[Question], mentors: Mentors, free: bool = False, **kwargs: Any
    ) -> None:
        """Make a field for each question about each mentor."""
        super().__init__(*args, **kwargs)
        self.questions, self.mentors, self.free = questions, mentors, free
        for at, _mentor in enumerate(mentors):
            for question in questions:
                self.fields[f"m{at}-{question.key}"] = _field(question, required=question.required and not free)

    def parts(self) -> Iterator[Part]:
        """Give the fields of each mentor, in order."""
        for at, (_pk, name) in enumerate(self.mentors):
            yield Part(name, [self[f"m{at}-{question.key}"] for question in self.questions])

    def clean(self) -> dict[str, Any]:
        """Where mentors may be left out, ask for the rest of what was begun."""
        read = super().clean() or {}
        for at, _mentor in enumerate(self.mentors if self.free else ()):
            if self._given(read, at):
                missing = [one.key for one in self.questions if one.required and _empty(read.get(f"m{at}-{one.key}"))]
                for key in missing:
                    if f"m{at}-{key}" not in self.errors:
                        self.add_error(f"m{at}-{key}", NO_ANSWER)
        return read

    def answers(self) -> list[dict[str, Any]]:
        """Return the answers as `services.cast` takes them; mentors who were left out are not among them."""
        found = ((pk, self._given(self.cleaned_data, at)) for at, (pk, _name) in enumerate(self.mentors))
        return [{"mentor": pk, "answers": given} for pk, given in found if given or not self.free]

    def _given(self, read: dict[str, Any], at: int) -> dict[str, Any]:
        values = ((one, read.get(f"m{at}-{one.key}")) for one in self.questions)
        return {one.key: _value(one, value) for one, value in values if not _empty(value)}


def _empty(value: Any) -> bool:
    return value in (None, "", [])


def _value(question: Question, value: Any) -> Any:
    if question.kind is QuestionKind.TEXT:
        return value
    return sorted(int(one) for one in value) if question.kind is QuestionKind.MANY else int(value)


def _field(question: Question, *, required: bool) -> forms.Field:
    said: dict[str, Any] = {"label": question.text, "required": required, "error_messages": {"required": NO_ANSWER}}
    if question.kind is QuestionKind.TEXT:
        return forms.CharField(max_length=MOST_SIGNS, widget=forms.Textarea(attrs={"rows": 3}), **said)
    if question.kind is QuestionKind.MANY:
        return forms.MultipleChoiceField(choices=list(_numbered(question)), widget=forms.CheckboxSelectMultiple, **said)
    choices = list(_numbered(question))
    if question.kind is QuestionKind.SCALE:
        choices = [(str(at), str(at)) for at in range(1, question.most + 1)]
        said["help_text"] = ENDS % {"worst": 1, "best": question.most}
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)


def _numbered(question: Question) -> Iterator[tuple[str, str]]:
    yield from ((str(at), text) for at, text in enumerate(question.options))


class CodeForm(forms.Form):
    """The code of a slip, as typed in the computer room."""

    code = forms.CharField(
        label=pgettext_lazy("survey", "Code on your slip"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "autofocus": True}
        ),
    )


class SlipsForm(forms.Form):
    """For which class slips are made."""

    room = forms.ChoiceField(label=_("Class"))

    def __init__(self, *args: Any, rooms: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the classes in which somebody is asked."""
        super().__init__(*args, **kwargs)
        field = self.fields["room"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(rooms)
