"""What the run shows of who mentors whom: unit, coverage, capacity, eligibility, continuity, bodies, words."""

from collections import Counter
from collections.abc import Mapping

from taoli.engine.facts import Pairing
from taoli.engine.rehearsal.bounds import seats_of
from taoli.engine.rehearsal.roster import GROUP_SIZE
from taoli.engine.rehearsal.values import Proof, Stage, Values
from taoli.engine.scheme import describe
from taoli.engine.scheme.vocabulary import Actor, ContinuityKind, CoverageKind, EligibilityRule, EndReason, Unit

TEACHING = frozenset({Actor.MENTOR, Actor.LEAD_MENTOR})
HANDED_OVER = frozenset({EndReason.MENTOR_LEFT.value, EndReason.MENTOR_CHANGED.value})


def unit_proof(stage: Stage, _names: list[str]) -> Proof:
    """Whole units stay with one mentor."""
    unit = stage.scheme.unit
    homes: dict[str, set[str]] = {}
    for one in stage.paired.pairings:
        homes.setdefault(one.unit_id or one.student_id, set()).add(one.mentor_id)
    split = sum(len(mentors) > 1 for mentors in homes.values())
    params: Values = {"unit": unit.value, "units": len(homes), "split": split}
    return Proof("failed" if split and unit != Unit.STUDENT else "held", "units_whole", params)


def other_units_proof(stage: Stage, _names: list[str]) -> Proof:
    """The other units a school may choose can be counted in this roster."""
    rooms = {one.room_id for one in stage.roster.learners} - {""}
    groups = {one.group_id for one in stage.roster.learners} - {""}
    params: Values = {"groups": len(groups), "rooms": len(rooms)}
    return Proof("held" if rooms or groups else "not_applicable", "other_units_there", params)


def coverage_proof(stage: Stage, _names: list[str]) -> Proof:
    """Everyone who is covered has one mentor, nobody else has."""
    coverage = stage.scheme.coverage
    asked = [one for one in stage.roster.learners if one.listed or coverage.whom == CoverageKind.ALL_STUDENTS]
    paired = Counter(one.student_id for one in stage.paired.pairings)
    grades = {one.grade_id for one in stage.paired.pairings}
    wanted = {one.id for one in asked if one.grade_id in grades}
    missing, twice = len(wanted - paired.keys()), sum(count > 1 for count in paired.values())
    outside = len(paired.keys() - wanted)
    params: Values = {
        "students": len(wanted),
        "missing": missing,
        "twice": twice,
        "outside": outside,
        "grades": len(grades),
    }
    return Proof("failed" if missing or twice or outside else "held", "everyone_covered", params)


def capacity_proof(stage: Stage, names: list[str]) -> Proof:
    """Loads within the bounds, or the exact shortage, which the run reported before anybody was paired."""
    role = Actor(names[0])
    if role not in TEACHING:
        return Proof("not_applicable", "nobody_of_that_role", {"role": role.value})
    loads = Counter(one.mentor_id for one in stage.paired.pairings)
    each = max(1, round(len(stage.roster.learners) / len(stage.roster.classes())))
    size = _unit_size(stage)
    covered = {one.class_id for one in stage.paired.pairings}
    strict = stage.scheme.eligibility.rule == EligibilityRule.TEACHES_CLASS
    mine = [one for one in stage.roster.teachers if one.role == role and (one.classes & covered or not strict)]
    if not mine:
        return Proof("not_applicable", "nobody_of_that_role", {"role": role.value})
    over = under = 0
    for one in mine:
        low, _, high = seats_of(stage.scheme, role, len(one.classes), each, size)
        over += loads[one.id] > high
        under += loads[one.id] < low
    counts = [loads[one.id] for one in mine]
    params: Values = {"role": role.value, "mentors": len(mine), "least": min(counts), "most": max(counts)}
    params |= {"over": over, "under": under}
    if over or under:
        said = bool(stage.paired.shortages)
        return Proof("held" if said else "not_yet", "shortage_reported" if said else "outside_bounds", params)
    return Proof("held", "within_bounds", params)


def _unit_size(stage: Stage) -> int:
    sizes = Counter(one.unit_id for one in stage.paired.pairings if one.unit_id)
    return max(sizes.values(), default=GROUP_SIZE)


