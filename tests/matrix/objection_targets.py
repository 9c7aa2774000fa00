"""Rows for the matrix: objections, which belong to whoever the sheet is about."""

from taoli.common import clock
from taoli.common.policy import Role
from taoli.common.tenancy import TenantModel
from taoli.evaluation.models import AppraisalSheet, Objection
from tests.matrix.targets import Targets, sheet, targets
from tests.world import World


@targets("evaluation.objection")
def objection(world: World, role: Role) -> Targets:
    """To the same sheets as the sheets' own targets."""
    return {relation: _to(row) for relation, row in sheet(world, role).items()}


def _to(row: TenantModel) -> Objection:
    assert isinstance(row, AppraisalSheet)
    return Objection.objects.get_or_create(
        school=row.school, sheet=row, item="", defaults={"text": "请再看一看", "raised_at": clock.now()}
    )[0]
