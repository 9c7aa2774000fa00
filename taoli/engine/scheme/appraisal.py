"""The appraisal (考核), honours and the allowance."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from taoli.engine.scheme.clauses import Clause, Frozen, Key, Keyed, Label, Sourced
from taoli.engine.scheme.methods import Method, Points
from taoli.engine.scheme.vocabulary import Actor, AllowanceKind, HonourKind, Per, ResultUse


class MethodVariant(Frozen):
    """Another way to score the same item, chosen at adoption; `counts_records` asks for the warning of
    product.md (line 3) beside it.
    """

    key: Key
    label: Label
    method: Method
    counts_records: bool = False
    clause: Clause


class AppraisalItem(Keyed):
    """One item of the sheet. `method` holds unless the school chose one of the variants (`chosen`)."""

    points: float = Field(gt=0, le=1000)
    method: Method
    source: str = Field(default="", max_length=80)
    variants: tuple[MethodVariant, ...] = ()
    chosen: Key | None = None

    @model_validator(mode="after")
    def _chosen_is_offered(self) -> "AppraisalItem":
        if self.chosen is not None and self.chosen not in {variant.key for variant in self.variants}:
            raise PydanticCustomError("unknown_variant", "unknown variant", {"variant": self.chosen})
        return self

    @property
    def variant(self) -> MethodVariant | None:
        """The variant in force, None when the item's own method is."""
        return next((variant for variant in self.variants if variant.key == self.chosen), None)

    @property
    def method_in_force(self) -> Method:
        """How the item is scored now."""
        return self.variant.method if self.variant is not None else self.method


class StarLevel(Frozen):
    level: int = Field(ge=1, le=10)
    label: Label
    criteria: tuple[str, ...] = ()


class Honour(Keyed):
    """An honour from the totals: the first n, the top share, stars by criteria, or a title. Ties at the edge
    are in.
    """

    kind: HonourKind
    n: int | None = Field(default=None, ge=1)
    share: float | None = Field(default=None, gt=0, le=1)
    levels: tuple[StarLevel, ...] = ()

    @model_validator(mode="after")
    def _has_its_number(self) -> "Honour":
        wanted = {HonourKind.FIRST_N: self.n, HonourKind.TOP_SHARE: self.share, HonourKind.STARS: self.levels}
        if self.kind in wanted and not wanted[self.kind]:
            params = {"kind": self.kind.value}
            raise PydanticCustomError("honour_without_number", "honour without number", params)
        return self


class Allowance(Sourced):
    """Pay for mentoring; `times_factor`: multiplied by the share of points reached."""

    kind: AllowanceKind
    amount: float | None = Field(default=None, ge=0)
    times_factor: bool = False


class Appraisal(Sourced):
    """The sheet: items that add up to `full`, once in each `per`, by the assessors. No items: the text says where the
    result enters and how mentors are honoured or paid, and names nothing to score (no sheet is made).
    """

    per: Per
    full: Points = 0
    items: tuple[AppraisalItem, ...] = ()
    assessors: tuple[Actor, ...] = ()
    materials_by: Actor | None = None
    result_enters: tuple[ResultUse, ...] = ()
    honours: tuple[Honour, ...] = ()
    allowance: Allowance | None = None
