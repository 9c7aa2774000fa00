import pytest
from django.utils import translation

from taoli.engine.summary import CODES, MEASURES, Finding
from taoli.oversight.phrases.findings import SENTENCES, sentence
from taoli.oversight.phrases.measures import MEASURE_NAMES

VALUES = dict.fromkeys(
    [
        "code",
        "school",
        "other",
        "day",
        "seq",
        "next",
        "last",
        "kb",
        "version",
        "newest",
        "grade",
        "met",
        "due",
        "number",
        "whole",
        "yes",
        "answers",
        "asked",
    ],
    "7",
)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_fault_has_a_sentence_of_its_own(language: str) -> None:
    with translation.override(language):
        said = [sentence(Finding(code, {**VALUES, "key": "talks", "of": "students"})) for code in CODES]
    assert len(set(said)) == len(CODES) == len(SENTENCES)
    assert all(one.endswith((".", "。")) for one in said)


def test_every_measure_has_a_name() -> None:
    assert set(MEASURE_NAMES) == set(MEASURES)
