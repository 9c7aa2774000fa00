"""Sentences about matching, from the engine's codes."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from taoli.engine.matching import Finding


def finding_sentence(finding: Finding, names: Mapping[str, str]) -> str:
    """Say what a code means, with names."""
    return _("%(code)s") % {"code": finding.code}


def wish_problem(problem: Mapping[str, Any]) -> str:
    """Say what is wrong in a workbook of wishes: sheet, row, column, cause."""
    return str(problem["code"])
