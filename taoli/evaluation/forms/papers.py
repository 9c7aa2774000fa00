"""A paper sheet as it is typed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.survey import Question, QuestionKind
from taoli.evaluation.readers.papers import MOST_SIGNS, answer_of
from taoli.roster.models import Staff


class SheetForm(forms.Form):
    """One field a question, for each mentor the sheet asks about."""

    def __init__(self, *args: Any, questions: Sequence[Question], about: Sequence[Staff | None], **kwargs: Any) -> None:
        """Make the fields."""
        super().__init__(*args, **kwargs)
        self.questions, self.about = questions, about
        for at, mentor in enumerate(about):
            for place, question in enumerate(questions, start=1):
                name = f" · {mentor.name}" if mentor and len(about) > 1 else ""
                self.fields[f"m{at}-q{place}"] = _field(question, f"{place}. {question.text}{name}")

    def clean(self) -> dict[str, Any]:
        """Read the numbers as they stand on the sheet."""
        for at, _mentor in enumerate(self.about):
            for place, question in enumerate(self.questions, start=1):
                key = f"m{at}-q{place}"
                text = self.cleaned_data.get(key, "")
                if text and answer_of(question, text) is None:
                    most = question.most if question.kind is QuestionKind.SCALE else len(question.options)
                    self.add_error(
                        key,
                        _("“%(text)s” is not on the sheet. Please write a number from 1 to %(most)s.")
                        % {"text": text, "most": most},
                    )
        return self.cleaned_data

    def answers(self) -> list[dict[str, Any]]:
        """Return what `cast` takes."""
        return [
            {
                "mentor": str(mentor.pk) if mentor else None,
                "answers": {
                    question.key: answer_of(question, text)
                    for place, question in enumerate(self.questions, start=1)
                    if (text := self.cleaned_data[f"m{at}-q{place}"])
                },
            }
            for at, mentor in enumerate(self.about)
        ]


def _field(question: Question, label: str) -> forms.CharField:
    text = question.kind is QuestionKind.TEXT
    helps = " ".join(f"{number} {option}" for number, option in enumerate(question.options, start=1))
    attrs = {"autocomplete": "off"} if text else {"autocomplete": "off", "inputmode": "numeric"}
    return forms.CharField(
        label=label,
        help_text=helps or ("" if text else f"1–{question.most}"),
        required=question.required,
        max_length=MOST_SIGNS if text else 40,
        widget=forms.TextInput(attrs=attrs),
    )
