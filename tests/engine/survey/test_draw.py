import hashlib
from pathlib import Path

import pytest

from taoli.engine.__main__ import main
from taoli.engine.survey import draw, population_hash

NUMBERS = [f"S{number:03}" for number in range(1, 61)]


def test_the_sample_is_the_first_by_the_hash_of_seed_and_number() -> None:
    by_hand = sorted(NUMBERS, key=lambda one: hashlib.sha256(f"桃李:{one}".encode()).hexdigest())
    assert draw(NUMBERS, 7, "桃李") == tuple(by_hand[:7])


def test_neither_order_nor_doubles_nor_white_space_change_the_draw() -> None:
    other = [f" {one}\n" for one in reversed(NUMBERS)] + NUMBERS[:5] + ["", "  "]
    assert draw(other, 7, "2026") == draw(NUMBERS, 7, "2026")
    assert population_hash(other) == population_hash(NUMBERS)


def test_another_seed_draws_others_and_a_short_list_is_drawn_whole() -> None:
    assert draw(NUMBERS, 7, "a") != draw(NUMBERS, 7, "b")
    assert sorted(draw(NUMBERS, 100, "a")) == NUMBERS


def test_everybody_is_drawn_about_equally_often() -> None:
    times = dict.fromkeys(NUMBERS, 0)
    for seed in range(600):
        for one in draw(NUMBERS, 6, str(seed)):
            times[one] += 1
    assert sum(times.values()) == 3600
    assert min(times.values()) > 30
    assert max(times.values()) < 95


@pytest.mark.parametrize(("k", "seed"), [(0, "a"), (-1, "a"), (3, ""), (3, "  ")])
def test_nobody_or_no_seed_cannot_be_drawn(k: int, seed: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        draw(NUMBERS, k, seed)


def test_the_hash_of_a_list_is_what_sort_and_sha256sum_give() -> None:
    assert population_hash(["b", "a"]) == hashlib.sha256(b"a\nb\n").hexdigest()


def test_anyone_draws_again_with_one_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.txt"
    path.write_text("\n".join(NUMBERS), encoding="utf-8")
    assert main(["draw", str(path), "--seed", "桃李", "--k", "3"]) == 0
    first, *drawn = capsys.readouterr().out.split("\n")[:-1]
    assert first == f"# 60 numbers, SHA-256 {population_hash(NUMBERS)}"
    assert tuple(drawn) == draw(NUMBERS, 3, "桃李")


@pytest.mark.parametrize("options", [[], ["--seed"], ["--seed", "a"], ["--seed", "a", "--k", "x"]])
def test_options_that_lack_are_asked_for(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.txt"
    path.write_text("1\n", encoding="utf-8")
    assert main(["draw", str(path), *options]) == 2
    assert "--seed SEED --k HOW_MANY" in capsys.readouterr().err


def test_a_list_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", str(tmp_path / "none.txt"), "--seed", "a", "--k", "1"]) == 2
    assert capsys.readouterr().err.startswith("none.txt: the file cannot be read")
