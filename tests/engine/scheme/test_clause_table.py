from typing import Any

import pytest

from taoli.engine.scheme import SchemeError, dump, load_preset, parse_scheme, read_yaml, tabled
from tests.engine.examples import PRESETS

TEXT = {"ref": "文 · 一", "quote": "要点"}
SHORT: dict[str, Any] = {
    "key": "short",
    "title": "一",
    "clauses": {"TG-01": TEXT, "TG-02": TEXT, "TG-03": TEXT},
    "coverage": {"whom": "all_students", "clause": "TG-01"},
    "unit": "student",
    "own": [{"value": "unit", "clause": "TG-01"}],
    "eligibility": {"rule": "any", "clause": {"rule": "local", "ref": "校本补充"}},
    "steps": [{"kind": "assign", "clause": "TG-01"}],
    "features": {"TG-02": "planned:archive"},
    "not_modelled": [{"rule": "TG-03", "reason": "open_ended", "note": "无"}],
}


def faults(data: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(SchemeError) as caught:
        parse_scheme(data)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def test_a_named_clause_stands_where_it_is_named_and_texts_of_features_stay_in_the_table() -> None:
    scheme = parse_scheme(SHORT)
    assert scheme.coverage.clause.model_dump() == {"rule": "TG-01", **TEXT}
    assert scheme.steps[0].clause.quote == "要点"
    assert set(scheme.clauses) == {"TG-02", "TG-03"}
    assert parse_scheme(dump(scheme)) == scheme


def test_the_table_comes_out_as_it_went_in() -> None:
    assert tabled(dump(parse_scheme(SHORT)))["clauses"] == SHORT["clauses"]
    taigu = load_preset(PRESETS / "taigu-no2-2012")
    file = read_yaml((PRESETS / "taigu-no2-2012" / "scheme.yaml").read_bytes())
    assert tabled(dump(taigu))["clauses"] == file["clauses"]
    assert parse_scheme(tabled(dump(taigu))) == taigu


def test_a_text_said_otherwise_in_one_place_stays_there() -> None:
    other = {"rule": "TG-01", "ref": "文 · 二", "quote": ""}
    scheme = parse_scheme({**SHORT, "steps": [{"kind": "assign", "clause": other}]})
    tree = tabled(dump(scheme))
    assert tree["steps"][0]["clause"] == other
    assert parse_scheme(tree) == scheme


def test_a_scheme_of_own_clauses_has_no_table() -> None:
    own = {"rule": "local", "ref": "校本补充"}
    scheme = parse_scheme(
        {
            **{name: SHORT[name] for name in ("key", "title", "unit")},
            "coverage": {"whom": "all_students", "clause": own},
            "eligibility": {"rule": "any", "clause": own},
            "steps": [{"kind": "assign", "clause": own}],
        }
    )
    assert "clauses" not in tabled(dump(scheme))


def test_a_rule_without_text_and_a_text_without_rule_are_named() -> None:
    assert faults({**SHORT, "coverage": {"whom": "all_students", "clause": "TG-99"}}) == [
        ("coverage.clause", "clause_unknown")
    ]
    assert faults({**SHORT, "clauses": {**SHORT["clauses"], "TG-09": TEXT}}) == [("clauses.TG-09", "clause_unused")]
    assert faults({**SHORT, "clauses": ["TG-01"]}) == [("clauses", "clause_table_misshapen")]
    assert faults({**SHORT, "clauses": {"TG-01": "x"}}) == [("clauses", "clause_table_misshapen")]
    assert faults({**SHORT, "not_modelled": "x", "features": {"TG-02": "archive", "TG-03": "archive"}}) == [
        ("not_modelled", "tuple_type")
    ]
