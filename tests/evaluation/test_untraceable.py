"""T-04: with every table of every night and the opened ballots nobody is linked better than by chance."""

import logging

import pytest
from django.db import connection

from taoli.common.ids import new_id
from taoli.evaluation.services import closing, urn
from tests.evaluation.attacking import NIGHTS, VOTERS, Term, by_neighbours, by_night, by_rank, played, worst
from tests.world import World

# By chance a guess of all 40 is right once (Poisson 1), a guess of nights twice (Poisson 2). Over about 300 pairs of
# orders the chance that one has more than 9 (14) right is 300 × 1e-7 (300 × 5e-8): far below 0.01.
MOST_HITS, MOST_IN_NIGHT = 9, 14


@pytest.fixture
def term(world: World) -> Term:
    return played(world)


def test_no_order_links_voters_to_contents(term: Term) -> None:
    assert len(term.ballots) == len(term.texts) == VOTERS
    name, hits = worst(by_rank(term))
    assert hits <= MOST_HITS, name
    name, hits = worst(by_night(term))
    assert hits <= MOST_IN_NIGHT, name


def test_no_row_of_any_night_names_a_voter_beside_a_ballot(term: Term) -> None:
    assert by_neighbours(term) == []


def test_the_tokens_are_gone_and_the_sealed_are_of_one_length(term: Term) -> None:
    assert term.end["evaluation_ballottoken"] == []
    assert len({len(row["sealed"]) for row in term.end["evaluation_ballot"]}) == 1
    columns = set(term.end["evaluation_ballot"][0]) - {"place"}
    assert columns == {"id", "school_id", "survey_id", "sealed"}


def test_nothing_is_logged_and_nothing_else_is_written_when_somebody_votes(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        term = played(world)
    assert not [one for one in caplog.messages if any(pk in one.replace("-", "") for pk in term.truth)]
    first, second = term.nights[0], term.nights[1]
    changed = {table for table in first if first[table] != second[table]}
    assert changed == {"evaluation_ballot", "evaluation_ballottoken", "evaluation_survey"}


def test_the_attack_finds_ballots_whose_ids_are_times(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted variant: ids that grow with time, and closing that keeps the ballots in their order."""

    class Leaky:
        uuid4 = staticmethod(new_id)

    class InOrder:
        class SystemRandom:
            def shuffle(self, _contents: object) -> None:
                """Leave the order as it is."""

    monkeypatch.setattr(urn, "uuid", Leaky)
    monkeypatch.setattr(closing, "secrets", InOrder)
    term = played(world)
    assert by_night(term)["evaluation_ballot.id"] == VOTERS
    assert worst(by_rank(term))[1] > MOST_HITS
    assert NIGHTS > 1


def test_the_attack_finds_a_row_that_names_both(term: Term) -> None:
    """The planted variant: a voter's token noted beside the ballot, as an operation id or an audit row would."""
    person, content = next(iter(term.truth)), next(iter(term.ballots))
    term.nights[3]["common_auditentry"].append({"id": "1", "data": f"{person} {content}"})
    found = by_neighbours(term)
    assert "common_auditentry: a voter beside a ballot" in found
    assert "common_auditentry: a ballot of the end in an open night" in found


def test_rows_lie_in_the_order_of_their_random_ids(term: Term) -> None:
    if connection.vendor == "sqlite":
        for table in ("evaluation_ballot", "evaluation_surveycomment"):
            rows = sorted(term.end[table], key=lambda row: int(row["place"]))
            assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
