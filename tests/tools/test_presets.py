import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from taoli.engine.scheme import Scheme, rules_accounted
from tests.engine.examples import preset
from tools import presets
from tools.presets import Held, Rule, UnaccountedError, coverage

RULES = tuple(rule for rule in presets.read_rules() if rule.code == "TG")


def rows(text: str) -> dict[str, list[str]]:
    """The cells of every row of the document's tables, by the first cell."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    parted = [next(csv.reader(io.StringIO(line.strip("| ")), delimiter="|")) for line in lines]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in parted}


def without(scheme: Scheme, rule: str) -> Scheme:
    left = tuple(entry for entry in scheme.not_modelled if entry.rule != rule)
    return scheme.model_copy(update={"not_modelled": left})


def test_each_rule_stands_once_with_its_place() -> None:
    text = coverage(RULES, [preset()])
    found = rows(text)
    assert all(text.count(f"\n| {rule.id} |") == 1 for rule in RULES)
    assert found["TG-19"][0] == "CAD"
    assert found["TG-19"][2:] == ["data", "`duties.individual`"]
    assert found["TG-07"][2:] == ["data", "`archive_sections.growth`, also feature `archive`"]
    assert found["TG-08"][2:] == ["feature", "`guidance`, also text"]
    assert found["TG-10"][2] == "not modelled"
    assert found["TG-10"][3].startswith("repeated_elsewhere: ")


def test_the_summary_adds_up_and_has_room_for_figures_of_rehearsals() -> None:
    numbers = ["43", "34", "2", "5", "0", "2"]
    found = rows(coverage(RULES, [preset()]))
    assert found["`taigu-no2-2012`"] == ["太谷二中 2012 全员育人导师制", *numbers, "–"]
    assert found["**all**"] == ["", *numbers]
    held = {"taigu-no2-2012": Held(held=30, not_applicable=7, not_yet=1)}
    assert rows(coverage(RULES, [preset()], held))["`taigu-no2-2012`"][-1] == "30 / 7 / 1"


def test_a_rule_without_a_place_is_refused() -> None:
    with pytest.raises(UnaccountedError, match="TG-42"):
        coverage(RULES, [without(preset(), "TG-42")])
    with pytest.raises(UnaccountedError, match="TG-42"):
        coverage([rule for rule in RULES if rule.id != "TG-42"], [preset()])


def test_a_published_scheme_without_a_preset_is_refused() -> None:
    with pytest.raises(UnaccountedError, match="ZZ-01"):
        coverage([*RULES, Rule("ZZ-01", "CAD", "talk")], [preset()])


def test_a_preset_that_cites_another_scheme_is_refused() -> None:
    entry = preset().not_modelled[0].model_copy(update={"rule": "ZZ-01"})
    with pytest.raises(UnaccountedError, match="ZZ"):
        coverage(RULES, [preset().model_copy(update={"not_modelled": (*preset().not_modelled, entry)})])


def test_a_bar_in_a_rule_does_not_break_the_table() -> None:
    odd = [replace(rule, text="a | b") if rule.id == "TG-01" else rule for rule in RULES]
    assert "| a \\| b |" in coverage(odd, [preset()])


def test_the_command_writes_and_compares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(presets, "COVERAGE", tmp_path / "coverage.md")
    monkeypatch.setattr(presets, "read_rules", lambda: RULES)
    monkeypatch.setattr(presets, "read_schemes", lambda: (preset(),))
    assert presets.main(["--check"]) == 1
    assert "stale" in capsys.readouterr().out
    assert presets.main([]) == 0
    assert presets.main(["--check"]) == 0
    assert len(rules_accounted(preset())) == 43
