import numpy as np
import pytest

from taoli.engine.formats import mdgplib
from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.mdgplib import distances_of, is_mdgplib

TEXT = "5 2 ds 1 4 2 3\n0 1 2.5\n\n3 1 7\n4 4 9\n"


def test_distances_and_sizes_within_their_bounds() -> None:
    found = distances_of(TEXT)
    assert found.sizes == (3, 2)
    assert found.table[0, 1] == found.table[1, 0] == 2.5
    assert found.table[1, 3] == 7
    assert found.table.sum() == 19
    assert np.diag(found.table).tolist() == [0] * 5
    assert is_mdgplib(TEXT)
    assert not is_mdgplib('{"students": []}')


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "row 1: this is not a header"),
        ("5 2 xs 2 3 2 3\n", "row 1: this is not a header"),
        ("9999 2 ss 2 3 2 3\n", "row 1: there are more than 3000 members"),
        ("5 3 ss 2 3 2 3\n", "row 1: the bounds of 3 groups do not fit 5 members"),
        ("5 2 ss 1 2 2 2\n", "row 1: the bounds of 2 groups do not fit 5 members"),
        ("5 2 ss 3 3 3 3\n", "row 1: the bounds of 2 groups do not fit 5 members"),
        (TEXT + "0 1\n", "row 6: this is not a line such as 0 1 12.5"),
        (TEXT + "0 x 1\n", "row 6: this is not a line such as 0 1 12.5"),
        (TEXT + "0 5 1\n", "row 6: there is no such pair or distance"),
        (TEXT + "0 -1 1\n", "row 6: there is no such pair or distance"),
        (TEXT + "0 1 inf\n", "row 6: there is no such pair or distance"),
        (TEXT + "0 1 1 1\n", "row 6: there is no such pair or distance"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(text: str, sentence: str) -> None:
    with pytest.raises(FileFault) as found:
        mdgplib.distances_of(text)
    assert sentence in str(found.value)
