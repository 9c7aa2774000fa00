"""Every form of the registry is whole: what it names is there."""

import pytest

from taoli.documents.official.known import described, known
from taoli.documents.official.names import places, texts_of
from taoli.documents.official.registry import forms, sheets_of
from taoli.documents.official.rendering import default_template
from taoli.documents.readers.checking import check


@pytest.mark.parametrize("key", forms())
def test_the_sample_has_everything_its_form_prints(key: str) -> None:
    form = forms()[key]
    lacking = [path for path in described(form) if path.count(".") == 1 and path.split(".")[1] not in form.sample]
    assert lacking == []


@pytest.mark.parametrize("key", forms())
def test_the_default_template_passes_the_check_of_uploaded_ones(key: str) -> None:
    form = forms()[key]
    found = check(default_template(form), known(form))
    assert found.faults == []
    assert set(described(form)) <= found.used


@pytest.mark.parametrize("key", forms())
def test_the_frame_is_named_as_it_is_filled(key: str) -> None:
    form = forms()[key]
    named = {place.split(".")[0] for part in form.parts for text in texts_of(part) for place in places(text)}
    assert named <= {"sheet", "item", *known(form)}
    assert callable(sheets_of(form))
