"""A round with its levels, an application, its endorsement, a review, a remark, a tie."""

import re
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taoli.engine.stars import Kind
from taoli.oversight.models import Member, StarCandidacy, StarEntry, StarRemark, StarRound, StarTie
from taoli.oversight.queries.stars import Level, levels_of
from taoli.oversight.services.candidacies import Said
from taoli.oversight.services.star_rounds import RoundFacts
from taoli.roster.models import Staff

# What a criterion is called in a line; anything else is judged by people.
WORDS = {
    "导师年限": Kind.YEARS,
    "培训课时": Kind.HOURS,
    "公布考核": Kind.APPRAISALS,
    "校级星级": Kind.STAR,
    "案例集": Kind.STORIES,
}
NO_OBJECTION = "无未结异议"
COUNTED = re.compile(rf"({'|'.join(WORDS)})\s*(\d{{1,4}})")
HEAD = re.compile(r"(.{1,20}?)(?:\s+(\d{1,4})\s*名)?")
MOST, LONGEST = 10, 80


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))


class RoundForm(forms.Form):
    """A round; levels one a line."""

    title = forms.CharField(label=_("title"), max_length=60)
    kind = forms.ChoiceField(
        label=_("who applies"), choices=StarRound.Kind.choices, widget=forms.RadioSelect, initial="single"
    )
    levels = forms.CharField(
        label=_("Levels and criteria"),
        max_length=4000,
        widget=_area(6),
        help_text=_(
            "One level a line, the lowest first, with a quota where there is one: 三星 5名：导师年限 3；培训课时 16；"
            "公布考核 2；校级星级 2；案例集 1；无未结异议；能带动同伴. What is not counted is judged by the reviewers."
        ),
    )
    needs_below = forms.BooleanField(label=_("only whom a district has recognised"), required=False)
    apply_until = _day(_("applications until"))
    review_until = _day(_("reviews until"))
    notice_days = forms.IntegerField(label=_("days of the public notice"), min_value=3, max_value=30, initial=5)
    valid_years = forms.IntegerField(label=_("valid for years"), min_value=1, max_value=10, initial=3)
    telephone = forms.CharField(label=_("telephone for remarks"), max_length=40)
    mailbox = forms.CharField(label=_("where letters go"), max_length=80)
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, row: StarRound | None, **kwargs: Any) -> None:
        """Begin with what is there."""
        begun: dict[str, Any] = {}
        if row is not None:
            begun = {name: getattr(row, name) for name in self.base_fields}
            begun["levels"] = "\n".join(_line(one) for one in levels_of(row))
        super().__init__(*args, **{"initial": begun, **kwargs})

    def clean_levels(self) -> list[dict[str, Any]]:
        """Read the lines."""
        lines = [line for line in self.cleaned_data["levels"].splitlines() if line.strip()]
        if len(lines) > MOST:
            raise ValidationError(gettext("A round has ten levels at most."))
        found = [_level(line, place) for place, line in enumerate(lines, 1)]
        if len({one["label"] for one in found}) < len(found):
            raise ValidationError(gettext("Two levels have the same name."))
        return found

    def facts(self) -> RoundFacts:
        """Return what was said."""
        return RoundFacts(**{name: self.cleaned_data[name] for name in RoundFacts.__slots__})


class StarApplyForm(forms.Form):
    """Level, years, words, consent; for a team its name and members."""

    level = forms.ChoiceField(label=_("Level"), widget=forms.RadioSelect)
    name = forms.CharField(label=_("name of the team"), max_length=60)
    team = forms.MultipleChoiceField(label=_("the others of the team"), widget=forms.CheckboxSelectMultiple)
    years = forms.IntegerField(
        label=_("years as a mentor altogether"),
        min_value=0,
        max_value=60,
        required=False,
        help_text=_("Where Taoli does not know all of them; the school confirms it."),
    )
    words = forms.CharField(
        label=_("in a few words"), max_length=800, widget=_area(8), help_text=_("No names of students or classes.")
    )
    consent = forms.BooleanField(label=_("I agree that what stands on this page goes to the bureau"))

    def __init__(
        self, *args: Any, row: StarRound, colleagues: Sequence[Staff], mine: StarCandidacy | None, **kwargs: Any
    ) -> None:
        """Begin with what came back; offer the round's levels; only a team has a name and others."""
        begun: dict[str, Any] = {}
        if mine is not None:
            begun = {"level": mine.level, "words": mine.words, "name": mine.name, "team": mine.people}
            begun["years"] = mine.evidence.get("years")
        super().__init__(*args, **{"initial": begun, **kwargs})
        _offer(self, "level", [(one.key, one.label) for one in levels_of(row)])
        _offer(self, "team", [(str(one.pk), one.name) for one in colleagues])
        if row.kind == StarRound.Kind.SINGLE:
            del self.fields["name"], self.fields["team"]

    def said(self) -> Said:
        """Return what was said."""
        said = self.cleaned_data
        team = tuple(uuid.UUID(one) for one in said.get("team", ()))
        return Said(said["level"], said["words"], said["years"] or 0, said.get("name", ""), team)

    def put(self, words: str) -> None:
        """Show other words than were typed: a proposal without names."""
        typed: Any = self.data.copy()  # type: ignore[attr-defined]
        typed["words"] = words
        self.data = typed


