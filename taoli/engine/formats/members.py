"""Students for study groups out of a CSV file or a workbook's first sheet, in English or Chinese."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.sheets import Sheet, read_csv, read_workbook
from taoli.engine.formats.tables import Row, Table, finite, table_of
from taoli.engine.grouping import Member, Rules, layers_by_ratio

WORDS = {
    "id": ("id", "student", "student id", "学号", "编号"),
    "name": ("name", "姓名", "学生姓名"),
    "class": ("class", "class_id", "班级", "行政班"),
    "layer": ("layer", "level", "层次", "层级"),
    "gender": ("gender", "sex", "性别"),
    "score": ("score", "total", "成绩", "总分"),
    "fixed": ("group", "fixed", "组", "组别", "指定小组"),
    "apart": ("apart", "分开"),
    "together": ("together", "同组"),
    "unit": ("unit", "room", "dormitory", "单位", "寝室", "宿舍"),
}


@dataclass(frozen=True, slots=True)
class Members:
    """Who is to be grouped, by which attributes, under which rules; names go with ids."""

    members: tuple[Member, ...]
    attributes: tuple[str, ...]
    rules: Rules = field(default_factory=Rules)
    names: Mapping[str, str] = field(default_factory=dict)


def read_members(path: str | Path, attributes: Sequence[str] = (), ratio: Sequence[int] = ()) -> Members:
    """The students of a file. `attributes`: headings to balance, by default every column of numbers only.

    `ratio`: layers are made of the scores in this ratio, best first. Columns apart, together and unit (分开, 同组,
    寝室) hold a word that those concerned share; column group (指定小组) a group from 1. Raises OSError when the
    file cannot be read, ValueError with one sentence when something in it is wrong.
    """
    path = Path(path)
    sheet = next(iter(read_workbook(path).values())) if path.suffix.lower() == ".xlsx" else read_csv(path)
    return members_of(sheet, attributes, ratio)


def members_of(sheet: Sheet, attributes: Sequence[str] = (), ratio: Sequence[int] = ()) -> Members:
    """As read_members, from a sheet."""
    table = table_of(sheet, WORDS)
    rows = dict(table.keyed("id"))
    column = table.column.get
    chosen = tuple(attributes) or _number_columns(table)
    for name in chosen:
        if name not in table.headings:
            raise FileFault(f"there is no column {name!r}", sheet=table.sheet, row=1)
    words = {name for name in chosen if any(finite(row.text(name)) is None for row in table.rows if row.text(name))}
    layers = _layers(table, rows, ratio) if ratio else {key: row.text(column("layer")) for key, row in rows.items()}
    return Members(
        tuple(
            Member(key, layers[key], row.text(column("gender")), _values(row, chosen, words))
            for key, row in rows.items()
        ),
        chosen,
        Rules(
            apart=_sets(rows, column("apart")),
            together=_sets(rows, column("together")),
            units=_sets(rows, column("unit")),
            fixed={key: _group(row, table.column["fixed"]) for key, row in rows.items() if row.text(column("fixed"))},
        ),
        {key: row.text(column("name")) for key, row in rows.items() if row.text(column("name"))},
    )


def read_sets(path: str | Path) -> tuple[frozenset[str], ...]:
    """Sets of ids, a line each, as `--apart` and `--together` take them."""
    return tuple(frozenset(filter(None, row)) for row in read_csv(Path(path)).rows if any(row))


def _number_columns(table: Table) -> tuple[str, ...]:
    """Columns in which every cell that is not blank is a number, known ones but scores left out."""
    known = {heading for name, heading in table.column.items() if name != "score"}
    return tuple(
        heading
        for heading in table.headings
        if heading not in known
        and (cells := [row.text(heading) for row in table.rows if row.text(heading)])
        and all(finite(cell) is not None for cell in cells)
    )


def _values(row: Row, chosen: Sequence[str], words: set[str]) -> dict[str, float | str]:
    values: dict[str, float | str] = {}
    for name in chosen:
        if row.text(name):
            values[name] = row.text(name) if name in words else row.number_of(name) or 0.0
    return values


def _layers(table: Table, rows: Mapping[str, Row], ratio: Sequence[int]) -> dict[str, str]:
    heading = table.need("score")
    scores = {}
    for key, row in rows.items():
        score = row.number_of(heading)
        if score is None:
            raise row.fault("the cell is blank, and layers are made of it", heading)
        scores[key] = score
    names = ("upper", "middle", "lower") if len(ratio) == 3 else [f"layer {one + 1}" for one in range(len(ratio))]  # noqa: PLR2004 - 3:5:2
    return layers_by_ratio(scores, ratio, names)


def _sets(rows: Mapping[str, Row], heading: str | None) -> tuple[frozenset[str], ...]:
    sets: dict[str, set[str]] = {}
    for key, row in rows.items():
        for word in row.many(heading):
            sets.setdefault(word, set()).add(key)
    return tuple(frozenset(ids) for _word, ids in sorted(sets.items()) if len(ids) > 1)


def _group(row: Row, heading: str) -> int:
    number = row.count(heading)
    if not number:
        raise row.fault("groups are counted from 1", heading)
    return number - 1
