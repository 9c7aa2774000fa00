"""Print jobs, for the permission matrix."""

import uuid

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.documents.models import PrintJob
from taoli.roster.models import Term
from tests.matrix.targets import Targets, some, targets
from tests.world import END, START, World

HOLDERS = {
    Role.MENTOR: "王敏",
    Role.HOMEROOM_TEACHER: "李慧",
    Role.GRADE_LEAD: "赵国栋",
    Role.MORAL_OFFICE: "孙悦",
    Role.PRINCIPAL: "钱程",
    Role.ASSESSOR: "吴考",
}


@targets("documents.printing")
def printing(world: World, role: Role) -> Targets:
    """Own: asked for by whoever holds the role; of the school: by a colleague."""
    own = _job(world.school, world.staff[HOLDERS[role]].pk) if role in HOLDERS else None
    assert world.stranger
    other = _job(world.stranger.school, uuid.uuid4())
    return some(own=own, school=_job(world.school, world.staff["陈立"].pk), other=other)


def _job(school: School, by: uuid.UUID) -> PrintJob:
    term, _made = Term.objects.get_or_create(school=school, name="2026-2027学年第一学期", starts=START, ends=END)
    return PrintJob.objects.create(
        school=school,
        form="talk_record",
        term=term,
        place="全校",
        shape=PrintJob.Shape.ONE_PDF,
        state=PrintJob.State.ASKED,
        asked_by=by,
        asked_name="某老师",
        asked_at=clock.now(),
    )
