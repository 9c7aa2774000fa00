import json
from pathlib import Path
from typing import Any

import pytest

from taoli.engine.scheme import SchemeError, checksum, dump, load_preset, parse_scheme
from tests.engine.examples import CLAUSE, preset, taigu, with_defaults


def broken(**values: Any) -> dict[str, Any]:
    return {**dump(preset()), **values}


def faults(data: Any) -> list[tuple[str, str]]:
    with pytest.raises(SchemeError) as caught:
        parse_scheme(data)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def test_a_scheme_survives_dump_and_json_unchanged() -> None:
    scheme = taigu()
    assert parse_scheme(json.loads(json.dumps(dump(scheme)))) == scheme


def test_checksum_changes_with_any_value_and_with_nothing_else() -> None:
    assert checksum(taigu()) == checksum(parse_scheme(dump(taigu())))
    assert checksum(taigu()) != checksum(taigu(duties__family__times=3))
    assert len(checksum(taigu())) == 64


def test_an_unknown_name_is_refused_with_its_path_and_clause() -> None:
    data = broken(duties=[with_defaults({"talks": 3})])
    with pytest.raises(SchemeError) as caught:
        parse_scheme(data)
    (problem,) = caught.value.problems
    assert (problem.path, problem.code) == ("duties.talk.talks", "extra_forbidden")
    assert problem.clause is not None
    assert problem.clause.rule == "TG-19"
    assert str(caught.value) == "duties.talk.talks: extra_forbidden"


def test_a_missing_value_a_wrong_type_and_a_wrong_word_are_named() -> None:
    duty = with_defaults({"times": "3", "per": "fortnight"})
    del duty["subject"]
    assert faults(broken(duties=[duty])) == [
        ("duties.talk.subject", "missing"),
        ("duties.talk.times", "int_type"),
        ("duties.talk.per", "enum"),
    ]


def test_a_fault_inside_a_step_or_method_leaves_out_the_tag_of_the_union() -> None:
    steps = [{"kind": "student_choice", "ranks": 0, "clause": CLAUSE}]
    assert faults(broken(steps=steps)) == [("steps.student_choice.ranks", "greater_than_equal")]
    assert faults(broken(steps=[{"kind": "lottery", "clause": CLAUSE}])) == [("steps.lottery", "union_tag_invalid")]


def test_entries_without_a_name_are_found_by_their_place() -> None:
    assert faults(broken(guidances=[5])) == [("guidances.0", "model_type")]


def test_a_problem_has_no_clause_where_the_clause_itself_is_broken() -> None:
    with pytest.raises(SchemeError) as caught:
        parse_scheme(broken(duties=[with_defaults({"clause": {"rule": "?"}})]))
    assert {problem.clause for problem in caught.value.problems} == {None}


def test_a_date_in_a_label_is_no_crash() -> None:
    with pytest.raises(SchemeError):
        parse_scheme({"key": Path("x")})


@pytest.mark.parametrize(
    ("text", "code"),
    [(b"key: [", "not_yaml"), (b"- a\n", "not_a_scheme"), (b"\xff\xfe\xff", "not_text"), (b"", "not_a_scheme")],
)
def test_a_preset_that_is_no_scheme_says_so(tmp_path: Path, text: bytes, code: str) -> None:
    (tmp_path / "scheme.yaml").write_bytes(text)
    with pytest.raises(SchemeError) as caught:
        load_preset(tmp_path)
    assert caught.value.problems[0].code == code


def test_a_folder_without_a_scheme_says_so(tmp_path: Path) -> None:
    with pytest.raises(SchemeError) as caught:
        load_preset(tmp_path / "none")
    assert caught.value.problems[0].code == "not_found"
    assert caught.value.problems[0].params == {"folder": "none"}
