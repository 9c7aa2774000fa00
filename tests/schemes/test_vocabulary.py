"""Every value of the types has a word, in both languages; a new one is missed here first."""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from django.utils import translation
from pydantic import BaseModel

import taoli.engine.scheme as engine
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.shapes import Shape, all_shapes, enums_of
from taoli.schemes.phrases.fields import FIELDS
from taoli.schemes.phrases.problems import SENTENCES
from taoli.schemes.phrases.vocabulary import WORDS
from taoli.schemes.phrases.words import METHODS, STEPS
from taoli.schemes.queries.sections import ALL, shown_fields

# Kept by the machine, or edited as a section of its own.
NOT_ON_FORMS = {"Source", "ClauseText", "NotModelled", "MethodVariant"}


def fields() -> Iterator[tuple[type[BaseModel], str, Shape]]:
    for model, name, shape in all_shapes():
        if model is not Scheme and model.__name__ not in NOT_ON_FORMS and name != "key":
            yield model, name, shape


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_field_has_a_word(language: str) -> None:
    with translation.override(language):
        found = {(m.__name__, name): FIELDS.get(f"{m.__name__}.{name}") or FIELDS.get(name) for m, name, _ in fields()}
        sections = {("Appraisal", name) for name in ("items", "honours", "allowance")}
        assert [key for key, word in found.items() if not word and key not in sections] == []
        if language == "zh-hans":
            assert [str(word) for word in found.values() if word and re.search("[A-Za-z]{2}", str(word))] == []


def test_top_level_values_have_words_or_sections() -> None:
    shown = {top for section in ALL for top in section.top} | {section.path.split(".")[0] for section in ALL}
    kept = {"key", "sources", "clauses", "features", "not_modelled"}
    assert {name for model, name, _ in all_shapes() if model is Scheme} - kept == shown - {""}


@pytest.mark.parametrize("vocabulary", sorted(enums_of(), key=str), ids=str)
def test_every_value_has_a_word(vocabulary: type[StrEnum]) -> None:
    assert set(WORDS[vocabulary.__name__]) == {one.value for one in vocabulary}


def test_plain_choices_steps_and_methods_have_words() -> None:
    for model, name, shape in fields():
        if shape.kind == "choice" and shape.enum is None:
            known = STEPS if name == "kind" else METHODS if name == "method" else WORDS.get(name, {})
            assert set(shape.values) <= set(known), (model, name)


def test_every_problem_of_the_engine_has_its_sentence() -> None:
    assert sorted(codes() - set(SENTENCES)) == []


def codes() -> set[str]:
    """Return the codes written in the engine's own files: arguments of Problem, PydanticCustomError and _refused."""
    found: set[str] = set()
    places = {"Problem": 1, "PydanticCustomError": 0, "_refused": 0}
    for file in Path(engine.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in places:
                given = node.args[places[node.func.id]]
                if isinstance(given, ast.Constant):
                    found.add(str(given.value))
    return found


def test_forms_show_all_but_keys_and_tags() -> None:
    duty = next(model for model, _, _ in all_shapes() if model.__name__ == "Duty")
    section = next(one for one in ALL if one.name == "duties")
    assert "key" not in shown_fields(section, duty)
    assert {"per", "times", "kinds"} <= set(shown_fields(section, duty))
