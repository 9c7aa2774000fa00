"""What the published text leaves to the school, and how records count, on one form."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme import AppraisalItem, Problem, Scheme, dump
from taoli.engine.scheme.shapes import Shape, model_of, shape_at, shapes_of
from taoli.schemes.forms.made import make_field, read, shown
from taoli.schemes.phrases import path_words, problem_sentence
from taoli.schemes.queries.sections import value_of

AS_PRINTED = _("By coverage: has each student been reached in each period")


class OpenForm(forms.Form):
    """The values that stand empty in the text, typed or not, and the items that may be scored in two ways."""

    path = ""
    asks_again = False

    def __init__(self, *args: Any, scheme: Scheme, base: Scheme, edit: int, **kwargs: Any) -> None:
        """Make a field for each value that the base leaves open."""
        super().__init__(*args, **kwargs)
        self.scheme, self.tree = scheme, dump(scheme)
        self.paths: dict[str, tuple[str, Shape]] = {}
        for path in left_open(dump(base)):
            self._value(path)
        self._scoring(scheme)
        self.open_names = list(self.fields)
        self.fields["edit"] = forms.IntegerField(widget=forms.HiddenInput, initial=edit)

    def _value(self, path: str) -> None:
        parent, _dot, name = path.rpartition(".")
        outer, shape = shape_at(self.tree, parent), shape_at(self.tree, path)
        if outer is None or shape is None or value_of(self.tree, parent) is None:
            return
        field = path.replace(".", "__")
        self.paths[field] = (path, shape)
        self.fields[field] = make_field(self.scheme, model_of(outer, value_of(self.tree, parent)), name, shape)
        self.fields[field].label = path_words(self.scheme, path)
        self.fields[field].initial = shown(value_of(self.tree, path), shape)

    def _scoring(self, scheme: Scheme) -> None:
        shape = shapes_of(AppraisalItem)["chosen"]
        for item in scheme.appraisal.items if scheme.appraisal else ():
            if item.variants:
                path = f"appraisal.items.{item.key}.chosen"
                field = path.replace(".", "__")
                self.paths[field] = (path, shape)
                self.fields[field] = forms.ChoiceField(
                    label=path_words(scheme, path),
                    choices=[("", AS_PRINTED), *((one.key, one.label) for one in item.variants)],
                    required=False,
                    initial=item.chosen or "",
                    widget=forms.RadioSelect,
                )

    @property
    def scored(self) -> bool:
        """Whether there is an item that may count records."""
        return any(name.endswith("__chosen") for name in self.open_names)

    def groups(self) -> Iterator[tuple[str, list[tuple[forms.BoundField, str]]]]:
        """Return each field alone; what the text leaves open says so, typed or not."""
        for name in self.open_names:
            note = "" if name.endswith("__chosen") else str(_("needed before publishing"))
            yield "", [(self[name], note)]

    def changes(self) -> dict[str, Any]:
        """Return path → value of what differs."""
        found = {}
        for field, (path, shape) in self.paths.items():
            before = value_of(self.tree, path)
            value = read(self.cleaned_data[field], shape, before)
            if value != before:
                found[path] = value
        return found

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Put each problem at its field."""
        for problem in problems:
            field = problem.path.replace(".", "__")
            self.add_error(field if field in self.fields else None, problem_sentence(self.scheme, problem))


def left_open(node: Any, path: str = "") -> Iterator[str]:
    """Yield the paths that a text names as open, typed meanwhile or not."""
    if isinstance(node, dict):
        yield from (f"{path}{name}" for name in node.get("open", ()))
        for name, value in node.items():
            yield from left_open(value, f"{path}{name}.")
    elif isinstance(node, list):
        for entry in node:
            name = entry.get("key") or entry.get("kind") if isinstance(entry, dict) else None
            if name:
                yield from left_open(entry, f"{path}{name}.")
