"""Form fields made from the types of a scheme, and the values read back from them."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from taoli.engine.facts import ATTENTION
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.shapes import Shape, model_of, shapes_of, tag_of
from taoli.schemes.phrases.fields import field_word
from taoli.schemes.phrases.statements import number
from taoli.schemes.phrases.vocabulary import value_word
from taoli.schemes.phrases.words import METHODS, WEEKDAYS, role_word

Choices = list[tuple[Any, Any]]
EMPTY = ("", "—")
LONG_TEXT = 120
SPARE_ROWS = 2
REGISTER = "register"
KEYS: Mapping[str, Callable[[Scheme], Choices]] = {
    "Duty.only_for": lambda scheme: [
        (ATTENTION, _("students in key attention")),
        *((one.key, one.label) for one in scheme.categories),
    ],
    "DutyCoverage.duties": lambda scheme: [(duty.key, duty.label) for duty in scheme.duties],
    "PerCount.duty": lambda scheme: [(duty.key, duty.label) for duty in scheme.duties],
    "DoneOnce.what": lambda scheme: [
        (REGISTER, _("the register is filled")),
        *((duty.key, duty.label) for duty in scheme.duties),
    ],
}


def choices_of(scheme: Scheme, model: type[BaseModel], name: str, shape: Shape) -> Choices:
    """Return what can be chosen, in words; empty for what is typed."""
    listed = KEYS.get(f"{model.__name__}.{name}")
    if listed:
        return listed(scheme)
    if name == "weekday":
        return list(WEEKDAYS.items())
    vocabulary = shape.enum.__name__ if shape.enum else name
    if vocabulary == "Actor":
        return [(value, role_word(scheme, value)) for value in shape.values]
    return [(value, value_word(vocabulary, value)) for value in shape.values]


def make_field(scheme: Scheme, model: type[BaseModel], name: str, shape: Shape) -> forms.Field:
    """Return the field of one value (not of a model): a list to choose from, a number, a tick, a text."""
    common: dict[str, Any] = {"label": field_word(model.__name__, name), "required": shape.needed}
    choices = choices_of(scheme, model, name, shape)
    if choices and shape.many:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **common)
    if choices:
        common["required"] = shape.needed or shape.default is not None
        empty = [] if shape.needed or shape.default is not None else [EMPTY]
        coerce = int if shape.kind == "whole" else str
        return forms.TypedChoiceField(choices=[*empty, *choices], coerce=coerce, empty_value=None, **common)
    return _typed(shape, common)


def _typed(shape: Shape, common: dict[str, Any]) -> forms.Field:
    if shape.kind == "flag":
        return forms.BooleanField(**{**common, "required": False})
    if shape.many:
        rows = {"rows": 4}
        widget = forms.Textarea(rows) if shape.kind == "text" else forms.TextInput()
        return forms.CharField(widget=widget, **common)
    if shape.kind in {"whole", "number"}:
        kind: Any = forms.IntegerField if shape.kind == "whole" else forms.FloatField
        number_field: forms.Field = kind(
            min_value=shape.least, max_value=shape.most, **{**common, "required": _asked(shape)}
        )
        return number_field
    long = shape.longest is not None and shape.longest > LONG_TEXT
    area = forms.Textarea({"rows": 4}) if long else forms.TextInput()
    return forms.CharField(max_length=shape.longest, widget=area, **common)


def _asked(shape: Shape) -> bool:
    """A number that has a default is asked for too: an empty field would say nothing."""
    return not shape.optional


def shown(value: Any, shape: Shape) -> Any:
    """Return a value as its field shows it."""
    if shape.many and shape.kind == "text" and not shape.pattern:
        return "\n".join(value or ())
    if shape.many and shape.kind == "whole":
        return ":".join(str(one) for one in value or ())
    return number(value) if isinstance(value, float) else value


def read(value: Any, shape: Shape, before: Any) -> Any:
    """Return what a field gave as the scheme keeps it; chosen lists keep the order they had."""
    if shape.many and isinstance(value, list):
        kept = [one for one in before or () if one in value]
        return [*kept, *(one for one in value if one not in kept)]
    if shape.many and shape.kind == "whole":
        return [int(one) for one in re.findall(r"\d+", value or "")]
    if shape.many:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]
    if shape.kind == "number" and value is not None:
        return float(value)
    return None if value == "" and shape.optional else value


class Part:
    """The fields of one model inside a form, under a prefix; models within it have parts of their own."""

    def __init__(
        self,
        form: forms.Form,
        scheme: Scheme,
        model: type[BaseModel],
        prefix: str,
        values: Mapping[str, Any] | None,
        *,
        names: Mapping[str, Shape] | None = None,
        optional: bool = False,
    ) -> None:
        """Add the fields, filled with the values there are."""
        self.form, self.scheme, self.model, self.prefix, self.optional = form, scheme, model, prefix, optional
        self.values = dict(values or {})
        tag = tag_of(model)
        shapes = names if names is not None else shapes_of(model)
        self.shapes = {name: shape for name, shape in shapes.items() if name != "key" and shape.values != (tag,)}
        self.parts: dict[str, Part | Rows] = {}
        for name, shape in self.shapes.items():
            self._add(name, shape)

    def _add(self, name: str, shape: Shape) -> None:
        value, here = self.values.get(name, shape.default), f"{self.prefix}{name}"
        if shape.kind != "model":
            self.form.fields[here] = make_field(self.scheme, self.model, name, shape)
            self.form.fields[here].initial = shown(_plain(value), shape)
            if self.optional:
                self.form.fields[here].required = False
        elif shape.many:
            self.parts[name] = Rows(self.form, self.scheme, self.model, name, f"{here}__", value or ())
        elif len(shape.models) > 1:
            self.parts[name] = Method(self.form, self.scheme, shape, f"{here}__", value)
        else:
            part = Part(self.form, self.scheme, shape.models[0], f"{here}__", value, optional=shape.optional)
            self.parts[name] = part

    def fields(self) -> Iterator[tuple[str, list[str]]]:
        """Yield what a group of fields is about (empty for single ones) and their names, in order."""
        for name in self.shapes:
            part = self.parts.get(name)
            if part is None:
                yield "", [f"{self.prefix}{name}"]
            else:
                title = field_word(self.model.__name__, name)
                yield title, [field for _title, names in part.fields() for field in names]

    def read(self) -> dict[str, Any] | None:
        """Return the values given, by name; None for an optional part whose first field is left empty."""
        given = self.form.cleaned_data
        found: dict[str, Any] = {}
        for name, shape in self.shapes.items():
            part = self.parts.get(name)
            found[name] = part.read() if part else read(given.get(f"{self.prefix}{name}"), shape, self.values.get(name))
        first = next(iter(self.shapes))
        return None if self.optional and found[first] in (None, "") else found


class Method(Part):
    """One of several models told apart by a tag (how an item is scored): choose it, then fill its own fields."""

    def __init__(self, form: forms.Form, scheme: Scheme, shape: Shape, prefix: str, value: Any) -> None:
        """Show the fields of the model asked for in the data, else of the value there is."""
        self.tag_field = f"{prefix}method"
        typed = form.data.get(self.tag_field) if form.data else None
        by_tag = {str(tag_of(model)): model for model in shape.models}
        now = model_of(shape, value)
        model = by_tag.get(typed or "", now)
        words = [(tag, METHODS.get(tag, tag)) for tag in by_tag]
        form.fields[self.tag_field] = forms.ChoiceField(
            label=field_word("AppraisalItem", "method"), choices=words, initial=tag_of(model)
        )
        form.fields[self.tag_field].widget.attrs["data-again"] = ""
        shown_field = f"{prefix}shown"
        form.fields[shown_field] = forms.CharField(widget=forms.HiddenInput, required=False, initial=tag_of(model))
        super().__init__(form, scheme, model, prefix, value if model is now else None)
        #: Another method was chosen than the one whose fields were on the page: they are to be filled first.
        self.unseen = bool(form.data) and form.data.get(shown_field) != tag_of(model)

    def fields(self) -> Iterator[tuple[str, list[str]]]:
        """Put the choice before the fields."""
        yield "", [self.tag_field]
        yield from super().fields()

    def read(self) -> dict[str, Any] | None:
        """Return the values with their tag."""
        return {"method": tag_of(self.model), **(super().read() or {})}


class Rows:
    """A list of small models, one row each, with spare rows; a row whose first field is empty falls away."""

    def __init__(
        self, form: forms.Form, scheme: Scheme, owner: type[BaseModel], name: str, prefix: str, values: Any
    ) -> None:
        """Add a row for each value and some to spare."""
        model = shapes_of(owner)[name].models[0]
        rows = [_plain(value) for value in values]
        self.parts = [
            Part(form, scheme, model, f"{prefix}{place}__", value, optional=True)
            for place, value in enumerate([*rows, *({} for _ in range(SPARE_ROWS))])
        ]

    def fields(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the fields row by row."""
        for part in self.parts:
            yield from part.fields()

    def read(self) -> list[dict[str, Any]]:
        """Return the rows that say something."""
        return [found for found in (part.read() for part in self.parts) if found is not None]


def _plain(value: Any) -> Any:
    return value.value if hasattr(value, "value") else value
