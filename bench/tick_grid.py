"""Keystrokes and seconds to type a paper week: `python bench/tick_grid.py [STUDENTS] [TICKS]`.

The fewest keys are counted that the page itself allows (taoli/web/js/ticks.js): a digit jumps to a day, arrows walk,
Space ticks, Enter leads to the next student, at the last one to saving. Seconds by the keystroke-level model (Card,
Moran, Newell 1980): K a key, M looking at a row of the paper, R the machine; nothing is timed.
"""

import random
import sys

K, M, R = 0.28, 1.35, 1.0
DAYS, WAYS, CODE = 5, 4, 5
PAGES = 1000
MINUTE = 60


def walk(here: int, to: int) -> int:
    """Return the fewest keys from one box of a row to another: arrows, or a digit and arrows."""
    jumps = [1 + abs(to - day * WAYS) for day in range(DAYS)]
    return min(abs(to - here), *jumps)


def keys(rows: list[list[int]]) -> int:
    """Return the keys of a page: the code and Enter, each row's walk and ticks, Enter after each row, Enter to save."""
    total = CODE + 1
    for row in rows:
        here = 0
        for box in sorted(row):
            total += walk(here, box) + 1
            here = box
        total += 1
    return total + 1


def page(students: int, ticks: int, chance: random.Random) -> list[list[int]]:
    """Return a page with so many ticks anywhere."""
    boxes = chance.sample(range(students * DAYS * WAYS), ticks)
    return [[box % (DAYS * WAYS) for box in boxes if box // (DAYS * WAYS) == row] for row in range(students)]


def main() -> int:
    """Say the mean and the worst of a thousand pages; 1 when the mean takes more than a minute."""
    students, ticks = (int(one) for one in (*sys.argv[1:3], *("12", "14")[len(sys.argv) - 1 :]))
    chance = random.Random(18)  # noqa: S311 invented pages
    counted = sorted(keys(page(students, ticks, chance)) for _each in range(PAGES))
    mean = sum(counted) / PAGES
    rest = M * (students + 1) + 2 * R
    print(f"{students} students, {ticks} ticks: {mean:.0f} keys a page, at most {counted[-1]}")
    print(
        f"K {K} s, M {M} s a row, R {R} s twice: {mean * K + rest:.0f} s a page, at most {counted[-1] * K + rest:.0f} s"
    )
    return mean * K + rest > MINUTE


if __name__ == "__main__":
    sys.exit(main())
