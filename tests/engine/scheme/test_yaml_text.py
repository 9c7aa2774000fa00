import pytest

from taoli.engine.scheme import SchemeError, read_yaml
from taoli.engine.scheme.yaml_text import MOST_BYTES


def refusal(data: bytes | str) -> tuple[str, dict[str, object]]:
    with pytest.raises(SchemeError) as caught:
        read_yaml(data)
    (problem,) = caught.value.problems
    return problem.code, dict(problem.params)


def test_plain_values_are_read_with_or_without_a_byte_order_mark() -> None:
    assert read_yaml("a: [1, {b: 一}]") == {"a": [1, {"b": "一"}]}
    assert read_yaml(b"\xef\xbb\xbfa: 1") == {"a": 1}


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("a: 1\nb: &x [1]\nc: *x\n", "yaml_anchor", {"line": 2}),
        ("a: *x\n", "yaml_anchor", {"line": 1}),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", "yaml_tag", {"line": 2}),
        ("a: !secret x\n", "yaml_tag", {"line": 1}),
        ("a: 1\nb: 2\na: 3\n", "key_twice", {"line": 3, "name": "a"}),
        ("a: [{b: 1, b: 2}]\n", "key_twice", {"line": 1, "name": "b"}),
        ("a: [\n", "not_yaml", {"line": 2}),
        ("a: 2026-99-99\n", "not_yaml", {"line": 0}),
        ("a: 1\n---\nb: 1\n", "not_yaml", {"line": 2}),
        ("- a\n", "not_a_scheme", {}),
        ("", "not_a_scheme", {}),
        ("a: " + "[" * 20 + "]" * 20, "too_deep", {"line": 1, "most": 16}),
    ],
)
def test_everything_else_is_refused_with_its_line(text: str, code: str, params: dict[str, object]) -> None:
    assert refusal(text) == (code, params)


def test_bytes_that_are_no_text_are_refused() -> None:
    assert refusal(b"\xff\xfe\xff") == ("not_text", {})


def test_ten_megabytes_are_refused_before_they_are_read() -> None:
    code, params = refusal(b"a: " + b"x" * 10_000_000)
    assert code == "too_large"
    assert params == {"kilobytes": 9765, "most": MOST_BYTES // 1024}
