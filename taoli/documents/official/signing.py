"""A list of people to sign beside, two a line: the lists of a conference and of the whole staff."""

from collections.abc import Sequence

from taoli.documents.official.layout import Col, Rows
from taoli.documents.official.reading import subject_of
from taoli.roster.models import Staff

ROWS = 20
SIGNATURES = Rows(
    "signatures",
    (
        Col("序号", "no0", 1.2),
        Col("姓名", "name0", 2.6),
        Col("学科", "subject0", 1.8),
        Col("签字", "", 2.8),
        Col("序号", "no1", 1.2),
        Col("姓名", "name1", 2.6),
        Col("学科", "subject1", 1.8),
        Col("签字", "", 2.8),
    ),
    least=ROWS,
)
SIGNED = [
    {"no0": "1", "name0": "李慧", "subject0": "数学", "no1": "2", "name1": "王敏", "subject1": "语文"},
]


def signatures(people: Sequence[Staff]) -> list[dict[str, str]]:
    """Return the lines, filled row by row; never a telephone."""
    cells = [(str(no), one.name, subject_of(one)) for no, one in enumerate(people, 1)]
    rows = [cells[at : at + 2] for at in range(0, len(cells), 2)]
    return [
        {f"{key}{place}": value for place, cell in enumerate(row) for key, value in zip(KEYS, cell, strict=True)}
        for row in rows
    ]


KEYS = ("no", "name", "subject")
