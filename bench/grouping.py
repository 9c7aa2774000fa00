"""Study groups against anticlust in one run: `python bench/grouping.py [--quick] [--anticlust FOLDER]`.

FOLDER holds a checkout of the sources of the R package anticlust; its C is compiled there and then (gcc) and given the
same members, strata and features. Without it a row says "anchor not present" and names what was published for
instances of that size (other members, another machine). CPU seconds of this process; mean share between groups, 0 best.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.anchor_anticlust import Anticlust
from taoli.engine.grouping import Groups, Member, layers_by_ratio, make_groups, most_diverse
from taoli.engine.grouping.deals import deal_strata, even_sizes
from taoli.engine.grouping.features import features

ATTRIBUTES = "abcd"
PUBLISHED = {50: "0.0059 in 1.07 s", 3_000: "0.0089 in 162 s", 30_000: "0.0067 in 41 s"}
NEIGHBOURS = 100
FAST = 10_000
WHOLE = 1_000


def grade(students: int) -> list[Member]:
    """Four numbers each, one of them skewed, one like the score; layers 3:5:2."""
    chance = Random(1)  # noqa: S311 - a reproducible class
    scores = {f"s{one:06d}": chance.gauss(0, 1) for one in range(students)}
    layers = layers_by_ratio(scores)
    return [
        Member(
            one,
            layers[one],
            chance.choice("fm"),
            {"a": score, "b": chance.gauss(0, 1), "c": chance.expovariate(1), "d": score + chance.gauss(0, 1)},
        )
        for one, score in scores.items()
    ]


def alike(students: int, count: int, starts: int, passes: int, anchor: Anticlust | None) -> None:
    members = grade(students)
    began = time.process_time()
    made = make_groups(members, count, ATTRIBUTES, seed=1)
    seconds = time.process_time() - began
    print(
        f"groups {students:>6,} into {count:>5,}: {made.unlike:.4f} in {seconds:6.2f} s; S-shaped deal "
        f"{made.serpentine:.4f}; strata differ by {made.strata_gap}; no swap helps: {made.swap_optimal}"
    )
    if anchor is None:
        print(f"    anchor not present (published for this size: {PUBLISHED[students]})")
        return
    value, time_of_anchor = _anchor(anchor, members, count, starts, passes)
    print(
        f"    anticlust: {value:.4f} in {time_of_anchor:6.2f} s: it takes {time_of_anchor / seconds:5.1f} x as long "
        f"for groups {value / made.unlike:4.2f} x as unlike"
    )


def _anchor(anchor: Anticlust, members: list[Member], count: int, starts: int, passes: int) -> tuple[float, float]:
    table = features(members, ATTRIBUTES).table
    names = sorted({(one.layer, one.gender) for one in members})
    stratum = np.array([names.index((one.layer, one.gender)) for one in members])
    strata = [np.flatnonzero(stratum == one) for one in range(len(names))]
    dealt = deal_strata(strata, even_sizes(len(members), count), starts, np.random.default_rng(1))
    if len(members) < FAST:
        return anchor.local_maximum(table, dealt, stratum, passes)
    return anchor.fast(table, dealt[0], _near(table, strata))


def _near(table: Any, strata: list[Any]) -> Any:
    """The nearest members of the same stratum, as fast_anticlustering takes them."""
    from scipy.spatial import cKDTree

    near = np.empty((len(table), NEIGHBOURS), dtype=np.int32)
    for rows in strata:
        near[rows] = rows[cKDTree(table[rows]).query(table[rows], NEIGHBOURS)[1]]
    return near


def different(members: int, count: int, rounds: int, anchor: Anticlust | None) -> None:
    """MDGPLIB's RanReal, drawn here: distances uniform between 0 and 100, groups of one size."""
    upper = np.triu(np.random.default_rng(1).uniform(0, 100, (members, members)), 1)
    distances = upper + upper.T
    sizes = [members // count] * count
    plain = most_diverse(distances, sizes, seed=1, rounds=0)[1]
    began = time.process_time()
    value = most_diverse(distances, sizes, seed=1, rounds=rounds)[1]
    seconds = time.process_time() - began
    print(f"diverse {members:>4} into {count:>3}: {value:,.0f} in {seconds:5.1f} s; one local search {plain:,.0f}")
    if anchor is None:
        print("    anchor not present")
        return
    for iterations in (5, 50):
        theirs, time_of_anchor = anchor.three_phase(distances, count, iterations)
        print(f"    anticlust TPSDP, {iterations} iterations: {theirs:,.0f} in {time_of_anchor:5.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out 3,000 and more members, and diversity")
    parser.add_argument("--anticlust", type=Path, metavar="FOLDER", help="a checkout of its sources")
    parser.add_argument("--passes", type=int, default=1, help="of anticlust over 3,000 members (till none helps: 99)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        anchor = Anticlust(asked.anticlust, Path(work)) if asked.anticlust else None
        assert isinstance(make_groups(grade(50), 6, ATTRIBUTES), Groups)
        alike(50, 6, 100, WHOLE, anchor)
        if not asked.quick:
            alike(3_000, 300, 1, asked.passes, anchor)
            alike(30_000, 3_000, 1, 1, anchor)
            different(120, 10, 2_000, anchor)
            different(240, 12, 1_500, anchor)
            different(480, 20, 400, anchor)


if __name__ == "__main__":
    main()
