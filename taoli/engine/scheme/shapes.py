"""How each value of a scheme is typed, read from the types themselves: forms, words and comparisons rest on it."""

import functools
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.tree import child

PLAIN: Mapping[Any, str] = {bool: "flag", int: "whole", float: "number", str: "text"}
MACHINE = frozenset({"clause", "own", "open"})


@dataclass(frozen=True, slots=True)
class Shape:
    """One value: `kind` is flag, whole, number, text, choice or model; `many`: a tuple of such, `by_role`: a mapping
    from roles to such. `words`: an enum, or the values of a Literal; `models`: the model, or those told apart by a
    tag. Bounds and longest text as typed; `needed`: nothing else stands in for it.
    """

    kind: str
    many: bool = False
    by_role: bool = False
    optional: bool = False
    needed: bool = False
    enum: type[StrEnum] | None = None
    values: tuple[str, ...] = ()
    models: tuple[type[BaseModel], ...] = ()
    least: float | None = None
    above: float | None = None
    most: float | None = None
    longest: int | None = None
    pattern: str | None = None
    default: Any = None


@functools.cache
def shapes_of(model: type[BaseModel]) -> Mapping[str, Shape]:
    """The shape of every value of a model, in its order; clauses and what is open are not values."""
    return {name: _field(info) for name, info in model.model_fields.items() if name not in MACHINE}


def tag_of(model: type[BaseModel]) -> str | None:
    """The value that tells a step or a method from its sisters, None for a model without one."""
    found = [shape for shape in shapes_of(model).values() if shape.kind == "choice" and len(shape.values) == 1]
    return found[0].values[0] if found and found[0].enum is None else None


def shape_at(tree: Mapping[str, Any], path: str) -> Shape | None:
    """The shape of the value at a dotted path of a dumped scheme, None where the types know none."""
    node: Any = tree
    shape: Shape | None = Shape("model", models=(Scheme,))
    for name in path.split("."):
        if shape is None:
            return None
        if shape.by_role or (shape.many and shape.kind == "model"):
            shape = replace(shape, many=False, by_role=False)
        else:
            if shape.kind != "model":
                return None
            shape = shapes_of(model_of(shape, node)).get(name)
        try:
            node = child(node, name)
        except (KeyError, TypeError):
            node = None
    return shape


def model_of(shape: Shape, value: Any) -> type[BaseModel]:
    """Of the models told apart by a tag the one this value is of, else the first."""
    tags = [value.get(name) for name in ("kind", "method")] if isinstance(value, Mapping) else []
    return next((model for model in shape.models if tag_of(model) in tags), shape.models[0])


def enums_of(model: type[BaseModel] = Scheme) -> frozenset[type[StrEnum]]:
    """Every vocabulary that a scheme chooses from."""
    return frozenset(shape.enum for _, _, shape in all_shapes(model) if shape.enum)


def all_shapes(model: type[BaseModel] = Scheme) -> Iterator[tuple[type[BaseModel], str, Shape]]:
    """Every model below (and with) this one with its values, each once."""
    seen: set[type[BaseModel]] = set()
    waiting = [model]
    while waiting:
        one = waiting.pop(0)
        if one not in seen:
            seen.add(one)
            for name, shape in shapes_of(one).items():
                yield one, name, shape
                waiting.extend(shape.models)


def _field(info: FieldInfo) -> Shape:
    shape = _bounded(_shape(info.annotation), info)
    needed = not shape.optional and (info.is_required() or (shape.many and shape.least is not None))
    return replace(shape, needed=needed, default=None if info.is_required() else info.default)


def _shape(annotation: Any) -> Shape:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return functools.reduce(_bounded, (one for one in inner[1:] if isinstance(one, FieldInfo)), _shape(inner[0]))
    if origin in {Union, types.UnionType}:
        return _one_of(inner)
    if origin is tuple:
        # Bounds of the entries are not bounds of how many there are.
        return replace(_shape(inner[0]), many=True, least=None, most=None)
    if origin is dict:
        return replace(_shape(inner[1]), by_role=True)
    if origin is Literal:
        return Shape("choice", values=tuple(inner))
    if annotation in PLAIN:
        return Shape(PLAIN[annotation])
    if issubclass(annotation, StrEnum):
        return Shape("choice", enum=annotation, values=tuple(one.value for one in annotation))
    return Shape("model", models=(annotation,))


def _one_of(inner: tuple[Any, ...]) -> Shape:
    shapes = [_shape(one) for one in inner if one is not type(None)]
    models = tuple(model for shape in shapes for model in shape.models)
    return replace(shapes[0], models=models, optional=len(shapes) < len(inner))


def _bounded(shape: Shape, info: FieldInfo) -> Shape:
    for one in info.metadata:
        shape = replace(
            shape,
            least=_first(getattr(one, "ge", None), getattr(one, "min_length", None), shape.least),
            above=_first(getattr(one, "gt", None), shape.above),
            most=_first(getattr(one, "le", None), shape.most),
            longest=_first(getattr(one, "max_length", None), shape.longest),
            pattern=_first(getattr(one, "pattern", None), shape.pattern),
        )
    return shape


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)
