"""Identifiers made in the application."""

from taoli.common.ids import new_id, steady_ids


def test_identifiers_are_of_version_seven_and_never_the_same() -> None:
    made = [new_id() for _each in range(100)]
    assert {one.version for one in made} == {7}
    assert len(set(made)) == 100


def test_steady_identifiers_are_the_same_each_time_and_older_than_all_others() -> None:
    runs = []
    for _each in range(2):
        with steady_ids("demo"):
            runs.append([new_id() for _one in range(50)])
    assert runs[0] == runs[1]
    assert runs[0] == sorted(set(runs[0]))
    assert {(one.version, one.variant) for one in runs[0]} == {(7, "specified in RFC 4122")}
    assert new_id() > runs[0][-1]


def test_another_label_gives_other_identifiers() -> None:
    with steady_ids("demo"):
        one = new_id()
    with steady_ids("other"):
        assert new_id() != one
