"""The bases of a bureau: its draft, the versions it published, what its schools answered."""

import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.common.models import Area, School
from taoli.common.policy import Actor
from taoli.engine.scheme import Change, Problem, Scheme, diff, loosened, open_points
from taoli.engine.scheme.against import UNSAID, within
from taoli.oversight.models import BaseAnswer, BaseDraft, Member
from taoli.oversight.permissions import BASE
from taoli.oversight.queries.members import members
from taoli.schemes.models import BaseScheme
from taoli.schemes.phrases import path_words
from taoli.schemes.queries import base_rules


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A school beside a version: its state (empty: nothing said yet), an earlier version it follows, its words, the
    places where it differs, told apart by what the base says of them.
    """

    member: Member
    state: str = ""
    words: str = ""
    reason: str = ""
    earlier: int = 0
    tightened: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


def area_of(school_id: int) -> Area | None:
    """Return the area of an institution."""
    return School.objects.select_related("area").get(pk=school_id).area


def bases(actor: Actor) -> list[BaseScheme]:
    """Return the versions the actor's bureau has published, the newest first."""
    area = area_of(actor.school_id)
    if area is None or not BASE.may(actor, "view"):
        return []
    return list(BaseScheme.objects.filter(area=area).defer("rules").order_by("-version"))


def get_base(actor: Actor, pk: int) -> BaseScheme:
    """Return one of the bureau's versions; 404 for anybody else's."""
    area = area_of(actor.school_id)
    found = BaseScheme.objects.filter(pk=pk, area=area).first() if area else None
    if found is None or not BASE.may(actor, "view"):
        raise Http404
    return found


def before(base: BaseScheme) -> BaseScheme | None:
    """Return the version published before this one."""
    earlier = BaseScheme.objects.filter(area_id=base.area_id, version__lt=base.version)
    return earlier.order_by("-version").first()


def newest(area: Area | None) -> BaseScheme | None:
    """Return an area's newest version."""
    return BaseScheme.objects.filter(area=area).order_by("-version").first() if area else None


def draft_of(actor: Actor) -> BaseDraft | None:
    """Return the draft the bureau works on."""
    found: BaseDraft | None = BASE.within(BaseDraft.objects.all(), actor, "edit").first()
    return found


def get_draft(actor: Actor, pk: uuid.UUID) -> BaseDraft:
    """Return the draft; 404 when there is none of this id in the bureau."""
    found: BaseDraft | None = BASE.within(BaseDraft.objects.filter(pk=pk), actor, "edit").first()
    if found is None:
        raise Http404
    return found


def changed(old: Scheme, new: Scheme) -> tuple[Change, ...]:
    """Return what differs between two versions, our own book-keeping left out."""
    return tuple(one for one in diff(old, new) if not UNSAID & set(one.path.split(".")))


def given_up(last: BaseScheme, new: Scheme, binding: list[str]) -> tuple[tuple[Problem, ...], tuple[str, ...]]:
    """Return where a version asks for less than the one before bound, and what it binds no more."""
    freed = [path for path in last.binding if not any(within(path, one) for one in binding)]
    return loosened(base_rules(last), new, last.binding), tuple(freed)


def answers(actor: Actor, base: BaseScheme) -> list[AnswerRow]:
    """Return the schools that are members today, in the order of strokes, each with its newest word; three reads."""
    rows = [one for one in members(actor) if one.left_on is None]
    known: dict[uuid.UUID, list[BaseAnswer]] = {}
    said = BaseAnswer.objects.of(actor.school_id).filter(version__lte=base.version).order_by("-version")
    for answer in said:
        known.setdefault(answer.member_id, []).append(answer)
    scheme = base_rules(base)
    to_fill = {point.path for point in open_points(scheme)}
    return [_row(base, scheme, to_fill, one, known.get(one.pk, [])) for one in rows]


def counts(rows: list[AnswerRow]) -> dict[str, int]:
    """Return how many schools are how far; `none` have not said anything."""
    found = dict.fromkeys(("in_force", "taken", "declined", "none"), 0)
    for row in rows:
        found[row.state or "none"] += 1
    return found


def _row(base: BaseScheme, scheme: Scheme, to_fill: set[str], member: Member, said: list[BaseAnswer]) -> AnswerRow:
    answer = next((one for one in said if one.version == base.version), None)
    older = next((one.version for one in said if one.version < base.version and one.state == "in_force"), 0)
    if answer is None:
        return AnswerRow(member, earlier=older)
    filled = [path for path in answer.paths if path in to_fill]
    bound = [path for path in answer.paths if any(within(path, one) for one in base.binding)]
    own = [path for path in answer.paths if path not in filled and path not in bound]

    def words(paths: list[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(path_words(scheme, path) for path in paths))

    return AnswerRow(
        member=member,
        state=answer.state,
        words=str(answer.get_state_display()),
        reason=answer.reason,
        earlier=older,
        tightened=words([path for path in bound if path not in filled]),
        filled=words(filled),
        own=words(own),
    )
