"""The table of clauses at the top of a scheme file: each rule is quoted once and named by its id where it is used.

clauses:
  TG-19: {ref: 太谷二中2012 · 个别指导, quote: 对每名学生每月至少一次个别指导}
duties:
  - {key: individual, …, clause: TG-19}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from taoli.engine.scheme.clauses import LOCAL_RULE
from taoli.engine.scheme.errors import Problem, SchemeError
from taoli.engine.scheme.tree import entry_name

TABLE = "clauses"


def spelled_out(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same scheme with every clause in its place; the table keeps only the texts of rules that are features or
    not modelled, which have no other place. SchemeError: a rule that the table does not have, or one in the table
    that nothing rests on.
    """
    rest = {name: value for name, value in data.items() if name != TABLE}
    table = data.get(TABLE)
    if table is None:
        return rest
    if not isinstance(table, dict) or not all(isinstance(entry, dict) for entry in table.values()):
        raise SchemeError((Problem(TABLE, "clause_table_misshapen", {}),))
    problems: list[Problem] = []
    used: set[str] = set()
    found: dict[str, Any] = _spelled(rest, "", table, used, problems)
    named = {*rest.get("features", ()), *(entry.get("rule") for entry in _plain_entries(rest.get("not_modelled")))}
    problems += [
        Problem(f"{TABLE}.{rule}", "clause_unused", {"rule": str(rule)})
        for rule in table
        if rule not in used and rule not in named
    ]
    if problems:
        raise SchemeError(tuple(problems))
    return {**found, TABLE: {rule: text for rule, text in table.items() if rule not in used}}


def tabled(tree: Mapping[str, Any]) -> dict[str, Any]:
    """The opposite of `spelled_out`: published clauses gathered into the table, the school's own left in place."""
    texts: dict[str, dict[str, str]] = {rule: dict(text) for rule, text in tree.get(TABLE, {}).items()}
    for clause in _clauses(tree):
        if clause["rule"] != LOCAL_RULE:
            texts.setdefault(clause["rule"], {"ref": clause["ref"], "quote": clause.get("quote", "")})
    body = _gathered({name: value for name, value in tree.items() if name != TABLE}, texts)
    head = {name: body.pop(name) for name in ("key", "title", "sources") if name in body}
    table = {rule: texts[rule] for rule in sorted(texts)}
    return {**head, **({TABLE: table} if table else {}), **body}


def _spelled(node: Any, path: str, table: dict[str, Any], used: set[str], problems: list[Problem]) -> Any:
    if isinstance(node, list):
        return [
            _spelled(entry, f"{path}.{entry_name(entry) or place}", table, used, problems)
            for place, entry in enumerate(node)
        ]
    if not isinstance(node, dict):
        return node
    found = {}
    for name, value in node.items():
        if name == "clause" and isinstance(value, str):
            used.add(value)
            if value not in table:
                problems.append(Problem(f"{path}.clause".lstrip("."), "clause_unknown", {"rule": value[:40]}))
                continue
            found[name] = {"rule": value, **table[value]}
        else:
            found[name] = _spelled(value, f"{path}.{name}".lstrip("."), table, used, problems)
    return found


def _gathered(node: Any, texts: Mapping[str, Mapping[str, str]]) -> Any:
    if isinstance(node, list):
        return [_gathered(entry, texts) for entry in node]
    if not isinstance(node, dict):
        return node
    return {
        name: value["rule"] if name == "clause" and _is_text_of(value, texts) else _gathered(value, texts)
        for name, value in node.items()
    }


def _is_text_of(clause: Any, texts: Mapping[str, Mapping[str, str]]) -> bool:
    text = texts.get(clause["rule"]) if isinstance(clause, dict) else None
    return text is not None and text == {"ref": clause["ref"], "quote": clause.get("quote", "")}


def _clauses(node: Any) -> Iterator[dict[str, str]]:
    if isinstance(node, list):
        for entry in node:
            yield from _clauses(entry)
    elif isinstance(node, Mapping):
        for name, value in node.items():
            if name == "clause" and isinstance(value, dict):
                yield value
            else:
                yield from _clauses(value)


def _plain_entries(node: Any) -> list[dict[str, Any]]:
    return [entry for entry in node if isinstance(entry, dict)] if isinstance(node, list) else []
