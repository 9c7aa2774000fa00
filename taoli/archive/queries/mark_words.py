"""What stands in the place of a mark: a number, a level, a word for none, a re-sit."""

import re
from dataclasses import dataclass
from decimal import Decimal

from taoli.archive.models import Score
from taoli.roster.readers.columns import half

State = Score.State
WORDS = {
    **dict.fromkeys(("缺考", "缺", "缺席", "旷考", "未考"), State.ABSENT),
    **dict.fromkeys(("请假", "病假", "事假", "假"), State.EXCUSED),
    **dict.fromkeys(("免考", "免", "免修", "免试"), State.EXEMPT),
}
FIRST = {State.ABSENT: "缺考", State.EXCUSED: "请假", State.EXEMPT: "免考"}
RESIT = re.compile(r"补考?[::]?(.+)|(.+?)\(?补考?\)?")
NUMBER = re.compile(r"\d{1,4}(?:\.\d+)?")
LEVELS = "ABCDE"
CENT = Decimal("0.01")
NEAR = Decimal("0.000001")


class MarkError(Exception):
    """A text that is no mark: a code with values."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Mark:
    """What was given: how it came about, the mark or the level."""

    state: State
    mark: Decimal | None = None
    level: str = ""

    @property
    def value(self) -> str:
        """Return mark or level as a text."""
        return self.level or ("" if self.mark is None else plain(self.mark))

    @property
    def text(self) -> str:
        """Return it as it is typed and shown."""
        if self.state in FIRST:
            return FIRST[self.state]
        return f"补{self.value}" if self.state == State.RESIT else self.value


def plain(mark: Decimal) -> str:
    """Return a mark without needless noughts: 88, 88.5."""
    return f"{mark:.2f}".rstrip("0").rstrip(".")


def mark_of(text: str, full: Decimal, subject: str) -> Mark | None:
    """Return what a filled cell says, None for an empty one; MarkError when it is no mark or above the full mark."""
    said = "".join(half(text).split()).upper()
    if not said:
        return None
    if said in WORDS:
        return Mark(WORDS[said])
    again = RESIT.fullmatch(said)
    rest = (again[1] or again[2]) if again else said
    if rest in LEVELS:
        return Mark(State.RESIT if again else State.TAKEN, level=rest)
    if not NUMBER.fullmatch(rest):
        raise MarkError("mark_unknown", text=text)
    exact = Decimal(rest)
    mark = exact.quantize(CENT)
    if abs(mark - exact) > NEAR:
        raise MarkError("mark_places", text=text)
    if mark > full:
        raise MarkError("mark_above", text=plain(mark), full=plain(full), subject=subject)
    return Mark(State.RESIT if again else State.TAKEN, mark=mark)
