"""The demo's base scheme: two versions of the district's, one school's answer to the first, a draft of a third."""

from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.engine.scheme import apply_changes
from taoli.oversight.models import BaseDraft
from taoli.oversight.services.base_answers import hand_in_answer
from taoli.oversight.services.bases import mark_base, publish_base, start_base
from taoli.rehearsal.services.pairing import PRESET
from taoli.rehearsal.services.people import Loaded
from taoli.schemes.models import BaseScheme
from taoli.schemes.queries import preset
from taoli.schemes.services import decline_base

TITLE = "春和区全员育人导师制基础方案"
TALK, FAMILY = "duties.individual", "duties.family"
WHY = "我校以学生双向选择结对，每轮长度正在和各年级商量，期末再定。"


def load_bases(district: School, small: Loaded) -> None:
    """Publish both versions, let the small school say why not to the first, and begin a third."""
    by = system(district.pk)
    first = _publish(by, {}, {TALK: "binding"})
    decline_base(by=small.by, base=first, reason=WHY)
    hand_in_answer(by=small.by, base=first)
    _publish(by, {f"{FAMILY}.times": 3}, {TALK: "binding", FAMILY: "binding"})
    _draft(by, {f"{FAMILY}.times": 3}, {TALK: "binding", FAMILY: "binding"})


def _publish(by: Actor, changes: dict[str, object], marks: dict[str, str]) -> BaseScheme:
    row = _draft(by, changes, marks)
    return publish_base(by=by, pk=row.pk, edit=row.edit)


def _draft(by: Actor, changes: dict[str, object], marks: dict[str, str]) -> BaseDraft:
    scheme = apply_changes(preset(PRESET), {"title": TITLE, **changes})
    row = start_base(by=by, scheme=scheme)
    return mark_base(by=by, pk=row.pk, part="duties", marks=marks, edit=row.edit)
