"""A draw with call-backs: places instead of names, a seed that nobody can steer, and what may be told of the counts.

The seed is the SHA-256 of a sentence published in advance, a line feed, and a public number of a later day (a lottery
number, an index): whoever announces does not know the number, whoever types it cannot change the sentence. A list is
told as its length only; its places are called `CODE-00001`, `CODE-00002` …, so that anybody can write them down.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from taoli.engine.survey.draw import draw
from taoli.engine.survey.suppression import FOR_DETAIL, FOR_MEAN

ANSWERS = ("yes", "rather", "no")
Counts = tuple[int, ...]  # how many answered each of ANSWERS
TWO = 2  # schools whose answers stand together at least


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a question: `n` from five answers on, `counts` from ten; `mostly` in their place where all or all
    but one answered alike: a bound, for exact counts would say what each of them answered.
    """

    n: int | None = None
    counts: Counts | None = None
    mostly: str = ""


def seed_of(sentence: str, number: str) -> str:
    """Return the seed: 64 hexadecimal digits. ValueError: one of the two is white space only."""
    if not sentence.strip() or not number.strip():
        raise ValueError
    return hashlib.sha256(f"{sentence.strip()}\n{number.strip()}".encode()).hexdigest()


def place_names(code: str, size: int) -> tuple[str, ...]:
    """Return the places of a list of so many people."""
    return tuple(f"{code}-{place:05}" for place in range(1, size + 1))


def places_drawn(sizes: Mapping[str, int], k: int, seed: str, *, each: bool) -> dict[str, tuple[int, ...]]:
    """Return code of a school → the places drawn there, in the order of the draw: `k` of each list, or `k` of all
    together. Where a list is shorter than `k`, all of it.
    """
    if each:
        return {code: _numbers(draw(place_names(code, size), k, seed)) for code, size in sizes.items() if size}
    drawn = draw((one for code, size in sizes.items() for one in place_names(code, size)), k, seed)
    return {code: _numbers(one for one in drawn if one.rpartition("-")[0] == code) for code in sizes}


def draw_command(sizes: Mapping[str, int], k: int, seed: str) -> str:
    """Return what to type to draw the places again on any computer with the engine."""
    listed = "; ".join(f"seq -f '{code}-%05g' 1 {size}" for code, size in sorted(sizes.items()))
    return f"({listed}) > places.txt; python -m taoli.engine draw places.txt --seed {seed} --k {k}"


def told(counts: Counts) -> Told:
    """Return what may be told of the answers to one question."""
    n = sum(counts)
    if n < FOR_MEAN:
        return Told()
    if n < FOR_DETAIL:
        return Told(n)
    if _alike(counts):
        return Told(n, mostly=ANSWERS[counts.index(max(counts))])
    return Told(n, counts)


def pooled(schools: Sequence[Counts]) -> Told:
    """Return what may be told of several schools together, made once when all has come in.

    What is left when the schools told in detail are subtracted must be nothing, or the answers of at least two schools,
    ten or more and not alike; the same holds for what is left beside the schools told by a bound. Else only those told
    in detail are summed up: that is arithmetic over what is known already.
    """
    exact = [one for one in schools if told(one).counts]
    rest = [one for one in schools if one not in exact and sum(one) > 0]
    few = [one for one in rest if not told(one).mostly]
    if _hides(rest) and _hides(few):
        return told(_sum([*exact, *rest]))
    return told(_sum(exact))


def _hides(rest: Sequence[Counts]) -> bool:
    enough = len(rest) >= TWO and sum(_sum(rest)) >= FOR_DETAIL
    return not rest or (enough and not _alike(_sum(rest)))


def _alike(counts: Counts) -> bool:
    return max(counts) >= sum(counts) - 1


def _sum(rows: Iterable[Counts]) -> Counts:
    return tuple(sum(column) for column in zip(*rows, strict=True)) or (0,) * len(ANSWERS)


def _numbers(names: Iterable[str]) -> tuple[int, ...]:
    return tuple(int(one.rpartition("-")[2]) for one in names)
