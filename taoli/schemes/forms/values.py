"""The form of a section or of one entry of it: fields from the types, changes as path → value."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme import Problem, Scheme, dump
from taoli.engine.scheme.shapes import shapes_of
from taoli.engine.scheme.vocabulary import Actor
from taoli.schemes.forms.made import Method, Part
from taoli.schemes.phrases import problem_sentence, role_word
from taoli.schemes.queries.sections import Section, entry_model, shown_fields, value_of

ROLES = tuple(role.value for role in Actor)
Groups = Iterator[tuple[str, list[tuple[forms.BoundField, str]]]]


class ValuesForm(forms.Form):
    """Values at one path: a section, an entry of it (`name`), or one still to be added; plain values of the scheme
    that stand with the section come first.
    """

    def __init__(
        self, *args: Any, scheme: Scheme, section: Section, edit: int, name: str = "", kind: str = "", **kwargs: Any
    ) -> None:
        """Make the fields, filled with what the scheme says now."""
        super().__init__(*args, **kwargs)
        self.scheme, self.section, self.tree = scheme, section, dump(scheme)
        self.parts: dict[str, Part] = {}
        self.points: dict[str, str] = {}
        if not name and section.top:
            tops = {top: shapes_of(Scheme)[top] for top in section.top}
            self.parts[""] = Part(self, scheme, Scheme, "", self.tree, names=tops)
        self.path = f"{section.path}.{name}" if name else section.path
        if name or section.kind == "values":
            self.now: Any = value_of(self.tree, self.path)
            model = entry_model(section, self.now or {"kind": kind or name})
            self.parts[self.path] = Part(self, scheme, model, "", self.now, names=shown_fields(section, model))
            self._items(name)
        self.fields["edit"] = forms.IntegerField(widget=forms.HiddenInput, initial=edit)

    def _items(self, name: str) -> None:
        """All points of an appraisal stand together: one item cannot change alone without breaking their sum."""
        appraisal = self.scheme.appraisal
        if self.section.name != "items" or appraisal is None:
            return
        others = {f"appraisal.items.{item.key}.points": item for item in appraisal.items if item.key != name}
        named = {path: (item.label, item.points) for path, item in others.items()}
        named["appraisal.full"] = (str(_("Full points")), appraisal.full)
        for path, (label, points) in named.items():
            field = path.replace(".", "__")
            self.points[field] = path
            self.fields[field] = forms.FloatField(min_value=0, max_value=1000, label=label, initial=f"{points:g}")

    def groups(self) -> Groups:
        """Return the fields as they stand on the page: (what a group is about, its fields with a note)."""
        for path, part in self.parts.items():
            for title, names in part.fields():
                yield title, [(self[one], self._note(path, one)) for one in names]
        if self.points:
            yield str(_("The other items, and all points together")), [(self[one], "") for one in self.points]

    def _note(self, path: str, field: str) -> str:
        """What the text leaves open says so, typed or not."""
        holder = value_of(self.tree, path) if path else self.tree
        left = (holder or {}).get("open", ()) if isinstance(holder, Mapping) else ()
        return str(_("needed before publishing")) if field in left else ""

    @property
    def asks_again(self) -> bool:
        """Another method was chosen: its own fields are to be filled before anything can be saved."""
        found = [inner for part in self.parts.values() for inner in part.parts.values() if isinstance(inner, Method)]
        return any(one.unseen for one in found)

    def unread(self) -> None:
        """Show the fields of the method just chosen, without blaming anybody for not having filled them."""
        typed: Any = self.data
        typed = typed.copy()
        for name, field in self.fields.items():
            if name.endswith("__shown") or (name not in typed and field.initial not in (None, False)):
                typed[name] = field.initial
        self.data, self._errors = typed, ErrorDict()

    def changes(self) -> dict[str, Any]:
        """Return path → value of what differs from the scheme as it is, for a valid form; a new entry as a whole."""
        found: dict[str, Any] = {}
        for path, part in self.parts.items():
            given = part.read() or {}
            now = self.tree if not path else value_of(self.tree, path)
            if now is None:
                found[path] = given
            else:
                start = f"{path}." if path else ""
                found |= {f"{start}{name}": value for name, value in given.items() if now.get(name) != value}
        for field, path in self.points.items():
            points = float(self.cleaned_data[field])
            if value_of(self.tree, path) != points:
                found[path] = points
        return found

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Put each problem at its field, or above the form when it has none."""
        for problem in problems:
            self.add_error(self._field_of(problem.path), problem_sentence(self.scheme, problem))

    def _field_of(self, path: str) -> str | None:
        inside = path.removeprefix(f"{self.path}.") if self.path else path
        names = inside.split(".")
        for length in range(len(names), 0, -1):
            field = "__".join(names[:length])
            if field in self.fields:
                return field
        return path.replace(".", "__") if path.replace(".", "__") in self.fields else None


class LabelsForm(forms.Form):
    """What the school calls everybody; an empty field leaves our own word."""

    path = "labels"
    points: Mapping[str, str] = {}
    asks_again = False

    def __init__(self, *args: Any, scheme: Scheme, edit: int, **kwargs: Any) -> None:
        """Show a field for each role."""
        super().__init__(*args, **kwargs)
        self.scheme, self.labels = scheme, dump(scheme)["labels"]
        shape = shapes_of(Scheme)["labels"]
        for role in ROLES:
            self.fields[role] = forms.CharField(
                max_length=shape.longest,
                required=False,
                label=role_word(scheme.model_copy(update={"labels": {}}), role),
                initial=self.labels.get(role, ""),
            )
        self.fields["edit"] = forms.IntegerField(widget=forms.HiddenInput, initial=edit)

    def groups(self) -> Groups:
        """Return each field alone."""
        for role in ROLES:
            yield "", [(self[role], "")]

    def changes(self) -> dict[str, Any]:
        """Return the labels that differ; None where one is taken away."""
        given = {role: self.cleaned_data[role].strip() or None for role in ROLES}
        return {f"labels.{role}": word for role, word in given.items() if self.labels.get(role) != word}

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Put each problem at its field."""
        for problem in problems:
            field = problem.path.removeprefix("labels.")
            self.add_error(field if field in self.fields else None, problem_sentence(self.scheme, problem))
