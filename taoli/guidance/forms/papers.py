"""A student's paper, a mentor's line beneath it, a suggestion to the group."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.ids import id_of
from taoli.guidance.phrases import Question
from taoli.guidance.queries.asking import Window
from taoli.guidance.queries.papers import TalkChoice
from taoli.guidance.services.papers import MOST, PaperFacts

SHORT = 20


class PaperForm(forms.Form):
    """The questions of a paper; for which weeks, about which talk, where there is a choice."""

    def __init__(
        self,
        *args: Any,
        kind: str,
        questions: Sequence[Question],
        windows: Sequence[Window] = (),
        talks: Sequence[TalkChoice] = (),
        **kwargs: Any,
    ) -> None:
        """Make a field for each question."""
        super().__init__(*args, **kwargs)
        self.kind, self.names = kind, [f"a{place}" for place in range(len(questions))]
        if windows:
            late = _("%(weeks)s (afterwards)")
            named = [(one.key, late % {"weeks": one.words} if one.late else one.words) for one in windows]
            self.fields["period"] = forms.ChoiceField(label=_("For which weeks"), choices=named)
        if talks:
            chosen = [("", _("no particular talk")), *[(str(one.pk), one.words) for one in talks]]
            self.fields["record"] = forms.ChoiceField(label=_("About which talk"), choices=chosen, required=False)
        for name, question in zip(self.names, questions, strict=True):
            widget = forms.TextInput() if question.short else forms.Textarea(attrs={"rows": 3})
            self.fields[name] = forms.CharField(
                label=question.words,
                max_length=SHORT if question.short else MOST,
                required=False,
                widget=widget,
            )

    def answers(self) -> list[str]:
        """Return what was written, in the order of the questions."""
        return [self.cleaned_data[name] for name in self.names]

    def facts(self, source: str = "own") -> PaperFacts:
        """Return the paper as written."""
        return PaperFacts(
            kind=self.kind,
            answers=self.answers(),
            period=self.cleaned_data.get("period", ""),
            record_id=id_of(self.cleaned_data.get("record", "")),
            source=source,
        )


class PaperAnswerForm(forms.Form):
    """One line for the student, or none."""

    text = forms.CharField(label=_("One line for the student"), max_length=200, required=False)


class SuggestionForm(forms.Form):
    """A suggestion to the own group."""

    text = forms.CharField(
        label=_("My suggestion"),
        help_text=_("What could you do together? The members and your mentor read it."),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
