"""`python -m taoli.engine draw FILE --seed SEED --k HOW_MANY`: draw a published sample again.

FILE has one number a line. Prints how many numbers there are, the hash of the list, and the numbers drawn, one a line;
exit code 2 when the file cannot be read or the arguments are not understood.
"""

import sys
from pathlib import Path

from taoli.engine.formats.faults import sentence as fault_sentence
from taoli.engine.survey.draw import draw, population_hash

USAGE = 2
HOW = "Say what to draw: python -m taoli.engine draw FILE --seed SEED --k HOW_MANY\n"


def run(arguments: list[str]) -> int:
    """Draw from the file that is named."""
    try:
        name, options = arguments[0], dict(zip(arguments[1::2], arguments[2::2], strict=True))
        seed, many = options["--seed"], int(options["--k"])
        numbers = Path(name).read_text(encoding="utf-8").splitlines()
        drawn = draw(numbers, many, seed)
    except OSError as error:
        sys.stderr.write(f"{Path(arguments[0]).name}: {fault_sentence(error)}\n")
        return USAGE
    except (KeyError, ValueError):
        sys.stderr.write(HOW)
        return USAGE
    listed = {one.strip() for one in numbers} - {""}
    lines = [f"# {len(listed)} numbers, SHA-256 {population_hash(numbers)}", *drawn]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
