"""The appraisal of a school by the engine: `python bench/appraisal.py [--mentors 250] [--records 150000]`.

250 mentors, a term of 150,000 records, answers of students and families about everybody: `engine.scoring.score` over
facts in memory, with arithmetic, evidence and what was not counted of each point; against the pandas program below that
an analyst would write for the bare points, from the same tuples; points are compared. The cells (what was owed and
done) are made before, by `bench/compliance.py`'s engine. pandas is no part of Taoli: `.venv/bin/python -m pip install
pandas` (or PYTHONPATH=<folder made by pip install --target>). CPU time, least of several runs; bar: 2 s.
"""

import argparse
import itertools
import sys
from collections import defaultdict
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.measure import cpu
from bench.terms import MENTEES, TERM, calendar, scheme, school_of
from taoli.engine.compliance import asked, cells_of
from taoli.engine.facts import Act, Cell, MentorScope, Pairing
from taoli.engine.scoring import MentorSheet, ScoringFacts, score

BAR, ROUNDS, ANSWERS = 2.0, 5, 8
ITEMS = {"cycle_activity": "group_activity", "individual": "individual"}


def facts_of(mentors: int, records: int) -> ScoringFacts:
    """A term of a school: seeded records, cells of the whole term, eight answers from either side about everybody."""
    made = school_of(0, mentors * MENTEES, records)
    acts = tuple(Act(*row) for row in made.acts)  # type: ignore[arg-type] # rows in the order of the fields
    pairings = tuple(Pairing(*row) for row in made.pairings)
    own: dict[str, list[Pairing]] = defaultdict(list)
    for one in pairings:
        own[one.mentor_id].append(one)
    names = sorted(own)
    chance = Random(1)  # noqa: S311 - reproducible answers, no secret
    return ScoringFacts(
        term=TERM,
        calendar=calendar(),
        mentors=tuple(
            MentorScope(name, "g1", (), tuple(sorted({one.student_id for one in own[name]})), "s") for name in names
        ),
        pairings=pairings,
        acts=acts,
        cells=cells_of(asked(scheme(), calendar(), TERM), pairings, acts, TERM.ends),
        ticks=dict.fromkeys(itertools.product(names, ITEMS), True),
        survey={
            (source, name): tuple(float(chance.randint(1, 5)) for _one in range(ANSWERS))
            for source in ("students", "guardians")
            for name in names
        },
        register_done=dict.fromkeys(names, True),
    )


def by_pandas(facts: ScoringFacts) -> dict[tuple[str, str], float]:
    """(mentor, item) → points of the two items of coverage and the two of thirds, without any reason."""
    import pandas as pd

    cells = pd.DataFrame(facts.cells, columns=list(Cell.__annotations__))
    cells = cells[cells["state"] != "exempt"]
    cells["counted"] = cells[["done", "needed"]].min(axis=1)
    sums = cells.groupby(["mentor_id", "duty_key"])[["counted", "needed"]].sum()
    share = (20 * sums["counted"] / sums["needed"]).to_dict()
    found = {(mentor, item): share[mentor, duty] for mentor, _key in share for item, duty in ITEMS.items()}
    acts = pd.DataFrame(facts.acts, columns=list(Act.__annotations__))
    acts[acts["made"]].groupby(["by", "kind"])["id"].nunique()  # how many records of each kind, as a sheet would say
    rows = [(source, name, value) for (source, name), values in facts.survey.items() for value in values]
    means = pd.DataFrame(rows, columns=["source", "mentor", "value"]).groupby(["source", "mentor"])["value"].mean()
    for source, item, points in (
        ("students", "student_feedback", (20, 15, 10)),
        ("guardians", "family_feedback", (10, 7.5, 5)),
    ):
        places = means[source].round(9).rank(method="min", ascending=False).astype(int)
        thirds = (places - 1) * 3 // len(places)
        found |= {(mentor, item): points[third] for mentor, third in thirds.items()}
    return found


def same(sheets: tuple[MentorSheet, ...], theirs: dict[tuple[str, str], float]) -> int:
    """How many points were compared; AssertionError at the first that differs."""
    compared = 0
    for sheet in sheets:
        for item in sheet.items:
            if (sheet.mentor_id, item.key) in theirs:
                assert item.points is not None
                assert abs(item.points - theirs[sheet.mentor_id, item.key]) <= 0.005 + 1e-9, (sheet.mentor_id, item)
                compared += 1
    return compared


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentors", type=int, default=250)
    parser.add_argument("--records", type=int, default=150_000)
    options = parser.parse_args()
    facts = facts_of(options.mentors, options.records)
    compared = same(score(scheme(), facts), by_pandas(facts))
    ours = cpu(lambda: score(scheme(), facts), ROUNDS)
    theirs = cpu(lambda: by_pandas(facts), ROUNDS)
    print(f"{len(facts.acts):,} records, {len(facts.cells):,} cells, {compared} points alike")
    print(f"ours {ours:.2f} s CPU (bar {BAR}), pandas {theirs:.2f} s CPU, ratio {ours / theirs:.2f}")
    return int(ours > BAR)


if __name__ == "__main__":
    sys.exit(main())
