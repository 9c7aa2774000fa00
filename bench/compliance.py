"""Compliance from scratch, one record at a time, and for a city: `python bench/compliance.py [school|record|city]`.

`school`: 3,000 students and a term of 150,000 records, against the pandas program below that an analyst would write for
the same counts; both begin with the same tuples in memory, their results are compared. pandas is no part of Taoli:
`.venv/bin/python -m pip install pandas` (or PYTHONPATH=<folder made by pip install --target>) before this one.
`record`: one talk through `duties.services.add_acts`, cells and sums included, against the bare insert of the same two
rows in a transaction; SQLite in a folder of its own, or TAOLI_DATABASE.
`city`: schools of 3,000 one after the other out of one SQLite file of 150,000 records each (100 schools: 15 million),
in one streaming pass; `--schools N` makes fewer and says what 100 would take.
CPU time of this process, best of several where it is short; bars: 1.0 × pandas, 2.0 × bare, 1 GiB.
"""

import argparse
import gc
import itertools
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.terms import AS_OF, TERM, School, calendar, scheme, school_of
from taoli.engine.compliance import Cell, asked, cells_of
from taoli.engine.facts import Act, Pairing

MOST_OF_PANDAS, MOST_OF_BARE, MOST_MEMORY = 1.0, 2.0, 1024
WHOLE_CITY, ROUNDS = 100, 12
Counts = dict[tuple[str, str, str, str], tuple[int, str]]


def cpu(times: int, *works: Callable[[], object]) -> list[float]:
    """Least CPU seconds of several runs, taken in turns; what lay in memory before does not concern the collector."""
    best = [float("inf")] * len(works)
    gc.collect()
    gc.freeze()
    for _run in range(times):
        for place, work in enumerate(works):
            start = time.process_time()
            work()
            best[place] = min(best[place], time.process_time() - start)
            gc.collect()
    gc.unfreeze()
    return best


def memory() -> float:
    """Most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def reckon(school: School) -> tuple[Cell, ...]:
    """Ours: tuples to facts to cells."""
    acts = [Act._make(row) for row in school.acts]
    pairings = [Pairing(*row) for row in school.pairings]
    return cells_of(asked(scheme(), calendar(), TERM), pairings, acts, AS_OF)


def school(students: int, records: int) -> int:
    from bench.anchor_pandas import counts_by_pandas

    made = school_of(0, students, records)
    ours = counted(reckon(made))
    theirs = counts_by_pandas(made)
    assert ours.keys() == theirs.keys()
    assert all(theirs[key][0] == done and state in {"exempt", theirs[key][1]} for key, (done, state) in ours.items())
    facts = [Act._make(row) for row in made.acts]
    people = [Pairing(*row) for row in made.pairings]
    whole, mine, anchor = cpu(
        ROUNDS,
        lambda: reckon(made),
        lambda: cells_of(asked(scheme(), calendar(), TERM), people, facts, AS_OF),
        lambda: counts_by_pandas(made),
    )
    ratio = mine / anchor
    print(
        f"{len(made.acts):,} records, {len(made.pairings):,} pairings, {len(ours):,} cells compared: all counts equal"
    )
    print(f"ours {mine:.2f} s CPU, pandas {anchor:.2f} s CPU, both from tuples in memory (ours are named)")
    print(f"ratio {ratio:.2f} (bar {MOST_OF_PANDAS}); {whole / anchor:.2f} with the naming of 150,000 tuples")
    print(f"memory {memory():.0f} MiB with both")
    return int(ratio > MOST_OF_PANDAS)


def counted(found: tuple[Cell, ...]) -> Counts:
    """Cells as the anchor counts them: what is due soon is open; what is exempt it does not know."""
    return {
        (cell.duty_key, cell.mentor_id, cell.subject_id, cell.period_key): (
            cell.done,
            cell.state.replace("due_soon", "open"),
        )
        for cell in found
    }


def city(schools: int, students: int, records: int) -> int:
    from bench.city_file import made_file, school_rows

    path = made_file(schools, students, records)
    started = time.process_time()
    rules, total, states = asked(scheme(), calendar(), TERM), 0, Counter[str]()
    for number in range(schools):
        pairings, acts = school_rows(path, number)
        counter = itertools.count()
        stream = (act for act, _number in zip(acts, counter, strict=False))
        states.update(cell.state for cell in cells_of(rules, pairings, stream, AS_OF))
        total += next(counter)
    seconds = time.process_time() - started
    print(f"{schools} schools, {total:,} records, {sum(states.values()):,} cells {dict(sorted(states.items()))}")
    print(f"{seconds:.0f} s CPU in one pass out of the file; memory at most {memory():.0f} MiB (bar {MOST_MEMORY})")
    if schools < WHOLE_CITY:
        print(f"EXTRAPOLATED to {WHOLE_CITY} schools: {seconds * WHOLE_CITY / schools:.0f} s CPU, the same memory")
    return int(memory() > MOST_MEMORY)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("school", "record", "city"), default="school")
    parser.add_argument("--students", type=int, default=3_000)
    parser.add_argument("--records", type=int, default=150_000)
    parser.add_argument("--schools", type=int, default=WHOLE_CITY)
    parser.add_argument("--rounds", type=int, default=300)
    options = parser.parse_args()
    if options.what == "city":
        return city(options.schools, options.students, options.records)
    if options.what == "record":
        from bench.one_record import record

        return record(options.rounds, MOST_OF_BARE)
    return school(options.students, options.records)


if __name__ == "__main__":
    sys.exit(main())
