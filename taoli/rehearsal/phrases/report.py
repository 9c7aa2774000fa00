"""A stored report as the page and the command show it: words beside numbers."""

from collections.abc import Mapping
from typing import Any

from taoli.rehearsal.phrases.findings import finding_sentence
from taoli.rehearsal.phrases.proofs import proof_sentence
from taoli.rehearsal.phrases.words import COUNTS, KINDS, OUTCOMES
from taoli.schemes.phrases import STEPS

TONES = {"held": "done", "not_applicable": "off", "not_yet": "soon", "failed": "wait", "not_modelled": "none"}


def told(report: Mapping[str, Any], outcome: str = "") -> dict[str, Any]:
    """Return the report in words; `outcome` keeps only the rules of that outcome."""
    rules = [rule_words(rule) for rule in report["rules"] if outcome in {"", rule["outcome"]}]
    return {
        "term": report.get("term", ""),
        "outcomes": report["outcomes"],
        "summary": [(words, report["outcomes"].get(code, 0), TONES[code]) for code, words in OUTCOMES.items()],
        "counts": [(words, report["counts"][code]) for code, words in COUNTS.items() if report["counts"].get(code)],
        "typed": list(report["typed"].items()),
        "steps": [
            {
                "place": step["place"],
                "label": STEPS[step["kind"]],
                "done": step["done"],
                "sentences": _all(step["findings"]),
            }
            for step in report["steps"]
        ],
        "shortages": list(dict.fromkeys(_all(report["shortages"]))),
        "events": _all(report["events"]),
        "weeks": [{**week, "share": _share(week["met"], week["due"])} for week in report["weeks"]],
        "duties": report["duties"],
        "totals": _spread(report["totals"]),
        "honours": [{**one, "sentences": _all(one["findings"])} for one in report["honours"]],
        "allowance": report["allowance"],
        "rules": rules,
        "all_rules": len(report["rules"]),
    }


def rule_words(rule: Mapping[str, Any]) -> dict[str, Any]:
    """Return one rule with its outcome and proofs in words."""
    return {
        "rule": rule["rule"],
        "ref": rule["ref"],
        "quote": rule["quote"],
        "kind": KINDS[rule["kind"]],
        "outcome": rule["outcome"],
        "words": OUTCOMES[rule["outcome"]],
        "tone": TONES[rule["outcome"]],
        "sentences": list(dict.fromkeys(proof_sentence(one["code"], one["params"]) for one in rule["proofs"])),
    }


def _all(findings: list[Mapping[str, Any]]) -> list[str]:
    return [finding_sentence(one["code"], one["params"]) for one in findings]


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _spread(totals: list[Mapping[str, int]]) -> list[dict[str, int]]:
    most = max((one["mentors"] for one in totals), default=1)
    return [{**one, "to": one["from"] + 9, "share": _share(one["mentors"], most)} for one in totals]
