"""The school's own ladder, an application, its review."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme import Honour
from taoli.evaluation.models import StarApplication, StarLadder
from taoli.evaluation.queries.stars import Shown
from taoli.evaluation.services import Application, Level

LABEL, CRITERION = 40, 80


class LadderForm(forms.Form):
    """Levels one a line, criteria behind a colon."""

    label = forms.CharField(label=_("what the honour is called"), max_length=40, initial="星级导师")
    levels = forms.CharField(
        label=_("Levels and criteria"),
        required=False,
        max_length=3000,
        help_text=_(
            "One level a line, the lowest first: 一星：培训满 8 课时；收入案例集一篇. Leave it empty for no ladder."
        ),
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, ladder: StarLadder | None, **kwargs: Any) -> None:
        """Begin with what is there."""
        begun: dict[str, Any] = {"edit": 0}
        if ladder is not None:
            lines = [_line(one) for one in ladder.levels]
            begun = {"label": ladder.label, "levels": "\n".join(lines), "edit": ladder.edit}
        super().__init__(*args, **{"initial": begun, **kwargs})

    def clean_levels(self) -> list[Level]:
        """Read the lines."""
        return [_level(line) for line in self.cleaned_data["levels"].splitlines() if line.strip()]


class StarForm(forms.Form):
    """Level, criteria, evidence, a few words."""

    level = forms.TypedChoiceField(label=_("Level"), coerce=int, widget=forms.RadioSelect)
    met = forms.MultipleChoiceField(label=_("Criteria met"), widget=forms.CheckboxSelectMultiple, required=False)
    evidence = forms.MultipleChoiceField(label=_("What shows it"), widget=forms.CheckboxSelectMultiple, required=False)
    words = forms.CharField(
        label=_("in a few words"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, honour: Honour, shown: Sequence[Shown], **kwargs: Any) -> None:
        """Offer the ladder's levels and criteria, and what the mentor can show."""
        super().__init__(*args, **kwargs)
        _offer(self, "level", [(one.level, one.label) for one in honour.levels])
        _offer(self, "met", [(text, text) for text in criteria_of(honour)])
        _offer(self, "evidence", [(one.value, one.words) for one in shown])
        for name in ("met", "evidence"):
            if not getattr(self.fields[name], "choices", ()):
                del self.fields[name]

    def facts(self) -> Application:
        """Return what was said."""
        said = self.cleaned_data
        return Application(said["level"], tuple(said.get("met", ())), tuple(said.get("evidence", ())), said["words"])


class StarReviewForm(forms.Form):
    """Granted or not, with the criteria found met."""

    granted = forms.ChoiceField(
        label=_("Decision"), widget=forms.RadioSelect, choices=[("yes", _("Grant")), ("no", _("Not this time"))]
    )
    met = forms.MultipleChoiceField(label=_("Criteria met"), widget=forms.CheckboxSelectMultiple, required=False)
    answer = forms.CharField(
        label=_("a word to the mentor"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, honour: Honour | None, row: StarApplication, **kwargs: Any) -> None:
        """Offer the ladder's criteria, those ticked by the mentor chosen."""
        super().__init__(*args, **{"initial": {"met": row.met}, **kwargs})
        texts = criteria_of(honour) if honour else []
        _offer(self, "met", [(text, text) for text in texts])
        if not texts:
            del self.fields["met"]


def criteria_of(honour: Honour) -> list[str]:
    """Return every criterion of a ladder once."""
    return list(dict.fromkeys(text for one in honour.levels for text in one.criteria))


def _offer(form: forms.Form, name: str, choices: list[Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _line(level: dict[str, Any]) -> str:
    criteria = f"：{'；'.join(level['criteria'])}" if level["criteria"] else ""
    return f"{level['label']}{criteria}"


def _level(line: str) -> Level:
    label, _colon, rest = line.strip().replace(":", "：").partition("：")
    texts = tuple(text.strip() for text in rest.replace(";", "；").split("；") if text.strip())
    if not label.strip() or len(label.strip()) > LABEL or any(len(text) > CRITERION for text in texts):
        raise ValidationError(gettext("“%(line)s” cannot be read: a name, a colon, criteria.") % {"line": line[:30]})
    return Level(label.strip(), tuple(dict.fromkeys(texts)))
