"""Every published scheme can be adopted, and published once the school has typed what its text leaves open."""

import pytest
from django.conf import settings

from taoli.common.errors import TaoliError
from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import to_type
from tests.world import START, World

FOLDERS = sorted(path.parent.name for path in (settings.BASE / "presets").glob("*/scheme.yaml"))
USUAL = {"weeks": 4, "weekday": 3, "min": 4, "max": 12}


@pytest.mark.parametrize("key", FOLDERS)
def test_a_preset_is_adopted_typed_and_published(world: World, key: str) -> None:
    draft = services.adopt(by=world.office, preset_key=key, scoring="coverage")
    if typed := {point.path: USUAL[point.path.rpartition(".")[2]] for point in to_type(draft)}:
        with pytest.raises(TaoliError):
            services.publish(by=world.office, pk=draft.pk, in_force_from=START)
        draft = services.set_values(by=world.office, pk=draft.pk, changes=typed, edit=draft.edit)
    row = services.publish(by=world.office, pk=draft.pk, in_force_from=START)
    assert (row.preset_key, row.state) == (key, SchemeVersion.State.PUBLISHED)
    assert row.checksum