def class_limit_proof(stage: Stage, _names: list[str]) -> Proof:
    """From how many classes one mentor's students come at most."""
    rooms: dict[str, set[str]] = {}
    for one in stage.paired.pairings:
        rooms.setdefault(one.mentor_id, set()).add(one.class_id)
    most, limit = max(map(len, rooms.values())), stage.scheme.max_classes_per_mentor
    free = stage.scheme.unit in {Unit.INTEREST_GROUP, Unit.DORMITORY} or any(
        one.params.get("rule") in {"class_limit", "teaches_class", "maximum"} for one in stage.paired.shortages
    )
    params: Values = {"most": most, "limit": limit}
    return Proof("held" if most <= limit or free else "failed", "classes_per_mentor", params)


def eligibility_proof(stage: Stage, names: list[str]) -> Proof:
    """Nobody by a mentor who may not; each exception seen."""
    scheme = stage.scheme
    taught = {one.id: one.classes for one in stage.roster.teachers}
    if scheme.eligibility.rule == EligibilityRule.ANY:
        wrong = 0
    else:
        wrong = sum(
            one.class_id not in taught[one.mentor_id] and one.student_id not in stage.paired.excepted
            for one in stage.paired.pairings
        )
    said = any(one.params.get("rule") in {"teaches_class", "maximum"} for one in stage.paired.shortages)
    shown = len(set(stage.paired.excepted.values()))
    params: Values = {"rule": scheme.eligibility.rule.value, "wrong": wrong, "exceptions": shown, "pairs": len(taught)}
    if wrong:
        return Proof("held" if said else "failed", "shortage_reported" if said else "not_eligible", params)
    return Proof("held", "exceptions_seen" if names and names[0] == "exceptions" else "all_eligible", params)


def continuity_proof(stage: Stage, _names: list[str]) -> Proof:
    """What became of pairings whose mentor left, and of those that simply went on."""
    continuity = stage.scheme.continuity
    assert continuity is not None
    ended = [one for one in stage.life.pairings if one.end_reason in HANDED_OVER]
    followed = sum(_followed(stage.life.pairings, one) for one in ended)
    kept = sum(one.ends is None for one in stage.life.pairings)
    params: Values = {"kind": continuity.kind.value, "ended": len(ended), "successors": followed, "kept": kept}
    if followed < len(ended):
        return Proof("failed", "without_successor", params)
    stopped = any(one.end_reason == EndReason.MENTOR_CHANGED.value for one in ended)
    if continuity.kind == ContinuityKind.STOP_ALLOWED and not stopped:
        return Proof("not_yet", "nobody_stopped", params)
    if not ended:
        return Proof("not_yet" if continuity.successor_takes_over else "held", "nothing_changed", params)
    return Proof("held", "successor_took_over", params)


def _followed(pairings: tuple[Pairing, ...], ended: Pairing) -> bool:
    return any(
        one.student_id == ended.student_id and ended.ends is not None and one.starts > ended.ends for one in pairings
    )


def body_proof(stage: Stage, names: list[str]) -> Proof:
    """Whether the school has people of the kinds that sit in the body."""
    body = next(one for one in stage.scheme.bodies if one.key == names[0])
    people = people_of(stage)
    seated = sum(people.get(role, 0) > 0 for role in body.members)
    params: Values = {"body": body.label, "kinds": len(body.members), "found": seated}
    if not body.members:
        return Proof("held", "body_named", params)
    return Proof("held" if seated == len(body.members) else "not_yet", "body_seated", params)


def people_of(stage: Stage) -> Mapping[Actor, int]:
    """How many people there are of each actor."""
    heads = sum(bool(one.homeroom) for one in stage.roster.teachers)
    everyone = len(stage.roster.teachers)
    return {**stage.roster.people, Actor.MENTOR: everyone, Actor.SUBJECT_TEACHER: everyone, Actor.LEAD_MENTOR: heads}


def labels_proof(stage: Stage, names: list[str]) -> Proof:
    """The school's own words for people stand where demands are told."""
    asked = {statement.role for statement in describe(stage.scheme)}
    roles = [Actor(names[0])] if names else list(stage.scheme.labels)
    used = sum(role in asked or people_of(stage).get(role, 0) > 0 for role in roles)
    return Proof("held" if used else "not_yet", "labels_used", {"labels": len(roles), "used": used})
