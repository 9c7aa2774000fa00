"""A base scheme in the world's district: the text of one preset, its talks bound, one value left open."""

from taoli.oversight.models import BaseDraft
from taoli.oversight.services.bases import mark_base, publish_base, start_base
from taoli.schemes import services
from taoli.schemes.models import BaseScheme, SchemeVersion
from tests.engine.examples import taigu
from tests.world import START, World

TALK = "duties.individual"
TYPED = {"cycle.weeks": 4, "capacity.mentor.min": 7, "capacity.mentor.max": 16}


def drafted(world: World) -> BaseDraft:
    """Begin one and bind its talks."""
    by = world.actor("郑岚")
    row = start_base(by=by, scheme=taigu())
    return mark_base(by=by, pk=row.pk, part="duties", marks={TALK: "binding"}, edit=row.edit)


def published(world: World) -> BaseScheme:
    """Publish it."""
    row = drafted(world)
    return publish_base(by=world.actor("郑岚"), pk=row.pk, edit=row.edit)


def own_scheme(world: World, **changes: object) -> SchemeVersion:
    """The school has the same preset in force, with changes; `__` in a name stands for a dot."""
    row = services.adopt(by=world.office, preset_key="taigu-no2-2012", scoring="coverage")
    asked = {**TYPED, **{name.replace("__", "."): value for name, value in changes.items()}}
    row = services.set_values(by=world.office, pk=row.pk, changes=asked, edit=row.edit)
    return services.publish(by=world.office, pk=row.pk, in_force_from=START)
