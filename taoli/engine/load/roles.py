"""The week of every role of a scheme in a school."""

from dataclasses import dataclass, replace
from statistics import median

from taoli.engine.load.deals import deal_of, holders_of, mentor_deal, pools, roles_of
from taoli.engine.load.minutes import Minutes
from taoli.engine.load.numbers import Basis, Deal, SchoolNumbers
from taoli.engine.load.parts import EXTENT, Load, LoadPart, load_of, summed
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, Subject


@dataclass(frozen=True, slots=True)
class RoleLoad:
    """What one person of a role gives a week. `holders`: how many there are; `deal`: whom this person answers for;
    with real pairings the person in the middle, and `middle`, `most`: minutes of the middle and of the most
    burdened one, who has `most_deal`.
    """

    role: Actor
    holders: int
    deal: Deal
    load: Load
    middle: float | None = None
    most: float | None = None
    most_deal: Deal | None = None


def role_loads(scheme: Scheme, numbers: SchoolNumbers, minutes: Minutes | None = None) -> tuple[RoleLoad, ...]:
    """The load of every role that the scheme gives something to do, mentors first."""
    basis = basis_of(numbers, minutes)
    return tuple(_role(scheme, numbers, role, basis) for role in roles_of(scheme))


def basis_of(numbers: SchoolNumbers, minutes: Minutes | None) -> Basis:
    """What a week is reckoned with in this school."""
    return Basis(minutes or Minutes(), numbers.weeks, numbers.shares)


def _role(scheme: Scheme, numbers: SchoolNumbers, role: Actor, basis: Basis) -> RoleLoad:
    holders = holders_of(scheme, numbers, role)
    real = {Actor.MENTOR: numbers.deals, Actor.LEAD_MENTOR: numbers.lead_deals}.get(role, ())
    if role == Actor.LEAD_MENTOR and pools(scheme, numbers)[role]:
        dealt = real or (mentor_deal(scheme, numbers, role),)
        loads = {deal: _lead(scheme, numbers, deal, basis) for deal in dealt}
    elif role == Actor.MENTOR and real:
        loads = {deal: load_of(scheme, deal, role, basis) for deal in real}
    else:
        deal = deal_of(scheme, numbers, role)
        return RoleLoad(role, holders, deal, load_of(scheme, deal, role, basis))
    return _spread(role, holders, real, loads)


def _spread(role: Actor, holders: int, real: tuple[Deal, ...], loads: dict[Deal, Load]) -> RoleLoad:
    if not real:
        ((deal, load),) = loads.items()
        return RoleLoad(role, holders, deal, load)
    ordered = sorted(real, key=lambda deal: (loads[deal].minutes, deal.students, deal.classes, deal.groups))
    middle, last = ordered[(len(ordered) - 1) // 2], ordered[-1]
    half = median(loads[deal].minutes for deal in ordered)
    return RoleLoad(role, holders, middle, loads[middle], half, loads[last].minutes, last)


def _lead(scheme: Scheme, numbers: SchoolNumbers, deal: Deal, basis: Basis) -> Load:
    """A homeroom teacher who mentors too: the own role's part, and the mentor's without sitting in what one chairs."""
    own = load_of(scheme, deal_of(scheme, numbers, Actor.LEAD_MENTOR), Actor.LEAD_MENTOR, basis)
    met = {part.key for part in own.parts if part.kind in {"chair", "conference"}}
    by_class = {one.key for one in scheme.conferences if EXTENT.get(one.kind) == Subject.CLASS}
    others = max(0.0, deal.classes - 1) / max(1.0, deal.classes)
    full = load_of(scheme, deal, Actor.MENTOR, basis)
    shares = [(part, (others if part.key in by_class else 0.0) if part.key in met else 1.0) for part in full.parts]
    mentoring = [_as_mentor(part, share) for part, share in shares if share]
    waiting = tuple(dict.fromkeys((*own.open, *full.open)))
    return summed([*own.parts, *mentoring], waiting, tuple(dict.fromkeys((*own.as_needed, *full.as_needed))))


def _as_mentor(part: LoadPart, share: float) -> LoadPart:
    return replace(part, times=part.times * share, minutes=part.minutes * share, mentoring=True)
