import yaml

from taoli.engine.scheme import apply_changes, parse_scheme, read_yaml
from taoli.engine.scheme.writing import to_yaml
from tests.engine.examples import preset, taigu


def test_a_written_scheme_is_read_back_the_same() -> None:
    for scheme in (preset(), taigu(), apply_changes(taigu(), {"duties.individual.per": "two_weeks"})):
        assert parse_scheme(read_yaml(to_yaml(scheme))) == scheme


def test_the_file_is_plain_and_short() -> None:
    text = to_yaml(preset())
    lines = text.splitlines()
    assert lines[0] == "key: taigu-no2-2012"
    assert "  kinds: [talk]" in lines
    assert not [line for line in lines if line.endswith((": null", ": []", ": ''", "times: 1"))]
    assert text.count("对每名学生每月至少一次个别指导") == 1
    assert list(yaml.safe_load(text))[:4] == ["key", "title", "sources", "clauses"]


def test_kinds_of_steps_and_methods_are_always_named() -> None:
    written = yaml.safe_load(to_yaml(preset()))
    assert [step["kind"] for step in written["steps"]] == ["assign", "confirm", "first_meeting"]
    assert all("method" in item["method"] for item in written["appraisal"]["items"])
