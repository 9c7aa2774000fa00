"""`python -m taoli.engine rehearse KEY…`: a term of a scheme on a synthetic school of 360 students, with no database.
KEY is a preset folder or a name in presets/. Prints {scheme, typed, counts, outcomes, weeks, rules}, where a rule is
[id, kind, outcome, proofs]. Exit code 0, 1 when a rule failed, 2 for a scheme that cannot be read.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from taoli.engine.rehearsal import AUTUMN, Asked, Rehearsal, rehearse, sample_year, synthetic
from taoli.engine.scheme import SchemeError, load_preset

PRESETS = Path("presets")
STUDENTS = 360
SEED = 1
FAILED = 1
MALFORMED = 2


def run(keys: list[str]) -> int:
    """Print one JSON document per scheme; 0, 1 when a rule failed, 2 at the first scheme that cannot be read."""
    code = 0
    for key in keys:
        folder = Path(key) if Path(key).is_dir() else PRESETS / key
        try:
            scheme = load_preset(folder)
        except SchemeError as error:
            sys.stderr.write(f"{key}: the scheme cannot be used: {error}\n")
            return MALFORMED
        result = rehearse(scheme, synthetic(scheme, STUDENTS, SEED), Asked(sample_year(), AUTUMN, SEED))
        sys.stdout.write(json.dumps(plain(result), ensure_ascii=False, indent=2, default=str) + "\n")
        code = FAILED if "failed" in result.outcomes() else code
    return code


def plain(result: Rehearsal) -> dict[str, Any]:
    """The result as JSON-able data."""
    return {
        "scheme": result.scheme_key,
        "typed": result.typed,
        "counts": result.counts,
        "outcomes": result.outcomes(),
        "steps": [asdict(step) for step in result.steps],
        "shortages": [asdict(one) for one in result.shortages],
        "weeks": [asdict(week) for week in result.weeks],
        "duties": result.duties,
        "rules": [
            [
                rule.use.rule,
                rule.use.kind,
                rule.outcome,
                [[place, proof.outcome, proof.code, proof.params] for place, proof in rule.proofs],
            ]
            for rule in result.rules
        ],
    }
