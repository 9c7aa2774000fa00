import pytest

from taoli.engine.scheme.yaml_lines import line_of

TEXT = """key: x
duties:
- key: talk
  times: 1
- label: no key
  kinds: [talk, plan]
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("", 1),
        ("key", 1),
        ("duties.talk", 3),
        ("duties.talk.times", 4),
        ("duties.1.kinds.1", 6),
        ("duties.2", 2),
        ("duties.talk.none", 3),
    ],
)
def test_line_of_a_path_or_of_what_is_around_it(path: str, line: int) -> None:
    assert line_of(TEXT, path) == line


def test_nothing_below_a_plain_value_or_in_an_empty_text() -> None:
    assert line_of(TEXT, "key.deeper") == 1
    assert line_of("", "key") == 1
