"""The preset adopted as a draft, and typed so that it can be published."""

from typing import Any

import pytest

from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from tests.world import START, World

KEY = "taigu-no2-2012"
TYPED: dict[str, Any] = {"cycle.weeks": 4, "capacity.mentor.min": 7, "capacity.mentor.max": 16}


@pytest.fixture
def draft(world: World) -> SchemeVersion:
    """As adopted: three values are still open."""
    return services.adopt(by=world.office, preset_key=KEY, scoring="coverage")


@pytest.fixture
def ready(world: World, draft: SchemeVersion) -> SchemeVersion:
    """Nothing is open any more."""
    return services.set_values(by=world.office, pk=draft.pk, changes=TYPED, edit=draft.edit)


@pytest.fixture
def published(world: World, ready: SchemeVersion) -> SchemeVersion:
    """In force since the first day of term."""
    return services.publish(by=world.office, pk=ready.pk, in_force_from=START)
