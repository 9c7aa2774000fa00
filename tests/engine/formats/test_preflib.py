from pathlib import Path

import pytest

from taoli.engine.formats import preflib
from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.reading import read_round
from taoli.engine.matching import Mentor

MODERN = """# FILE NAME: x.toi
# NUMBER ALTERNATIVES: 3
# ALTERNATIVE NAME 1: A
# ALTERNATIVE NAME 3: C, the third
2: 1,2
1: {1, 3},2
"""
OLDER = "3\n1,A\n2,\n3,C, the third\n3,3,2\n2,1,2\n1,{1,3},2\n"
CAPACITY = "alternative,min,max\nA,0,1\n2,1,2\n\n3,0,1\n"


def written(where: Path, text: str, capacity: str = CAPACITY, ending: str = "toi") -> tuple[Path, Path]:
    (where / f"x.{ending}").write_text(text, encoding="utf-8")
    (where / "capacity.csv").write_text(capacity, encoding="utf-8")
    return where / f"x.{ending}", where / "capacity.csv"


@pytest.mark.parametrize("text", [MODERN, OLDER])
@pytest.mark.parametrize("ending", ["soi", "soc", "toi", "TOC"])
def test_both_headers_give_the_same_round_a_student_a_voter(tmp_path: Path, text: str, ending: str) -> None:
    found = read_round(*written(tmp_path, text, ending=ending))
    assert [(one.id, one.wishes) for one in found.problem.students] == [
        ("v000001", (("1",), ("2",))),
        ("v000002", (("1",), ("2",))),
        ("v000003", (("1", "3"), ("2",))),
    ]
    assert found.problem.mentors == (Mentor("1", max=1), Mentor("2", min=1, max=2), Mentor("3", max=1))
    assert found.names == {"1": "A", "2": "", "3": "C, the third"}


def test_orders_without_a_capacity_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="--capacity"):
        read_round(written(tmp_path, MODERN)[0])


@pytest.mark.parametrize(
    ("text", "capacity", "sentence"),
    [
        ("", CAPACITY, "the file is empty"),
        (MODERN + "1: 4\n", CAPACITY, "row 7: there is no alternative 4"),
        (MODERN + "1: {1,\n", CAPACITY, "row 7: this is not an order"),
        (MODERN + "one: 1\n", CAPACITY, "row 7: this is not an order"),
        (MODERN + "999999999999: 1\n", CAPACITY, "row 7: there are more than 300000 voters"),
        ("# NUMBER ALTERNATIVES: 99999999999\n", CAPACITY, "more than 300000 alternatives"),
        ("three\n", CAPACITY, "row 1: the first line is not the number of alternatives"),
        ("3\n1,A\n", CAPACITY, "row 2: the header of 3 alternatives is cut off"),
        ("1\nA\n1,1,1\n1,1\n", CAPACITY, "row 2: this is not an alternative such as 1,Name"),
        (MODERN, "A,0,1\n2,0,1\n", "sheet capacity.csv: alternative 3 has no line"),
        (MODERN, "A,0,1\nD,0,1\n", "sheet capacity.csv, row 2: there is no alternative 'D'"),
        (MODERN, "A,0,1\n2,2,1\n", "sheet capacity.csv, row 2: this is not alternative,min,max"),
        (MODERN, "A,0,1\n2,x,1\n", "sheet capacity.csv, row 2: this is not alternative,min,max"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(tmp_path: Path, text: str, capacity: str, sentence: str) -> None:
    with pytest.raises(FileFault) as found:
        read_round(*written(tmp_path, text, capacity))
    assert sentence in str(found.value)


def test_a_truncated_file_reads_or_says_why(tmp_path: Path) -> None:
    said = []
    for text in (MODERN, OLDER):
        for end in range(len(text)):
            try:
                read_round(*written(tmp_path, text[:end]))
            except FileFault as fault:
                said.append(str(fault))
    assert len(said) > 50
    assert "\n" not in "".join(said)


def test_an_order_of_many_pairs_is_looked_at_once() -> None:
    """A pattern that tried every way would never come back."""
    assert preflib.WHOLE.fullmatch("{1,2}," * 2_000 + "x") is None
