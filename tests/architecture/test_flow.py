import configparser
import re

from django.conf import settings

from tests.architecture.tree import ROOT, TAOLI

SHELL = ["engine", "config"]  # steps of the flow that are no Django apps


def map_steps(*, planned: bool) -> list[str]:
    steps = re.findall(r"^\d+\. `(\w+)` – (planned)?", (ROOT / "docs" / "map.md").read_text(), re.MULTILINE)
    return [name for name, mark in steps if planned or not mark]


def contract(name: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    return parser[f"importlinter:contract:{name}"]


def test_the_map_the_contract_and_the_settings_are_one_list() -> None:
    flow = map_steps(planned=False)
    assert contract("flow")["layers"].split()[::-1] == flow
    installed = [app.removeprefix("taoli.") for app in settings.INSTALLED_APPS if app.startswith("taoli.")]
    assert installed == [step for step in flow if step not in SHELL]


def test_every_package_is_a_step_of_the_flow() -> None:
    packages = {folder.parent.name for folder in TAOLI.glob("*/__init__.py")}
    assert packages == set(map_steps(planned=False))


def test_every_app_after_common_keeps_to_the_layers_inside_an_app() -> None:
    inside = [name.removeprefix("taoli.") for name in contract("inside-an-app")["containers"].split()]
    assert inside == [step for step in map_steps(planned=False) if step not in {*SHELL, "common"}]


def test_the_map_knows_every_planned_step() -> None:
    assert len(map_steps(planned=True)) == 20
