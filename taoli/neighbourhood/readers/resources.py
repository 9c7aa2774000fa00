"""The list of places to learn as a workbook: out, and in with a sentence for every cell that does not fit."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from taoli.neighbourhood.models import Resource
from taoli.neighbourhood.queries.resources import ResourceFacts
from taoli.neighbourhood.queries.slots import DAYS
from taoli.roster.readers.fixed import open_book
from taoli.roster.readers.problem import RefusedError
from taoli.roster.services.sheets import workbook

SHEET = "育人资源清单"
HEAD = ("名称", "类型", "导育方向", "适合年级", "最多人数", "联系方式", "地址与交通", "开放日", "安全须知", "学校可见")
KINDS = {
    "实践基地": "base",
    "图书馆": "library",
    "博物馆": "museum",
    "企业": "enterprise",
    "公园": "park",
    "其他": "other",
}
THEMES = {"思想引导": "ideals", "学业辅导": "study", "心理疏导": "mind", "生活指导": "life", "生涯引导": "career"}
LIMITS = {"名称": 60, "适合年级": 40, "联系方式": 60, "地址与交通": 200, "安全须知": 200}
MOST_ROWS, MOST_PEOPLE, MOST_PROBLEMS = 1000, 100_000, 100


@dataclass
class Reading:
    """What the workbook says, or what is wrong with it, each with its place."""

    rows: list[ResourceFacts] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)


def resource_book(rows: Iterable[Resource]) -> bytes:
    """Return the list as an .xlsx that can be changed and read in again."""
    kinds, themes = ({value: word for word, value in known.items()} for known in (KINDS, THEMES))
    lines = (
        (
            *(one.name, kinds[one.kind], themes[one.theme], one.ages, str(one.capacity), one.contact, one.address),
            *("、".join(f"周{DAYS[day]}" for day in one.weekdays), one.safety, "是" if one.published else "否"),
        )
        for one in rows
    )
    return workbook([(SHEET, HEAD, lines)])


def read_resources(data: bytes) -> Reading:
    """Read a workbook; nothing of it is taken in while one cell does not fit."""
    found = Reading()
    try:
        book = open_book(data)
    except RefusedError:
        found.problems.append((_("This file is no workbook that can be read. Please save it as .xlsx."), ""))
        return found
    grid = next((one for one in book.grids if any(any(row) for row in one.rows)), None)
    rows = grid.rows if grid and not grid.too_large else []
    head = next((n for n, row in enumerate(rows[:10]) if "名称" in row and "类型" in row), None)
    if grid is None or head is None:
        words = _("The line of headings is missing. It begins: %(head)s") % {"head": "、".join(HEAD[:5])}
        found.problems.append((words, grid.name if grid else ""))
        return found
    columns = {word: place for place, word in enumerate(rows[head]) if word in HEAD}
    _read_rows(found, grid.name, rows, head, columns)
    return found


def _read_rows(found: Reading, sheet: str, rows: list[list[str]], head: int, columns: dict[str, int]) -> None:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[head + 1 : head + 1 + MOST_ROWS], start=head + 2):
        cells = {word: row[place].strip() if place < len(row) else "" for word, place in columns.items()}
        if not any(cells.values()):
            continue
        faults = list(_faults(cells))
        if (twin := seen.setdefault(cells["名称"], number)) != number:
            faults.append((_("“%(name)s” stands in row %(n)d already.") % {"name": cells["名称"], "n": twin}, "名称"))
        found.problems += [(words, f"{sheet} · {number} · {column}") for words, column in faults]
        if not faults:
            found.rows.append(_facts(cells))
    if not found.rows and not found.problems:
        found.problems.append((_("There is no place below the headings."), sheet))
    found.problems = found.problems[:MOST_PROBLEMS]


def _faults(cells: dict[str, str]) -> Iterable[tuple[str, str]]:
    if not cells["名称"]:
        yield _("The name is missing."), "名称"
    for word, known in (("类型", KINDS), ("导育方向", THEMES)):
        if cells.get(word, "") not in known:
            words = {"text": cells.get(word, ""), "known": "、".join(known)}
            yield _("“%(text)s” is not one of: %(known)s") % words, word
    number = cells.get("最多人数", "")
    if not (number.isascii() and number.isdigit() and 0 < int(number[:9]) <= MOST_PEOPLE):
        yield _("“%(text)s” is no number of students.") % {"text": number}, "最多人数"
    for word, most in LIMITS.items():
        if len(cells.get(word, "")) > most:
            yield _("This is longer than %(most)d characters.") % {"most": most}, word
    if _days(cells.get("开放日", "")) is None:
        yield _("“%(text)s” are no weekdays. Please write: 周六、周日") % {"text": cells["开放日"]}, "开放日"


def _days(text: str) -> list[int] | None:
    parts = [one.strip() for one in text.replace("，", "、").replace(",", "、").split("、") if one.strip()]
    letters = [one.removeprefix("星期").removeprefix("周") for one in parts]
    if any(len(one) != 1 or one not in DAYS for one in letters):
        return None
    return sorted({DAYS.index(one) for one in letters})


def _facts(cells: dict[str, str]) -> ResourceFacts:
    return ResourceFacts(
        name=cells["名称"],
        kind=KINDS[cells["类型"]],
        theme=THEMES[cells["导育方向"]],
        ages=cells.get("适合年级", ""),
        capacity=int(cells["最多人数"]),
        contact=cells.get("联系方式", ""),
        address=cells.get("地址与交通", ""),
        weekdays=_days(cells.get("开放日", "")) or [],
        safety=cells.get("安全须知", ""),
        published=cells.get("学校可见", "") != "否",
    )
