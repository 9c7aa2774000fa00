"""A draw: what is announced, the number, a code, three answers, a sentence of the school."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.typed import day
from taoli.oversight.models import Draw
from taoli.oversight.phrases.draws import QUESTIONS, WORDS
from taoli.oversight.services.draws import DrawFacts

MOST = 500
SPREAD = (("each", pgettext_lazy("draw", "of each school")), ("all", pgettext_lazy("draw", "of all schools together")))


class DrawForm(forms.Form):
    """What is announced, and nobody can change afterwards."""

    title = forms.CharField(label=_("title"), max_length=60)
    whom = forms.ChoiceField(
        label=_("who is asked"), choices=Draw.Whom.choices, widget=forms.RadioSelect, initial="families"
    )
    k = forms.IntegerField(label=_("how many are drawn"), min_value=1, max_value=MOST)
    spread = forms.ChoiceField(
        label=pgettext_lazy("draw", "drawn"), choices=SPREAD, widget=forms.RadioSelect, initial="each"
    )
    schools = forms.IntegerField(
        label=_("how many schools are drawn"),
        required=False,
        min_value=1,
        max_value=MOST,
        help_text=_("Leave it empty for all schools of the area."),
    )
    sentence = forms.CharField(
        label=_("published sentence"),
        max_length=200,
        help_text=_("Any sentence. It is public from now on and makes one half of the seed."),
    )
    number_from = forms.CharField(
        label=_("which number decides"),
        max_length=200,
        help_text=_("A public number nobody can know or steer, as a lottery number of that day; the other half."),
    )
    seed_on = day(_("day of the number"), _("Schools freeze their lists before this day."))
    ends_on = day(_("last day of the calls"))
    telephone = forms.CharField(
        label=_("telephone for answers"),
        max_length=40,
        help_text=_("It stands on the slips, for families without a phone screen."),
    )

    def facts(self) -> DrawFacts:
        """Return what was said."""
        said = dict(self.cleaned_data)
        return DrawFacts(each=said.pop("spread") == "each", **said)


class NumberForm(forms.Form):
    """The number of the day."""

    number = forms.CharField(
        label=_("the number"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


class CallCodeForm(forms.Form):
    """The code of a slip."""

    code = forms.CharField(
        label=pgettext_lazy("survey", "Code on your slip"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class ThreeForm(forms.Form):
    """Three questions, three taps."""

    def __init__(self, *args: Any, whom: str, **kwargs: Any) -> None:
        """Ask what is asked of them."""
        super().__init__(*args, **kwargs)
        for key, text in QUESTIONS[whom]:
            self.fields[key] = forms.ChoiceField(label=str(text), choices=list(WORDS.items()), widget=forms.RadioSelect)


class CallerForm(ThreeForm):
    """What was said on the telephone: the code as it is read out, and the answers."""

    code = CallCodeForm.base_fields["code"]


class RemarkForm(forms.Form):
    """One sentence that goes with the counts."""

    remark = forms.CharField(
        label=_("a sentence of the school"),
        required=False,
        max_length=200,
        help_text=_("It goes to the bureau with the counts. No names."),
    )
