"""Published schemes in short, for choosing one; two of them part by part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, Kind
from taoli.schemes.phrases.words import COMPARED
from taoli.schemes.queries.demands import LoadRow, load_row
from taoli.schemes.queries.lines import Line, lines

STAGES = ("小学", "初中", "高中", "中职")
STAGE_WORDS: Mapping[str, tuple[str, ...]] = {
    "中职": ("中职", "职业", "专业部"),
    "初中": ("初中", "中学"),
    "高中": ("高中", "高一", "高考", "中学"),
}
SIZES = ((5, "5"), (10, "10"), (20, "20"))


@dataclass(frozen=True, slots=True)
class Short:
    """A scheme in short: what a mentor takes and how often talks are asked; the facts that filters look at."""

    key: str
    scheme: Scheme
    capacity: str
    talk: str
    home_visit: str
    stages: tuple[str, ...]
    size: str
    cadence: str
    load: LoadRow


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """One part side by side; `same` when both say it in the same words."""

    title: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    same: bool


def short(key: str, scheme: Scheme) -> Short:
    """Return a scheme in short."""
    said = lines(scheme)
    talks = [duty for duty in scheme.duties if Kind.TALK in duty.kinds and not duty.only_for]
    mentor = scheme.capacity.get(Actor.MENTOR)
    most = (mentor.max or mentor.target) if mentor else None
    return Short(
        key=key,
        scheme=scheme,
        capacity=_first(line for line in said.get("capacity", ()) if line.path == "capacity.mentor"),
        talk=_first(said.get("talk", ())),
        home_visit=_first(said.get("home_visit", ())),
        stages=_stages(scheme),
        size=next((name for top, name in SIZES if most is not None and most <= top), "more" if most else "none"),
        cadence=talks[0].per.value if talks else "none",
        load=load_row(scheme),
    )


def chosen(rows: Iterable[Short], asked: Mapping[str, str]) -> list[Short]:
    """Return the rows that a search and the filters leave: `q` words, `stage`, `size`, `talk`."""
    words = asked.get("q", "").split()
    return [
        row
        for row in rows
        if all(word in _text(row.scheme) for word in words)
        and asked.get("stage", "") in {"", *row.stages}
        and asked.get("size", "") in {"", row.size}
        and asked.get("talk", "") in {"", row.cadence}
    ]


def compared(left: Scheme, right: Scheme) -> list[ComparedPart]:
    """Return both schemes part by part; parts of which neither says anything are left out."""
    one, other = lines(left), lines(right)
    found = []
    for part, title in COMPARED.items():
        mine, theirs = tuple(one.get(part, ())), tuple(other.get(part, ()))
        if mine or theirs:
            found.append(ComparedPart(str(title), mine, theirs, [x.text for x in mine] == [x.text for x in theirs]))
    return found


def _stages(scheme: Scheme) -> tuple[str, ...]:
    text = _text(scheme)
    return tuple(stage for stage in STAGES if any(word in text for word in STAGE_WORDS.get(stage, (stage,))))


def _text(scheme: Scheme) -> str:
    sources = " ".join(f"{source.title} {source.number}" for source in scheme.sources)
    texts = " ".join(text.text for text in scheme.texts)
    labels = " ".join(entry.label for entry in (*scheme.duties, *scheme.conferences, *scheme.forms))
    return f"{scheme.key} {scheme.title} {sources} {texts} {labels}"


def _first(said: Iterable[Any]) -> str:
    return next((line.sentence for line in said), "")
