"""A random sample that anyone can draw again from the published seed and the list of numbers.

The method in words: cut white space from each number and drop doubles; write the seed, a colon and the number one after
another; take the SHA-256 of that text (UTF-8) as 64 hexadecimal digits; sort by it; the first so many are drawn. The
hash of a list is the SHA-256 of its numbers, each once, sorted by code point, each on a line of its own:
`LC_ALL=C sort -u LIST | sha256sum`.
"""

import hashlib
from collections.abc import Iterable


def draw(numbers: Iterable[str], k: int, seed: str) -> tuple[str, ...]:
    """Return `k` of the numbers (all where there are fewer), in the order in which they are drawn.

    `numbers`: any order, doubles count once. ValueError: `k` below 1, or a seed of white space only.
    """
    if k < 1 or not seed.strip():
        raise ValueError
    return tuple(sorted(_each(numbers), key=lambda one: (_hash(f"{seed}:{one}"), one))[:k])


def population_hash(numbers: Iterable[str]) -> str:
    """Return the hash of a list of numbers, whatever its order: 64 hexadecimal digits."""
    return _hash("".join(f"{one}\n" for one in sorted(_each(numbers))))


def _each(numbers: Iterable[str]) -> set[str]:
    return {one.strip() for one in numbers} - {""}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
