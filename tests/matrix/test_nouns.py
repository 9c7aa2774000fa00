"""Who reaches which rows: every role × action × relation, explicit denies included."""

import pytest

from taoli.common.policy import POLICIES, Role
from tests.matrix.judging import actors, faults, mutants, targets
from tests.matrix.reading import RELATIONS, cells, load_tables, nouns
from tests.matrix.targets import TARGETS
from tests.world import World

load_tables()
CELLS = cells()


NOUNS = sorted(POLICIES)


def test_every_noun_action_and_role_has_a_row_in_the_matrix() -> None:
    needed = {(noun, action, role.value) for noun in NOUNS for action in POLICIES[noun].actions for role in Role}
    written = [(row["noun"], row["action"], row["role"]) for row in nouns()]
    assert sorted(needed - set(written)) == []
    assert sorted(set(written) - needed) == []
    assert len(written) == len(set(written))


def test_every_cell_is_yes_or_no() -> None:
    odd = [row for row in nouns() for relation in RELATIONS if row[relation].strip() not in {"y", "n", "-"}]
    assert odd == []


def test_every_noun_with_paths_has_targets() -> None:
    assert [noun for noun in NOUNS if POLICIES[noun].paths and noun not in TARGETS] == []


@pytest.mark.parametrize("noun", NOUNS)
def test_tables_agree_with_the_matrix(world: World, noun: str) -> None:
    mine = [cell for cell in CELLS if cell.noun == noun]
    assert faults(POLICIES[noun], mine, targets(noun, world), actors(world)) == []


@pytest.mark.parametrize("noun", NOUNS)
def test_deleting_a_row_or_widening_a_reach_is_noticed(world: World, noun: str) -> None:
    mine = [cell for cell in CELLS if cell.noun == noun]
    people, rows = actors(world), targets(noun, world)
    survivors = []
    for action, role, mutant in mutants(POLICIES[noun]):
        touched = [cell for cell in mine if (cell.action, cell.role) == (action, role)]
        if not faults(mutant, touched, rows, people):
            survivors.append((action, role, mutant.actions[action].get(role)))
    assert survivors == []


def test_nobody_reaches_another_school() -> None:
    assert [cell for cell in CELLS if cell.relation == "other" and cell.allowed] == []
