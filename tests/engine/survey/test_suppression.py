"""What is kept back, by hand."""

from taoli.engine.survey import Cell, Figure, Place, PlaceKind, publish
from taoli.engine.survey.tally import SCHOOL

MIXED = (4, 2)  # of any n: points 2 and 4 in turn, so neither end is near and not everybody is alike


def place(kind: str, name: str, within: Place | None = SCHOOL) -> Place:
    return Place(PlaceKind(kind), name, within)


G, H = place("grade", "g"), place("grade", "h")


def spread(*marks: int) -> tuple[int, ...]:
    return tuple(marks.count(point) for point in range(1, 6))


def mixed(n: int) -> list[int]:
    return [MIXED[turn % 2] for turn in range(n)]


def marks(groups: dict[tuple[str, str], list[int]], question: str = "q") -> list[Cell]:
    """Cells of a school from (grade, mentor) → marks."""
    found: dict[Place, list[int]] = {}
    for (grade, mentor), given in groups.items():
        around = place("grade", grade)
        for one in (SCHOOL, around, place("mentor", mentor, around)):
            found.setdefault(one, []).extend(given)
    return [Cell(question, one, len(given), spread(*given), marks=True) for one, given in found.items()]


def told(cells: list[Cell], fixed: tuple[str, ...] = ()) -> dict[str, Figure]:
    return {figure.place.id or "school": figure for figure in publish(cells, fixed)}


def test_a_mean_from_five_and_detail_from_ten() -> None:
    found = told(marks({("g", "a"): mixed(10), ("g", "b"): mixed(5), ("g", "c"): mixed(6)}))
    assert (found["a"].n, found["a"].mean, found["a"].counts, found["a"].hidden) == (10, 3.0, (0, 5, 0, 5, 0), "")
    assert (found["b"].n, found["b"].mean, found["b"].counts, found["b"].hidden) == (5, 3.2, None, "detail")


def test_four_answers_are_not_told_and_cannot_be_reckoned_out() -> None:
    """The grade less a (10) would be b (4): the grade's remainder must be five, so a is kept back as well."""
    found = told(marks({("g", "a"): mixed(10), ("g", "b"): mixed(4)}))
    assert found["b"] == Figure("q", place("mentor", "b", G))
    assert found["a"].hidden == "few"
    assert found["g"].n == found["school"].n == 14


def test_the_smallest_is_kept_back_beside_the_few() -> None:
    """The spread of a would leave that of b and c, eight answers; its mean leaves a mean of eight."""
    found = told(marks({("g", "a"): mixed(12), ("g", "b"): mixed(6), ("g", "c"): mixed(2)}))
    assert [found[name].hidden for name in "abc"] == ["detail", "few", "few"]


def test_several_small_ones_protect_each_other() -> None:
    found = told(marks({("g", "a"): mixed(6), ("g", "b"): mixed(4), ("g", "c"): mixed(3)}))
    assert [found[name].hidden for name in "abc"] == ["detail", "few", "few"]


def test_a_small_grade_takes_the_next_with_it() -> None:
    found = told(marks({("g", "a"): mixed(20), ("h", "b"): mixed(3), ("i", "c"): mixed(30)}))
    assert found["h"].hidden == found["g"].hidden == "few"
    assert found["i"].mean == 3.0
    # a stands now right below the school: the school less i less a would be b alone
    assert found["a"].hidden == "few"


def test_everybody_at_the_best_is_a_bound_only() -> None:
    found = told(marks({("g", "a"): [5] * 5, ("g", "b"): [5] * 9 + [4]}))
    assert (found["a"].mean, found["a"].hidden, found["a"].counts) == (4.8, "top", None)
    assert (found["b"].mean, found["b"].hidden) == (4.9, "top")
    assert (found["school"].n, found["school"].mean, found["school"].hidden) == (15, 4.93, "top")


def test_everybody_at_the_worst_is_a_bound_only() -> None:
    found = told(marks({("g", "a"): [1] * 5, ("g", "b"): mixed(12)}))
    assert (found["a"].mean, found["a"].hidden) == (1.2, "bottom")


def test_a_bound_protects_nobody() -> None:
    """a (all 5) and b (one answer): what the grade says of the two together would nearly say b's answer."""
    found = told(marks({("g", "a"): [5] * 5, ("g", "b"): [2], ("g", "c"): mixed(10), ("g", "d"): mixed(12)}))
    assert found["b"].hidden == found["c"].hidden == "few"
    assert found["d"].mean == 3.0


def test_the_bound_of_a_place_is_not_told_when_few_stand_beside_known_cells() -> None:
    """The grade is at its best, a is known to be: b's one answer would be 4 or 5."""
    found = told(marks({("g", "a"): [5] * 5, ("g", "b"): [5]}))
    assert (found["g"].hidden, found["a"].hidden) == ("few", "top")


def test_a_bound_counts_once_with_those_inside_it() -> None:
    found = told(marks({("g", "a"): [5] * 5, ("h", "c"): mixed(12), ("i", "d"): mixed(11)}))
    assert found["g"].hidden == found["a"].hidden == "top"
    # the school less h and i would be g exactly, so one of them is kept back, and its mentor
    assert found["i"].hidden == found["d"].hidden == "few"
    assert found["h"].mean == 3.0


def test_nothing_left_below_leaves_the_place_itself_back() -> None:
    found = told(marks({("g", "a"): mixed(3)}) + marks({("g", "a"): mixed(7)}, "other"))
    assert found["school"].n == 7  # of the second question
    (first, *_rest) = publish(marks({("g", "a"): mixed(3)}))
    assert first.hidden == "few"


def test_alike_answers_have_a_mean_and_no_detail() -> None:
    found = told(marks({("g", "a"): [3] * 12, ("g", "b"): mixed(12)}))
    assert (found["a"].mean, found["a"].counts) == (3.0, None)
    # the grade's spread less b's would be a's
    assert found["b"].counts is None
    assert found["g"].counts == (0, 6, 12, 6, 0)


def test_what_the_appraisal_tells_stays_and_the_place_around_is_kept_back() -> None:
    groups = {("g", "a"): [5] * 5, ("g", "b"): mixed(3), ("h", "c"): mixed(8)}
    found = told(marks(groups), fixed=("q",))
    assert (found["a"].mean, found["c"].mean) == (5.0, 3.0)
    assert found["b"].hidden == found["g"].hidden == found["school"].hidden == "few"


def test_choices_have_no_mean_and_detail_from_ten() -> None:
    cells = [
        Cell("k", SCHOOL, 22, (12, 10), marks=False),
        Cell("k", G, 12, (6, 6), marks=False),
        Cell("k", H, 10, (6, 4), marks=False),
    ]
    assert [(one.n, one.mean, one.counts) for one in publish(cells)] == [
        (22, None, (12, 10)),
        (12, None, (6, 6)),
        (10, None, (6, 4)),
    ]
    assert publish([Cell("k", SCHOOL, 9, (5, 4), marks=False)])[0].hidden == "few"
    assert publish([Cell("k", SCHOOL, 12, (12, 0), marks=False)])[0].hidden == "few"
