"""PrefLib orders (.soi, .soc, and with ties .toi, .toc): voters are students, alternatives are mentors.

Both headers are read: the lines `# NUMBER ALTERNATIVES: 3`, `# ALTERNATIVE NAME 1: …` with orders `2: 1,{2,3}`, and
the older one (a number, a line for each alternative, voters) with orders `2,1,{2,3}`. Orders of n voters become n
students. Places come from a capacity file: a line `alternative,min,max` for each, by number or name.
"""

import re
from collections.abc import Iterable, Iterator

from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.rounds import Round
from taoli.engine.formats.sheets import Sheet
from taoli.engine.matching import Mentor, Problem, Rules, Student

ENDINGS = frozenset({".soi", ".soc", ".toi", ".toc"})
MOST_VOTERS = 300_000
NAME = re.compile(r"#\s*ALTERNATIVE NAME (\d+):\s*(.*)")
COUNT = re.compile(r"#\s*NUMBER ALTERNATIVES:\s*(\d+)\s*")
ORDER = re.compile(r"(\d+)\s*[:,]\s*(.*)")
TIER = re.compile(r"\{([\d,\s]*)\}|(\d+)")
WHOLE = re.compile(r"(?:\s*(?:\d+|\{\s*\d+(?:\s*,\s*\d+)*\s*\})\s*(?:,|$))*")


def round_of_preflib(text: str, capacity: Sheet) -> Round:
    """The round. FileFault names the row of what is wrong; `capacity` is the capacity file's table."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise FileFault("the file is empty")
    modern = lines[0][1].startswith("#")
    names, orders = _modern(lines) if modern else _older(lines)
    students: list[Student] = []
    for number, line in orders:
        found = ORDER.fullmatch(line)
        if not found or not WHOLE.fullmatch(found[2]):
            raise FileFault("this is not an order such as 2: 1,{2,3}", row=number)
        times, wishes = int(found[1]), _tiers(found[2], names, number)
        if len(students) + times > MOST_VOTERS:
            raise FileFault(f"there are more than {MOST_VOTERS} voters", row=number)
        students += [Student(f"v{len(students) + one + 1:06d}", wishes=wishes) for one in range(times)]
    mentors = tuple(_mentors(capacity, names))
    return Round(Problem(tuple(students), mentors, Rules(max_classes_per_mentor=None)), names=names)


def _modern(lines: list[tuple[int, str]]) -> tuple[dict[str, str], list[tuple[int, str]]]:
    names: dict[str, str] = {}
    for _number, line in lines:
        if found := COUNT.fullmatch(line):
            names = {str(one): names.get(str(one), "") for one in range(1, _bounded(found[1]) + 1)}
        elif found := NAME.fullmatch(line):
            names[found[1]] = found[2].strip()
    return names, [(number, line) for number, line in lines if not line.startswith("#")]


def _older(lines: list[tuple[int, str]]) -> tuple[dict[str, str], list[tuple[int, str]]]:
    number, line = lines[0]
    if not line.isdecimal():
        raise FileFault("the first line is not the number of alternatives", row=number)
    count = _bounded(line)
    if len(lines) < count + 2:
        raise FileFault(f"the header of {count} alternatives is cut off", row=lines[-1][0])
    names = {}
    for number, line in lines[1 : count + 1]:
        key, comma, name = line.partition(",")
        if not comma or not key.strip().isdecimal():
            raise FileFault("this is not an alternative such as 1,Name", row=number)
        names[key.strip()] = name.strip()
    return names, lines[count + 2 :]


def _bounded(digits: str) -> int:
    if len(digits) > len(str(MOST_VOTERS)):
        raise FileFault(f"there are more than {MOST_VOTERS} alternatives")
    return int(digits)


def _tiers(order: str, names: dict[str, str], number: int) -> tuple[tuple[str, ...], ...]:
    tiers = []
    for tied, single in TIER.findall(order):
        tier = tuple(str(int(one)) for one in (tied or single).split(","))
        for one in tier:
            if one not in names:
                raise FileFault(f"there is no alternative {one[:20]}", row=number)
        tiers.append(tier)
    return tuple(tiers)


def _mentors(capacity: Sheet, names: dict[str, str]) -> Iterator[Mentor]:
    known = {name: key for key, name in reversed(names.items()) if name} | {key: key for key in names}
    bounds: dict[str, tuple[int, int]] = {}
    for number, cells in enumerate(capacity.rows, 1):
        if not any(cells) or (number == 1 and not _whole(cells[1:3])):
            continue
        if len(cells) != 3 or not _whole(cells[1:]) or int(cells[1]) > int(cells[2]):  # noqa: PLR2004 - alternative,min,max
            raise FileFault("this is not alternative,min,max", sheet=capacity.name, row=number)
        if cells[0] not in known:
            raise FileFault(f"there is no alternative {cells[0][:40]!r}", sheet=capacity.name, row=number)
        bounds[known[cells[0]]] = (int(cells[1]), int(cells[2]))
    for key in names:
        if key not in bounds:
            raise FileFault(f"alternative {key} has no line", sheet=capacity.name)
        yield Mentor(key, min=bounds[key][0], max=bounds[key][1])


def _whole(cells: Iterable[str]) -> bool:
    return all(re.fullmatch(r"\d{1,9}", cell) for cell in cells)
