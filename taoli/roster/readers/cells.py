"""What a cell holds, by the kind of its column."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from taoli.roster.readers.book import LOST
from taoli.roster.readers.columns import ALPHANUMERIC, Column, half
from taoli.roster.readers.places import grade_name
from taoli.roster.readers.words import DUTY

GENDERS = {"男": "m", "男生": "m", "m": "m", "男性": "m", "女": "f", "女生": "f", "f": "f", "女性": "f"}
BOARDER = {"住校", "住宿", "住校生", "住宿生", "寄宿", "寄宿生", "是", "√", "✓", "1"}
DAY_STUDENT = {"走读", "走读生", "通学", "通学生", "否", "×", "0"}
YES = {"是", "√", "✓", "✔", "y", "yes", "1", "班主任"}
NO = {"否", "×", "n", "no", "0", "-", "—"}
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号.]?(?:[\sT]*0?0:00(?::00)?)?")
SERIAL = re.compile(r"[234]\d{4}")
# Excel counts days from here (its 1900 was a leap year); a birthday of 1985 is 31,048.
DAY_NOUGHT = dt.date(1899, 12, 30)
SHORTENED = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
# Characters that only the font of one computer knows.
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
DOTS = re.compile(
    r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\s*[•・‧∙⋅●．.｡·]\s*(?=[\u3400-\u9fff\U00020000-\U0003ffff])"
)
JOINED_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
PHONE = re.compile(r"\+?\d{7,15}")
BETWEEN_HANZI = re.compile(r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\s+(?=[\u3400-\u9fff\U00020000-\U0003ffff])")
SEPARATORS = re.compile(r"[、,，;；/\n]+")
FIRST_YEAR = 1985
LONG_AGO = dt.timedelta(days=370)
MOVES = {
    **dict.fromkeys(("转出", "转学", "退学", "离校", "毕业", "转走"), "out"),
    **dict.fromkeys(("转入", "插班", "复学", "新生"), "in"),
    **dict.fromkeys(("转班", "调班", "分班", "并班", "换班"), "class"),
}
MOST_SEAT = 200
IDENTITY = re.compile(r"\d{17}[\dX]")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"


class CellError(Exception):
    """A cell that cannot be understood: a code with values."""

    def __init__(self, code: str, **values: Any) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code
        self.values = values


def convert(column: Column, text: str, today: dt.date) -> Any:
    """Return the value of a filled cell; CellError when it does not fit its column."""
    if text.startswith(LOST):
        raise CellError("digits_lost")
    if column.kind not in AS_WRITTEN:
        text = half(text).strip()
        if column.kind in FIGURES and SHORTENED.fullmatch(text):
            raise CellError("digits_lost")
    value = READERS[column.kind](text, today)
    if isinstance(value, str) and len(value) > column.most:
        raise CellError("too_long", most=column.most)
    return value


AS_WRITTEN = frozenset(("text", "name", "subject", "list", "duty", "class", "classes"))
FIGURES = frozenset(("number", "phone", "identity", "seat", "birthday"))


def _text(text: str, _today: dt.date) -> str:
    return " ".join(text.translate(ALPHANUMERIC).split())


def _name(text: str, _today: dt.date) -> str:
    """Return a name without spaces between Chinese characters and with one kind of dot: 阿依古丽·买买提."""
    if PRIVATE.search(text):
        raise CellError("private_character")
    name = BETWEEN_HANZI.sub("", " ".join(text.translate(ALPHANUMERIC).split()))
    return DOTS.sub("·", name)


def _number(text: str, _today: dt.date) -> str:
    return "".join(text.split())


def holds_identity(number: str) -> bool:
    """Say whether a number holds an identity-card number, as 全国学籍号 do: G and the 18 places."""
    digits = number.upper().removeprefix("G").removeprefix("L")
    return bool(IDENTITY.fullmatch(digits)) and _sum_fits(digits)


def _sum_fits(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECK[total % 11] == number[-1]


def _duty(text: str, _today: dt.date) -> list[str]:
    found = DUTY.search(text)
    return [half(found[1])] if found else []


def _grade(text: str, _today: dt.date) -> str:
    return grade_name(text)


def _gender(text: str, _today: dt.date) -> str:
    return _known(GENDERS, text.lower(), "not_gender", text)


def _boarding(text: str, _today: dt.date) -> str:
    kinds = {**dict.fromkeys(BOARDER, "boarder"), **dict.fromkeys(DAY_STUDENT, "day")}
    return _known(kinds, text, "not_boarding", text)


def _yes(text: str, _today: dt.date) -> bool:
    answers = {**dict.fromkeys(YES, "yes"), **dict.fromkeys(NO, "")}
    return bool(_known(answers, text.lower(), "not_yes", text))


def _known(table: dict[str, str], key: str, code: str, text: str) -> str:
    if key not in table:
        raise CellError(code, text=text)
    return table[key]


def _birthday(text: str, today: dt.date) -> str:
    close = re.sub(r"\s*([-/.年月日])\s*", r"\1", text)
    match = DAY.fullmatch(close) or JOINED_DAY.fullmatch(close)
    if not match and SERIAL.fullmatch(close):
        match = DAY.fullmatch((DAY_NOUGHT + dt.timedelta(days=int(close))).isoformat())
    if not match:
        raise CellError("not_date", text=text)
    try:
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise CellError("impossible_date", text=text) from None
    if day.year < FIRST_YEAR or day >= today:
        raise CellError("unlikely_date", text=text)
    return day.isoformat()


def _day(text: str, today: dt.date) -> str:
    match = DAY.fullmatch(text) or JOINED_DAY.fullmatch(text)
    if not match:
        raise CellError("not_date", text=text)
    try:
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise CellError("impossible_date", text=text) from None
    if day > today:
        raise CellError("day_later", text=text)
    if today - day > LONG_AGO:
        raise CellError("day_long_ago", text=text)
    return day.isoformat()


def _move(text: str, _today: dt.date) -> str:
    return _known(MOVES, text, "not_move", text)


def _seat(text: str, _today: dt.date) -> int:
    if not text.isdecimal() or not 0 < int(text) <= MOST_SEAT:
        raise CellError("not_seat", text=text)
    return int(text)


def _phone(text: str, _today: dt.date) -> str:
    digits = re.sub(r"[\s()（）\-–—]", "", text).removeprefix("+86")
    if not PHONE.fullmatch(digits):
        raise CellError("not_phone", text=text)
    return digits


def _identity(text: str, _today: dt.date) -> str:
    number = "".join(text.split()).upper()
    if not IDENTITY.fullmatch(number):
        raise CellError("not_identity")
    if not _sum_fits(number):
        raise CellError("not_identity")
    return number


def _list(text: str, _today: dt.date) -> list[str]:
    return list(dict.fromkeys(part for part in (" ".join(one.split()) for one in SEPARATORS.split(text)) if part))


READERS: dict[str, Callable[[str, dt.date], Any]] = {
    "text": _text,
    "subject": _text,
    "class": _text,
    "name": _name,
    "number": _number,
    "grade": _grade,
    "gender": _gender,
    "boarding": _boarding,
    "yes": _yes,
    "birthday": _birthday,
    "day": _day,
    "move": _move,
    "seat": _seat,
    "phone": _phone,
    "identity": _identity,
    "list": _list,
    "classes": _list,
    "duty": _duty,
}
