"""Schemes as files, and what is wrong with a file."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.engine.scheme import Problem, Scheme, SchemeError, parse_scheme, read_yaml
from taoli.engine.scheme.writing import to_yaml
from taoli.engine.scheme.yaml_lines import line_of
from taoli.engine.scheme.yaml_text import MOST_BYTES
from taoli.schemes.models import SchemeVersion
from taoli.schemes.phrases import problem_sentence
from taoli.schemes.queries.versions import rules


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a file: line (0: not known), place in the file, what to do."""

    line: int
    path: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A scheme read from a file, or what keeps it from being one."""

    scheme: Scheme | None
    faults: tuple[Fault, ...] = ()


def preset_file(key: str, scheme: Scheme) -> tuple[str, str]:
    """Return name and text of a published scheme's file."""
    return f"{key}.yaml", to_yaml(scheme)


def version_file(version: SchemeVersion) -> tuple[str, str]:
    """Return name and text of a version's file; a comment says which version it is."""
    head = _("# %(title)s, version %(number)s, checksum %(checksum)s") % {
        "title": version.title,
        "number": version.version,
        "checksum": version.checksum,
    }
    return f"{version.title} v{version.version}.yaml", f"{head}\n{to_yaml(rules(version))}"


def read_file(data: bytes) -> ReadFile:
    """Read a scheme from a file's bytes; nothing is changed anywhere."""
    try:
        return ReadFile(parse_scheme(read_yaml(data)))
    except SchemeError as error:
        text = data.decode("utf-8-sig", errors="replace") if len(data) <= MOST_BYTES else ""
        return ReadFile(None, tuple(_faults(text, error.problems)))


def _faults(text: str, problems: Iterable[Problem]) -> Iterable[Fault]:
    for problem in problems:
        line = problem.params.get("line")
        if line is None and problem.path and text:
            line = line_of(text, problem.path)
        yield Fault(int(line or 0), problem.path, problem_sentence(None, problem))
