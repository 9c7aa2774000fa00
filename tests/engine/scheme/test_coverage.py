from taoli.engine.scheme import RuleUse, load_preset, rule_uses, rules_accounted
from tests.engine.examples import PRESETS


def test_each_rule_is_told_by_what_rests_on_it() -> None:
    uses = rule_uses(load_preset(PRESETS / "taigu-no2-2012"))
    assert uses["TG-01"] == RuleUse("TG-01", "data", ("unit", "other_units", "coverage"))
    assert uses["TG-18"].places == ("duties.group_activity.protected_slot", "cycle")
    assert uses["TG-13"] == RuleUse("TG-13", "text", ("texts.teachers",))
    assert uses["TG-08"] == RuleUse("TG-08", "feature", ("guidance",), ("text",))
    assert uses["TG-42"] == RuleUse("TG-42", "not_modelled", ("open_ended",))
    assert list(uses) == sorted(uses)


def test_what_is_planned_is_told_apart() -> None:
    taigu = load_preset(PRESETS / "taigu-no2-2012")
    planned = taigu.model_copy(update={"features": {"TG-07": "planned:archive"}, "archive_sections": ()})
    assert rule_uses(planned)["TG-07"] == RuleUse("TG-07", "planned", ("archive",))


def test_rules_accounted_are_their_ids() -> None:
    taigu = load_preset(PRESETS / "taigu-no2-2012")
    assert rules_accounted(taigu) == frozenset(rule_uses(taigu))
