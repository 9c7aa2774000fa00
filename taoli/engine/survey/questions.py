"""What a questionnaire asks."""

from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from taoli.engine.scheme.clauses import Frozen, Key


class QuestionKind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    CHOICE = "choice"
    MANY = "many"
    TEXT = "text"


class Question(Frozen):
    """One question. `scored`: its answer (1 to `most`) is the mark that the appraisal takes, once in a questionnaire.
    `indicator`: the regional indicator it stands for; `good`: the answers (numbers of options from 0, or points of the
    scale) that count as a yes for it.
    """

    key: Key
    kind: QuestionKind
    text: str = Field(min_length=1, max_length=120)
    options: tuple[str, ...] = Field(default=(), max_length=10)
    most: int = Field(default=5, ge=2, le=10)
    scored: bool = False
    required: bool = True
    indicator: str = Field(default="", max_length=40)
    good: tuple[int, ...] = ()

    @property
    def points(self) -> range:
        """The points of a scale, the worst first."""
        return range(1, self.most + 1)

    @model_validator(mode="after")
    def _fits(self) -> "Question":
        if self.kind in {QuestionKind.CHOICE, QuestionKind.MANY} and len(set(self.options)) < 2:  # noqa: PLR2004
            raise PydanticCustomError("too_few_options", "too few options", {"question": self.key})
        if self.scored and self.kind is not QuestionKind.SCALE:
            raise PydanticCustomError("scored_without_scale", "only a scale is scored", {"question": self.key})
        return self
