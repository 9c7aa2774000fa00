"""Holds a permission table against the reviewed matrix."""

import importlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from taoli.common.policy import WIDER, Actor, Policy, Role
from taoli.common.tenancy import cross_school
from tests.matrix.reading import HERE, Cell
from tests.matrix.targets import TARGETS
from tests.world import CAST, World

# Imported for the rows they make: every file of targets beside this one.
REGISTERED = [importlib.import_module(f"tests.matrix.{file.stem}") for file in sorted(HERE.glob("*targets*.py"))]


OUTSIDE = {Role.SOCIAL_MENTOR, Role.OFFICER, Role.REVIEWER, Role.STATION_STAFF}
OUTSIDE_NOUNS = ("neighbourhood.", "oversight.", "notifications.")


def actors(world: World) -> dict[str, Actor]:
    """Return one actor per role, holding that role only."""
    return {role.value: world.actor(name) for role, name in CAST.items()}


def targets(noun: str, world: World) -> dict[str, dict[str, Any]]:
    """Return role → relation → row, made once: mutants of a table are judged on the same rows.

    Whoever is no member of the school's staff is asked about the rows of a mentor, one by one: none is reached.
    """
    if noun not in TARGETS:
        return {}
    asked = {role: role if role not in OUTSIDE or noun.startswith(OUTSIDE_NOUNS) else Role.MENTOR for role in Role}
    made = {role: TARGETS[noun](world, role) for role in dict.fromkeys(asked.values())}
    return {role.value: made[asked[role]] for role in Role}


def faults(
    policy: Policy, cells: Iterable[Cell], targets: dict[str, dict[str, Any]], people: dict[str, Actor]
) -> list[str]:
    """Return each cell of the matrix that the table contradicts.

    A noun without paths knows only "anywhere in the school": its `school` column says who may at all.
    """
    if not policy.paths:
        return [
            f"{policy.noun} {cell.action}: {cell.role} should be {cell.allowed}"
            for cell in cells
            if cell.relation == "school" and _may(policy, people[cell.role], cell.action) != cell.allowed
        ]
    found: list[str] = []
    by_action: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        by_action.setdefault((cell.role, cell.action), []).append(cell)
    for (role, action), group in by_action.items():
        rows = targets[role]
        reached = _reached(policy, people[role], action, rows)
        found += [
            f"{policy.noun} {action}: {role} on {cell.relation} should be {cell.allowed}"
            for cell in group
            if cell.relation in rows and (rows[cell.relation].pk in reached) != cell.allowed
        ]
    return found


def _may(policy: Policy, actor: Actor, action: str) -> bool:
    return action in policy.actions and policy.may(actor, action)


def _reached(policy: Policy, actor: Actor, action: str, rows: dict[str, Any]) -> set[Any]:
    if action not in policy.actions:
        return set()
    model = type(next(iter(rows.values())))
    with cross_school("the matrix asks about another school's row, too"):
        wanted = model._default_manager.filter(pk__in=[row.pk for row in rows.values()])
        return set(policy.within(wanted, actor, action).values_list("pk", flat=True))


def mutants(policy: Policy) -> list[tuple[str, Role, Policy]]:
    """Return the table with each row deleted, and with each reach widened by one step: action, role, table."""
    found: list[tuple[str, Role, Policy]] = []
    for action, table in policy.actions.items():
        for role, reach in table.items():
            less = {one: held for one, held in table.items() if one != role}
            found.append((action, role, replace(policy, actions={**policy.actions, action: less})))
            if reach in WIDER:
                more = {**table, role: WIDER[reach]}
                found.append((action, role, replace(policy, actions={**policy.actions, action: more})))
    return found
