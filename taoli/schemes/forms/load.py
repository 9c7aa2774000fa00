"""The numbers and minutes of the load calculator; nothing of it is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.facts import ATTENTION
from taoli.engine.load import Minutes, SchoolNumbers, deal_of, roles_of
from taoli.engine.load.deals import ONE_SELF
from taoli.engine.load.minutes import CONFERENCES, MINUTES, SLOT, TRAVEL
from taoli.engine.load.numbers import assumed_share
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, ConferenceKind, CoverageKind, Kind, Unit
from taoli.schemes.phrases.load import GROUPS_WORD
from taoli.schemes.phrases.vocabulary import CONFERENCES as CONFERENCE_WORDS
from taoli.schemes.phrases.words import KINDS, role_word

MOST_PEOPLE, MOST_WEEKS, MOST_MINUTES, PERCENT = 20_000, 40, 600, 100
COUNTED = (Actor.MENTOR, Actor.LEAD_MENTOR, Actor.SUBJECT_TEACHER)
SCHOOL, PEOPLE, MARKED, KINDS_OF, MEETINGS = (
    _("The school"),
    _("How many hold a role"),
    _("Students with a mark, in percent"),
    _("Minutes for each record"),
    _("Minutes for each conference, slot and way"),
)


class LoadForm(forms.Form):
    """What this scheme needs to be reckoned, filled with the school's numbers where the address says nothing."""

    def __init__(self, typed: Mapping[str, Any], *, scheme: Scheme, numbers: SchoolNumbers) -> None:
        """Make the fields that play a part in this scheme."""
        self.scheme, self.known = scheme, numbers
        self.groups: dict[Any, list[str]] = {}
        self.starts: dict[str, Any] = {}
        self._declared: dict[str, forms.Field] = {}
        self._school(scheme, numbers)
        self._bounds(scheme)
        self._people(scheme, numbers)
        self._shares(scheme, numbers)
        self._minutes(scheme)
        given = {name: typed.get(name, start) for name, start in self.starts.items()}
        super().__init__(given)
        self.fields.update(self._declared)

    def numbers(self) -> SchoolNumbers:
        """Return the school's numbers as typed; what cannot be read stays as it was known."""
        real = not self.starts.get("deal") or self._of("deal") == "real"
        bounds = {role: (self._of(f"least_{role}"), self._of(f"most_{role}")) for role in self._bounded()}
        people = {role: self._of(f"people_{role}") for role in Actor if f"people_{role}" in self.starts}
        shares = {name.removeprefix("share_"): self._of(name) / PERCENT for name in self._named("share_")}
        plain = {name: self._of(name) for name in PLAIN if name in self.starts}
        return replace(
            self.known,
            **plain,
            holders={**self.known.holders, **people},
            shares={**self.known.shares, **shares},
            bounds=bounds,
            deals=self.known.deals if real else (),
            lead_deals=self.known.lead_deals if real else (),
        )

    def minutes(self) -> Minutes:
        """Return the minutes as typed."""
        kinds = {Kind(name.removeprefix("kind_")): self._of(name) for name in self._named("kind_")}
        held = {ConferenceKind(name.removeprefix("held_")): self._of(name) for name in self._named("held_")}
        travel, slot = (self._of(one) if one in self.starts else usual for one, usual in WAYS.items())
        return Minutes(kinds, held, travel, slot)

    def lines(self) -> Iterator[tuple[Any, list[forms.BoundField]]]:
        """Return the fields as they stand on the page: a heading and its fields."""
        for words, names in self.groups.items():
            yield words, [self[name] for name in names]

    def _of(self, name: str) -> Any:
        given = self.cleaned_data.get(name) if self.is_valid() or name not in self.errors else None
        return self.starts[name] if given is None and name not in self._may_be_empty() else given

    def _may_be_empty(self) -> list[str]:
        return [*self._named("least_"), *self._named("most_")]

    def _named(self, start: str) -> list[str]:
        return [name for name in self.starts if name.startswith(start)]

    def _bounded(self) -> list[Actor]:
        return [role for role in self.scheme.capacity if f"least_{role}" in self.starts]

    def _school(self, scheme: Scheme, numbers: SchoolNumbers) -> None:
        listed = scheme.coverage.whom == CoverageKind.LISTED_STUDENTS
        help_text = _("Only listed students have a mentor here: type how many.") if listed else ""
        self._add(SCHOOL, "students", _("Students"), numbers.students, MOST_PEOPLE, help_text=help_text)
        self._add(SCHOOL, "mentors", _("Mentors, homeroom teachers too"), numbers.mentors, MOST_PEOPLE)
        self._add(SCHOOL, "homeroom_teachers", _("Homeroom teachers"), numbers.homeroom_teachers, MOST_PEOPLE)
        self._add(SCHOOL, "classes", _("Classes"), numbers.classes, MOST_PEOPLE)
        self._add(SCHOOL, "grades", _("Grades"), numbers.grades, MOST_WEEKS)
        if scheme.unit in GROUPS_WORD:
            self._add(SCHOOL, "groups", GROUPS_WORD[scheme.unit], numbers.groups, MOST_PEOPLE)
        each = round(deal_of(scheme, numbers, Actor.MENTOR).classes, 1)
        if not numbers.deals:
            words = _("Classes a mentor's students come from")
            self._add(SCHOOL, "classes_of_mentor", words, each, MOST_WEEKS, decimal=True, least=1)
        if Actor.SUBJECT_TEACHER in roles_of(scheme) or any(
            one.per == "class_taught" for one in scheme.capacity.values()
        ):
            words = _("Classes a teacher teaches")
            self._add(SCHOOL, "classes_taught", words, numbers.classes_taught, MOST_WEEKS, decimal=True, least=1)
        self._add(SCHOOL, "weeks", _("Teaching weeks of a term"), numbers.weeks, MOST_WEEKS, least=1)
        if numbers.deals or numbers.lead_deals:
            self._declared["deal"] = forms.ChoiceField(
                label=_("Who has whom"),
                choices=[("real", _("As paired today")), ("even", _("Dealt evenly"))],
                widget=forms.RadioSelect,
            )
            self.starts["deal"] = "real"
            self.groups.setdefault(SCHOOL, []).append("deal")

    def _bounds(self, scheme: Scheme) -> None:
        for role, capacity in scheme.capacity.items():
            bound = capacity.bounds(Unit.STUDENT)
            if bound is not None and capacity.per == "mentor":
                words = _("%(role)s: how many students") % {"role": role_word(scheme, role)}
                for name, label, start in (
                    (f"least_{role}", _("at least"), bound.min),
                    (f"most_{role}", _("at most"), bound.max),
                ):
                    self._add(words, name, label, start, MOST_PEOPLE, required=False)

    def _people(self, scheme: Scheme, numbers: SchoolNumbers) -> None:
        for role in roles_of(scheme):
            if role not in COUNTED and role not in ONE_SELF:
                start = numbers.holders.get(role, 1)
                self._add(PEOPLE, f"people_{role}", role_word(scheme, role), start, MOST_PEOPLE, least=1)

    def _shares(self, scheme: Scheme, numbers: SchoolNumbers) -> None:
        words = {category.key: category.label for category in scheme.categories}
        words[ATTENTION] = str(_("Key attention"))
        for code in dict.fromkeys(code for duty in scheme.duties for code in duty.only_for):
            start = round(numbers.shares.get(code, assumed_share(code)) * PERCENT, 1)
            self._add(MARKED, f"share_{code}", words[code], start, PERCENT, decimal=True)

    def _minutes(self, scheme: Scheme) -> None:
        kinds = dict.fromkeys(kind for duty in scheme.duties if not duty.min_minutes for kind in duty.kinds)
        if any(one.times is not None and one.hours is None for one in scheme.training):
            kinds[Kind.TRAINING] = None
        for kind in kinds:
            self._add(KINDS_OF, f"kind_{kind}", KINDS[kind], MINUTES[kind], MOST_MINUTES)
        for held in dict.fromkeys(one.kind for one in scheme.conferences if one.per is not None):
            self._add(MEETINGS, f"held_{held}", CONFERENCE_WORDS[held], CONFERENCES[held], MOST_MINUTES)
        if any(Kind.HOME_VISIT in duty.kinds for duty in scheme.duties):
            self._add(MEETINGS, "travel", _("To a home and back"), TRAVEL, MOST_MINUTES)
        if any(duty.protected_slot for duty in scheme.duties):
            self._add(MEETINGS, "slot", _("Fixed slot"), SLOT, MOST_MINUTES)

    def _add(self, words: Any, name: str, label: Any, start: Any, most: int, *, least: int = 0, **how: Any) -> None:
        decimal = how.pop("decimal", False)
        kind = forms.FloatField if decimal else forms.IntegerField
        field = kind(label=label, min_value=least, max_value=most, **how)
        field.widget.attrs["inputmode"] = "decimal" if decimal else "numeric"
        self._declared[name] = field
        self.starts[name] = start
        self.groups.setdefault(words, []).append(name)


WAYS = {"travel": float(TRAVEL), "slot": float(SLOT)}
PLAIN = (
    "students",
    "mentors",
    "homeroom_teachers",
    "classes",
    "grades",
    "groups",
    "classes_of_mentor",
    "classes_taught",
    "weeks",
)
