"""The parts of a scheme as the editor shows them, in the order of the flow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from taoli.engine.scheme import Scheme, dump
from taoli.engine.scheme.shapes import Shape, model_of, shape_at, shapes_of
from taoli.engine.scheme.tree import child, entry_name

Kind = Literal["values", "list", "roles", "words", "plain"]


@dataclass(frozen=True, slots=True)
class Section:
    """One part: `path` in the scheme, how it is edited, plain values of the scheme shown with it (`top`), values
    that have a section of their own (`skip`), whether it may be left out.
    """

    name: str
    path: str
    kind: Kind
    top: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    optional: bool = False


ALL = (
    Section("basics", "", "plain", top=("title",)),
    Section("bodies", "bodies", "list"),
    Section("labels", "labels", "words"),
    Section("coverage", "coverage", "values"),
    Section("capacity", "capacity", "roles", top=("unit", "other_units", "max_classes_per_mentor")),
    Section("eligibility", "eligibility", "values"),
    Section("steps", "steps", "list"),
    Section("continuity", "continuity", "values", optional=True),
    Section("guidances", "guidances", "list"),
    Section("duties", "duties", "list"),
    Section("cycle", "cycle", "values", optional=True),
    Section("conferences", "conferences", "list"),
    Section("categories", "categories", "list"),
    Section("archive_sections", "archive_sections", "list"),
    Section("forms", "forms", "list"),
    Section("appraisal", "appraisal", "values", skip=("items", "honours", "allowance"), optional=True),
    Section("items", "appraisal.items", "list", skip=("variants",)),
    Section("honours", "appraisal.honours", "list"),
    Section("allowance", "appraisal.allowance", "values", optional=True),
    Section("training", "training", "list"),
    Section("texts", "texts", "list"),
)
SECTIONS: Mapping[str, Section] = {section.name: section for section in ALL}


def value_of(tree: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path of a dumped scheme, None where nothing does."""
    node: Any = tree
    try:
        for name in path.split("."):
            node = child(node, name)
    except (KeyError, TypeError):
        return None
    return node


def there(section: Section, scheme: Scheme) -> bool:
    """Say whether the scheme has the place where the section stands (no items without an appraisal)."""
    return "." not in section.path or scheme.appraisal is not None


def shape_of(section: Section) -> Shape:
    """Return how the section is typed."""
    found = shape_at({}, section.path)
    if found is None:
        raise LookupError(section.path)
    return found


def names(section: Section, tree: Mapping[str, Any]) -> list[str]:
    """Return the names of the entries, in their order."""
    found = value_of(tree, section.path) or ()
    return list(found) if isinstance(found, Mapping) else [str(entry_name(entry)) for entry in found]


def entry_model(section: Section, entry: Any) -> type[BaseModel]:
    """Return the type of one entry (or of the section's values)."""
    return model_of(shape_of(section), entry)


def shown_fields(section: Section, model: type[BaseModel]) -> dict[str, Shape]:
    """Return the values that a form shows: all but keys and tags, which the machine keeps."""
    return {
        name: shape
        for name, shape in shapes_of(model).items()
        if name != "key" and name not in section.skip and not (len(shape.values) == 1 and shape.enum is None)
    }


def tree_of(scheme: Scheme) -> dict[str, Any]:
    """Return the scheme as plain data."""
    return dump(scheme)
