import pytest

from taoli.engine.scheme import Scheme, dump
from taoli.engine.scheme.appraisal import AppraisalItem, Honour
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.methods import Thirds
from taoli.engine.scheme.shapes import all_shapes, enums_of, model_of, shape_at, shapes_of, tag_of
from taoli.engine.scheme.steps import Assign
from taoli.engine.scheme.vocabulary import Kind, Per
from tests.engine.examples import taigu


def test_shapes_say_how_each_value_is_typed() -> None:
    duty = shapes_of(Duty)
    assert list(duty)[:3] == ["key", "label", "who"]
    assert (duty["label"].kind, duty["label"].needed, duty["label"].longest) == ("text", True, 40)
    assert (duty["kinds"].enum, duty["kinds"].many, duty["kinds"].needed) == (Kind, True, True)
    assert (duty["times"].least, duty["times"].most, duty["times"].default) == (1, 50, 1)
    assert (duty["min_minutes"].optional, duty["min_minutes"].most) == (True, 240)
    assert (duty["recorded"].kind, duty["recorded"].default) == ("flag", True)
    share = shapes_of(Honour)["share"]
    assert (share.kind, share.above, share.most, share.needed) == ("number", 0, 1, False)
    method = shapes_of(AppraisalItem)["method"]
    assert (method.kind, method.needed, len(method.models)) == ("model", True, 9)


def test_steps_and_methods_are_told_apart_by_their_tag() -> None:
    assert (tag_of(Assign), tag_of(Thirds), tag_of(Duty)) == ("assign", "thirds", None)
    method = shapes_of(AppraisalItem)["method"]
    assert model_of(method, {"method": "thirds"}) is Thirds
    assert model_of(method, {"method": "unheard_of"}) is method.models[0]
    assert model_of(method, None) is method.models[0]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("title", "text"),
        ("capacity.mentor.alternative.max", "whole"),
        ("labels.mentor", "text"),
        ("steps.assign.units", "choice"),
        ("appraisal.items.student_feedback.method.top", "number"),
        ("appraisal.items.nobody.points", "number"),
    ],
)
def test_the_shape_at_a_path(path: str, kind: str) -> None:
    shape = shape_at(dump(taigu()), path)
    assert shape is not None
    assert shape.kind == kind


def test_there_is_none_where_the_types_know_none() -> None:
    tree = dump(taigu())
    assert shape_at(tree, "nothing") is None
    assert shape_at(tree, "title.deeper") is None
    assert shape_at({}, "nothing.deeper") is None


def test_every_vocabulary_is_found_once() -> None:
    assert Per in enums_of()
    seen = [(model, name) for model, name, _ in all_shapes()]
    assert len(seen) == len(set(seen))
    assert (Scheme, "duties") in seen
