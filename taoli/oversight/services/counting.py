"""From the summaries of a week to what may be told: plain values, no database."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from taoli.engine.release import LIMIT, Count, Done, Node, dump, dump_amounts, release, release_deeds
from taoli.engine.summary import MEASURES, Level, Measure, MeasureKind
from taoli.oversight.queries.released import AMOUNTS, DEEDS, TALLIES, indicator_measure

Told = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Standing:
    """A member and the summary that stands for it; `before`: the one that counted in the last release."""

    key: str
    district: str
    name: str
    document: Mapping[str, Any]
    seq: int
    before: Mapping[str, Any] | None = None
    stale: str = ""

    @property
    def grades(self) -> Sequence[Mapping[str, Any]]:
        """Its grades as handed in."""
        grades: Sequence[Mapping[str, Any]] = self.document["grades"]
        return grades

    def grade(self, one: Mapping[str, Any]) -> str:
        """Return the key of the node of a grade."""
        return f"{self.key}/{one['key']}"


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes above the schools, the schools under them."""

    areas: tuple[Node, ...]
    members: tuple[Standing, ...]

    def of(self, members: Iterable[Standing], *, grades: bool) -> list[Node]:
        """Return the nodes of these schools and of the areas they lie in, down to the grades if so wished."""
        kept = list(members)
        used = {one.district for one in kept}
        used |= {node.parent for node in self.areas if node.key in used}
        below = [Node(one.grade(grade), one.key) for one in kept for grade in one.grades] if grades else []
        return [
            *(node for node in self.areas if node.key in used),
            *(Node(one.key, one.district) for one in kept),
            *below,
        ]


def told(tree: Tree, survey_term: str) -> Told:
    """Return measure → node → what is told, of everything a summary counts."""
    found: Told = {}
    for measure in MEASURES.values():
        if measure.kind is MeasureKind.PEOPLE:
            by_grade = measure.level is Level.GRADE
            found[measure.key] = dump(release(tree.of(tree.members, grades=by_grade), dict(_counts(tree, measure))))
    found[DEEDS] = dump_amounts(release_deeds(tree.of(tree.members, grades=False), _done(tree.members)))
    return found | _indicators(tree, survey_term)


def most_common(words: Iterable[str]) -> str:
    """Return the word most schools have, the later of equals; "" of none."""
    counted = Counter(word for word in words if word)
    return max(counted, key=lambda word: (counted[word], word)) if counted else ""


def ceiling(number: int) -> int:
    """Return up to how many a group may be, for all a reader knows: the upper end of the ten it lies in."""
    return number // LIMIT * LIMIT + LIMIT - 1


def _counts(tree: Tree, measure: Measure) -> Iterator[tuple[str, Count]]:
    for member in tree.members:
        stale = bool(member.stale)
        if measure.level is Level.SCHOOL:
            yield member.key, _count(member.document["counts"], measure, stale=stale)
            continue
        for grade in member.grades:
            yield member.grade(grade), _count(grade["counts"], measure, stale=stale)
        if not member.grades:
            yield member.key, Count(0, LIMIT - 1, stale)


def _count(counts: Mapping[str, int], measure: Measure, *, stale: bool) -> Count:
    """How large a group is, is itself told in tens only: so its size counts as the upper end of its ten."""
    whole = measure
    while whole.of:
        whole = MEASURES[whole.of]
    of = ceiling(counts.get(whole.key, 0))
    return Count(min(counts.get(measure.key, 0), of), of, stale)


def _done(members: Iterable[Standing]) -> dict[str, Done]:
    return {one.key: _done_by(one) for one in members}


def _done_by(member: Standing) -> Done:
    """What was done since the last release: a summary's deeds are those since the term began."""
    now, before = member.document, member.before
    sums = _sums(now)
    if before is not None and before["term"] == now["term"]:
        sums = [one - other for one, other in zip(sums, _sums(before), strict=True)]
    people = sum(grade["counts"].get("students", 0) for grade in member.grades)
    return Done(people, now["counts"].get("mentors", 0), tuple(sums), bool(member.stale))


def _sums(document: Mapping[str, Any]) -> list[float]:
    """A document's deeds and cells in the order of AMOUNTS; those of its grades together: a grade has few mentors."""
    found = dict.fromkeys(AMOUNTS, 0)
    for place in (document, *document["grades"]):
        for key, number in place["counts"].items():
            if key in found:
                found[key] += number
        for key, (met, due) in place.get("cells", {}).items():
            if f"{key}.met" in found:
                found[f"{key}.met"] += met
                found[f"{key}.due"] += due
    return list(found.values())


def _indicators(tree: Tree, term: str) -> Told:
    """Schools whose survey was in the term of most; the others' is told when theirs is."""
    of: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for member in tree.members:
        for one in member.document["indicators"]:
            if one["term"] == term:
                of.setdefault((one["source"], one["key"]), {})[member.key] = one
    found: Told = {}
    for (source, key), sums in sorted(of.items()):
        members = [one for one in tree.members if one.key in sums]
        nodes = tree.of(members, grades=False)
        for tally in TALLIES:
            counts = {one.key: _tally(sums[one.key], tally, stale=bool(one.stale)) for one in members}
            found[indicator_measure(source, key, tally)] = dump(release(nodes, counts))
    return found


def _tally(sums: Mapping[str, Any], tally: str, *, stale: bool) -> Count:
    of = ceiling(sums["asked"])
    return Count(min(sums[tally], of), of, stale)
