import json

import pytest

from taoli.engine.release import Amount, Figure, dump, dump_amounts, load, load_amounts


def test_a_release_comes_back_from_json_as_it_was() -> None:
    told = {"a": Figure(1, 9, 30, stale=True), "b": Figure(0, 0, 40)}
    assert json.dumps(dump(told)) == '{"a": [1, 9, 30, 1], "b": [0, 0, 40, 0]}'
    assert load(json.loads(json.dumps(dump(told)))) == told
    amounts = {"a": Amount((3, 4.5), 30, 32), "b": Amount(None, 0, 5, stale=True)}
    assert load_amounts(json.loads(json.dumps(dump_amounts(amounts)))) == amounts


def test_rows_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        load({"a": [1, 2, 3]})
    with pytest.raises(ValueError, match="unpack"):
        load_amounts({"a": [None, 0, 5]})
