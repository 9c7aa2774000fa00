import csv
import io
import runpy
from collections import Counter

import pytest

from taoli.engine.scheme import dump, load_preset, rules_accounted
from tests.engine.examples import PRESETS

KEYS = {
    "taigu-no2-2012": "TG",
    "weifang-2011": "WF",
    "primary-352": "PS",
    "zhenjiang-2025": "ZJ",
    "focus-5-10": "A",
    "class-mentor-2022": "B",
    "shandong-experimental": "N",
    "seven-steps": "C",
    "archive-15-20": "D",
    "changle-six-steps": "E",
    "career-2023": "F",
    "weekly-slot-2024": "G",
    "jiujiang-tianjiabing": "H",
    "listed-mentees": "I",
    "four-guidances": "J",
    "moral-mentor-plan": "K",
    "interest-groups-2023": "L",
    "course-choice-high": "M",
    "trial-4-8": "O",
}
RULES = list(csv.DictReader(io.StringIO((PRESETS / "rules.csv").read_text(encoding="utf-8"))))


def test_rules_csv_holds_all_289_rules_once() -> None:
    assert len(RULES) == 289
    assert max(Counter(rule["id"] for rule in RULES).values()) == 1
    assert all(rule["rule"] and rule["scheme"] and rule["type"] for rule in RULES)


def test_every_preset_folder_is_tested() -> None:
    assert {path.parent.name for path in PRESETS.glob("*/scheme.yaml")} == set(KEYS)
    assert {path.parent.name for path in PRESETS.glob("*/cases.yaml")} == set(KEYS)


@pytest.mark.parametrize(("key", "code"), KEYS.items())
def test_every_rule_of_a_preset_is_accounted_for_and_no_other_is_cited(key: str, code: str) -> None:
    scheme = load_preset(PRESETS / key)
    assert scheme.key == key
    assert rules_accounted(scheme) == {rule["id"] for rule in RULES if rule["id"].startswith(f"{code}-")}


def test_taigu_has_43_rules() -> None:
    assert len(rules_accounted(load_preset(PRESETS / "taigu-no2-2012"))) == 43


def test_no_rule_is_both_modelled_and_not_modelled() -> None:
    for key in KEYS:
        scheme = load_preset(PRESETS / key)
        left = {entry.rule for entry in scheme.not_modelled}
        assert not left & rules_accounted(scheme.model_copy(update={"not_modelled": ()}))


def test_the_schema_on_file_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_module("taoli.engine.scheme", run_name="__main__")
    assert capsys.readouterr().out == (PRESETS / "scheme.schema.json").read_text(encoding="utf-8")


def test_taigu_is_what_was_decided() -> None:
    scheme = load_preset(PRESETS / "taigu-no2-2012")
    data = dump(scheme)
    assert [guidance["label"] for guidance in data["guidances"]] == [
        "思想引导", "学业辅导", "生活指导", "心理疏导", "创新启导",
    ]  # fmt: skip
    assert scheme.appraisal is not None
    assert [item.points for item in scheme.appraisal.items] == [10, 20, 20, 20, 20, 10]
    assert [item.method_in_force.method for item in scheme.appraisal.items] == [
        "done_once", "duty_coverage", "duty_coverage", "deduct_each", "thirds", "thirds",
    ]  # fmt: skip
    printed = scheme.appraisal.items[2].variants[0]
    assert printed.counts_records
    assert printed.method.model_dump(include={"points_each", "cap"}) == {"points_each": 2, "cap": 20}
    assert len(scheme.categories) == 8
    assert [category.key for category in scheme.categories if not category.offered] == ["wealth"]
    assert [step.kind for step in scheme.steps] == ["assign", "confirm", "first_meeting"]
    assert [form.number for form in scheme.forms] == [1, 2, 3, 4, 5, 6]
