import hashlib
from itertools import product
from pathlib import Path

import pytest

from taoli.engine.formats import draw as command
from taoli.engine.survey import Told, draw_command, place_names, places_drawn, pooled, seed_of, told


def test_the_seed_is_the_hash_of_sentence_and_number() -> None:
    expected = hashlib.sha256("桃李不言\n0731".encode()).hexdigest()
    assert seed_of(" 桃李不言 ", "0731\n") == expected
    assert seed_of("桃李不言", "0732") != expected
    for sentence, number in (("", "1"), ("a", " ")):
        with pytest.raises(ValueError, match=r"^$"):
            seed_of(sentence, number)


def test_each_school_draws_from_its_own_list_and_a_short_list_is_taken_whole() -> None:
    found = places_drawn({"a": 14, "b": 100, "c": 0}, 20, "seed", each=True)
    assert sorted(found["a"]) == list(range(1, 15))
    assert (len(found["b"]), "c" in found) == (20, False)


def test_all_schools_together_share_the_places() -> None:
    found = places_drawn({"a-1": 30, "b": 300}, 20, "seed", each=False)
    assert sum(len(one) for one in found.values()) == 20
    assert len(found["b"]) > len(found["a-1"])
    assert sum(len(one) for one in places_drawn({"a": 3}, 20, "seed", each=False).values()) == 3


def test_the_command_draws_the_same_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "places.txt"
    file.write_text("\n".join(place_names("taoli", 120)))
    said = draw_command({"taoli": 120}, 5, "abc")
    assert "seq -f 'taoli-%05g' 1 120" in said
    assert command.run([str(file), *said.rpartition("places.txt ")[2].split()]) == 0
    printed = [int(one.rpartition("-")[2]) for one in capsys.readouterr().out.splitlines()[1:]]
    assert tuple(printed) == places_drawn({"taoli": 120}, 5, "abc", each=True)["taoli"]


def test_few_answers_are_not_told_and_like_ones_by_a_bound() -> None:
    assert told((4, 0, 0)) == Told()
    assert told((3, 1, 1)) == Told(5)
    assert told((6, 3, 1)) == Told(10, (6, 3, 1))
    assert told((9, 0, 1)) == told((10, 0, 0)) == Told(10, mostly="yes")
    assert told((0, 0, 12)) == Told(12, mostly="no")


def test_schools_together_are_told_when_nobody_can_be_subtracted() -> None:
    assert pooled([(3, 1, 1), (2, 2, 2)]) == Told(11, (5, 3, 3))
    assert pooled([(3, 1, 1)]) == Told()
    assert pooled([]) == Told()
    assert pooled([(6, 3, 2), (3, 1, 0)]) == Told(11, (6, 3, 2))  # one small school would be what is left over
    assert pooled([(6, 3, 2), (3, 1, 1), (2, 2, 2)]) == Told(22, (11, 6, 5))
    assert pooled([(12, 0, 0), (1, 1, 1)]) == Told()  # a bound and one school: its answers would be left over
    assert pooled([(12, 0, 0), (4, 3, 2), (3, 2, 1)]) == Told(27, (19, 5, 3))
    assert pooled([(5, 0, 0), (6, 0, 0)]) == Told()
    assert pooled([(12, 0, 0), (0, 0, 5), (0, 0, 5)]) == Told()  # beside the bound all others said no


def test_what_is_left_of_the_pool_is_never_one_school_nor_few() -> None:
    small = [(0, 0, 0), (1, 1, 1), (4, 0, 0), (5, 1, 1), (6, 3, 2), (12, 0, 0)]
    for rows in product(small, repeat=3):
        pool = pooled(rows)
        exact = [one for one in rows if told(one).counts]
        if not pool.counts:
            continue
        left = tuple(a - sum(one[at] for one in exact) for at, a in enumerate(pool.counts))
        others = [one for one in rows if one not in exact and sum(one) > 0]
        assert sum(left) == 0 or (len(others) >= 2 and sum(left) >= 10 and max(left) < sum(left) - 1)
