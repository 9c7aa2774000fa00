"""Differences of what a bureau is told: `python bench/release_attack.py [--pairs N]`.

Pairs of pages, weeks and filters that stand for a group, or a change, of 1 to 9 people, over random cities; how many
give it away with our release, with a table that blanks what is below ten, and with exact figures that stand until
moved by ten; and the CPU seconds of a release of a city of 300 schools and of its size as JSON. Bar: none of ours.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SEED, SCHOOLS, GRADES, PEOPLE = 9, 300, 6, 170


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=10_000)
    pairs = parser.parse_args().pairs

    from tests.engine.release.tellers import blanked, by_taoli, standing
    from tests.engine.release.test_attack import leaks

    ours, plain, stood = (leaks(SEED, one, pairs) for one in (by_taoli, blanked, standing))
    print(f"pairs that give away a group or change of 1 to 9: {ours} of {pairs} ({ours / pairs:.4f})")
    print(f"beside it a table that only blanks small numbers: {plain} of {pairs} ({plain / pairs:.4f})")
    print(f"exact numbers that stand until moved by ten: {stood} of {pairs} ({stood / pairs:.4f})")
    whole_city()
    return 1 if ours else 0


def whole_city() -> None:
    """Print what a release of one measure of a city costs and how wide its figures are."""
    from taoli.engine.release import Count, Node, dump, release

    chance = Random(SEED)  # noqa: S311
    nodes = [Node("city"), *(Node(f"d{number}", "city") for number in range(10))]
    nodes += [Node(f"s{number}", f"d{number % 10}") for number in range(SCHOOLS)]
    leaves = [Node(f"s{school}g{grade}", f"s{school}") for school in range(SCHOOLS) for grade in range(GRADES)]
    counts = {one.key: Count(chance.choice((0, 0, 0, 0, 1, 2, 3, 5, 14)), PEOPLE) for one in leaves}
    began = time.process_time()
    told = release([*nodes, *leaves], counts)
    seconds = time.process_time() - began
    size = len(json.dumps(dump(told)))
    true = sum(one.number for one in counts.values())
    print(f"one measure of {SCHOOLS} schools, {len(leaves)} grades: {seconds:.3f} s CPU, {size / 1024:.0f} kB")
    for key in ("city", "d0", "s0"):
        print(f"  {key}: {told[key].low} to {told[key].high}" + (f" (in truth {true})" if key == "city" else ""))


if __name__ == "__main__":
    sys.exit(main())
