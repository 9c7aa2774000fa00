"""The anchor `algmatch`, run by its own interpreter: `anchor_algmatch.py < round.json` prints {whole, search, mentors}.

`bench/matching.py --install-anchors` puts the package into a temporary environment and starts this file there.
CPU seconds: `whole` from the lists to the matching, `search` without taking the lists in.
"""

import json
import sys
import time

from algmatch import HR


def main() -> None:
    given = json.load(sys.stdin)
    pairs = enumerate(zip(given["seats"], given["orders"], strict=True))
    begin = time.process_time()
    problem = HR(
        dictionary={
            "residents": dict(enumerate(given["wishes"])),
            "hospitals": {m: {"capacity": seats, "preferences": order} for m, (seats, order) in pairs if order},
        },
        optimised_side="residents",
    )
    start = time.process_time()
    matching = problem.get_stable_matching()
    end = time.process_time()
    if matching is None:
        raise SystemExit("algmatch found no stable matching")
    found = matching["resident_sided"]
    mentors = [int(mentor[1:]) if (mentor := found.get(f"r{row}")) else -1 for row in range(len(given["wishes"]))]
    print(json.dumps({"whole": end - begin, "search": end - start, "mentors": mentors}))


if __name__ == "__main__":
    main()
