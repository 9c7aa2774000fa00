import pytest

from taoli.care.models import SignalSettings
from taoli.care.queries.signal_facts import NUMBERS, settings_of
from tests.care.caring import sent
from tests.care.signalling import LIST, RULES
from tests.world import World

URL = f"{LIST}settings/"


def form(world: World, **said: object) -> dict[str, object]:
    numbers = {name: getattr(settings_of(world.school.pk), name) for name in NUMBERS}
    return sent(**{**numbers, "rules": ["contact", "fall"], "edit": 1, **said})


def test_weeks_and_rules_are_set_once(world: World) -> None:
    client, said = world.client("孙悦"), form(world, contact_weeks=6, fall_times="1.5")
    for _each in range(2):
        assert client.post(URL, said)["Location"] == RULES
    row = SignalSettings.objects.of(world.school).get()
    assert (row.contact_weeks, row.fall_times, row.off, row.edit) == (6, 1.5, ["absence", "concerns", "mood"], 2)
    assert 'value="6"' in client.get(URL).content.decode()


@pytest.mark.parametrize("said", [{"contact_weeks": "0"}, {"fall_times": "x"}, {"adults": "99"}, {"rules": ["dance"]}])
def test_nonsense_is_refused_in_the_form(world: World, said: dict[str, object]) -> None:
    assert world.client("孙悦").post(URL, form(world, **said)).status_code == 200
    assert not SignalSettings.objects.of(world.school).exists()


def test_two_who_change_them_at_once_are_noticed(world: World) -> None:
    client = world.client("孙悦")
    client.post(URL, form(world, contact_weeks=6))
    assert "刚被别人改过" in client.post(URL, form(world, contact_weeks=8, edit=1)).content.decode()
    assert SignalSettings.objects.of(world.school).get().contact_weeks == 6


@pytest.mark.parametrize("name", ["王敏", "钱程", "林母"])
def test_only_the_office_sets_them(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403