class EndorseForm(forms.Form):
    """The school's sentence, or a word back."""

    words = forms.CharField(label=_("the school's sentence"), max_length=300, widget=_area(3))


class StarReviewForm(forms.Form):
    """0 to 10 and a sentence for each criterion."""

    def __init__(self, *args: Any, level: Level, scores: dict[str, Any], **kwargs: Any) -> None:
        """Ask for each criterion of the level."""
        super().__init__(*args, **kwargs)
        self.keys = [one.key for one in level.criteria]
        for one in level.criteria:
            points, said = scores.get(one.key, (None, ""))
            self.fields[f"points-{one.key}"] = forms.IntegerField(
                label=gettext("%(criterion)s: points, 0 to 10") % {"criterion": one.label},
                min_value=0,
                max_value=10,
                initial=points,
            )
            self.fields[f"said-{one.key}"] = forms.CharField(
                label=gettext("%(criterion)s: in a sentence") % {"criterion": one.label}, max_length=200, initial=said
            )

    def scores(self) -> dict[str, tuple[int, str]]:
        """Return points and sentence by criterion."""
        said = self.cleaned_data
        return {key: (said[f"points-{key}"], said[f"said-{key}"]) for key in self.keys}


class StarRemarkForm(forms.Form):
    """A remark that came in; who made it is not asked."""

    entry = forms.TypedChoiceField(label=_("whom it concerns"), coerce=uuid.UUID)
    came_on = _day(_("came in on"))
    way = forms.ChoiceField(
        label=_("how it came in"), choices=StarRemark.Way.choices, widget=forms.RadioSelect, initial="phone"
    )
    text = forms.CharField(
        label=_("what was said"),
        max_length=1000,
        widget=_area(4),
        help_text=_("Without the name of whoever said it."),
    )

    def __init__(self, *args: Any, entries: Sequence[StarEntry], **kwargs: Any) -> None:
        """Offer the names of the notice."""
        super().__init__(*args, **kwargs)
        _offer(self, "entry", [(str(one.pk), one.name) for one in entries])


class StarAnswerForm(forms.Form):
    """What the bureau found."""

    remark = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.CharField(label=_("what the bureau found and answered"), max_length=1000, widget=_area(3))
    upheld = forms.ChoiceField(
        label=_("What follows"),
        widget=forms.RadioSelect,
        choices=[("no", _("The name stands")), ("yes", _("The name is taken off"))],
    )


class TieForm(forms.Form):
    """Who is tied to which school."""

    reviewer = forms.TypedChoiceField(label=_("reviewer"), coerce=uuid.UUID)
    member = forms.TypedChoiceField(label=_("school"), coerce=uuid.UUID)
    kind = forms.ChoiceField(
        label=_("what ties them"), choices=StarTie.Kind.choices, widget=forms.RadioSelect, initial="home"
    )

    def __init__(self, *args: Any, reviewers: Sequence[Staff], members: Sequence[Member], **kwargs: Any) -> None:
        """Offer the bureau's reviewers and schools."""
        super().__init__(*args, **kwargs)
        _offer(self, "reviewer", [(str(one.pk), one.name) for one in reviewers])
        _offer(self, "member", [(str(one.pk), one.name) for one in members])


class AskedForm(forms.Form):
    """Names or numbers, one a line."""

    lines = forms.CharField(
        label=_("names or staff numbers, one a line"), max_length=8000, required=False, widget=_area(6)
    )

    def asked(self) -> list[str]:
        """Return the lines that are not empty."""
        return [line.strip() for line in self.cleaned_data["lines"].splitlines() if line.strip()]


def _offer(form: forms.Form, name: str, choices: list[Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _line(level: Level) -> str:
    quota = "" if level.quota is None else f" {level.quota}名"
    return f"{level.label}{quota}：{'；'.join(one.label for one in level.criteria)}"


def _level(line: str, place: int) -> dict[str, Any]:
    head, _colon, rest = line.strip().replace(":", "：").partition("：")
    found = HEAD.fullmatch(head.strip())
    texts = list(dict.fromkeys(text.strip() for text in rest.replace(";", "；").split("；") if text.strip()))
    if found is None or not texts or len(texts) > MOST or any(len(text) > LONGEST for text in texts):
        raise ValidationError(gettext("“%(line)s” cannot be read: a name, a colon, criteria.") % {"line": line[:30]})
    quota = int(found[2]) if found[2] else None
    criteria = [_criterion(text, number) for number, text in enumerate(texts, 1)]
    return {"key": f"l{place}", "label": found[1], "quota": quota, "criteria": criteria}


def _criterion(text: str, number: int) -> dict[str, Any]:
    counted = COUNTED.fullmatch(text)
    kind = WORDS[counted[1]] if counted else Kind.NO_OBJECTION if text == NO_OBJECTION else Kind.FREE
    return {"key": f"c{number}", "label": text, "kind": kind.value, "number": int(counted[2]) if counted else 0}
