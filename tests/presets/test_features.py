"""A feature is only claimed where the code is; what is planned names an app of the plan."""

import re

import pytest

from taoli.engine.scheme import load_preset
from tests.engine.examples import PRESETS

TAOLI = PRESETS.parent / "taoli"
APPS = {
    "accounts",
    "roster",
    "schemes",
    "matching",
    "duties",
    "guidance",
    "evaluation",
    "documents",
    "rehearsal",
    "home",
}
TO_COME = {"notifications", "archive", "care", "handover", "oversight", "api"}
UNFINISHED = {"guidance", "evaluation", "documents", "matching", "schemes", "home"}
FEATURES = [
    pytest.param(path.parent.name, rule, feature, id=f"{rule}: {feature}")
    for path in sorted(PRESETS.glob("*/scheme.yaml"))
    for rule, feature in load_preset(path.parent).features.items()
]


def pages(app: str) -> set[str]:
    """The names of the addresses of an app."""
    return set(re.findall(r'name="(\w+)"', (TAOLI / app / "urls.py").read_text(encoding="utf-8")))


def test_the_apps_are_there() -> None:
    assert all((TAOLI / app / "models.py").exists() or (TAOLI / app / "views").exists() for app in APPS)
    assert not any((TAOLI / app).exists() for app in TO_COME)


@pytest.mark.parametrize(("key", "rule", "feature"), FEATURES)
def test_a_feature_names_what_exists_and_a_plan_what_is_planned(key: str, rule: str, feature: str) -> None:
    place, colon, page = feature.partition(":")
    if place == "planned":
        assert page in TO_COME | UNFINISHED, (key, rule)
        return
    assert place in APPS, (key, rule)
    assert not colon or page in pages(place), (key, rule)
