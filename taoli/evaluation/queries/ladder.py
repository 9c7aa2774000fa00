"""The honours of an appraisal: the scheme's, and the school's own ladder of stars where the scheme has none."""

from taoli.engine.scheme import LOCAL_RULE, Clause, Honour
from taoli.engine.scheme.appraisal import StarLevel
from taoli.engine.scheme.vocabulary import HonourKind
from taoli.evaluation.models import AppraisalRun, StarLadder
from taoli.schemes.queries import rules

OWN_KEY = "own_stars"
OWN_CLAUSE = Clause(rule=LOCAL_RULE, ref="校本补充 · 星级导师")


def honours_in(run: AppraisalRun) -> tuple[Honour, ...]:
    """Return the honours of an appraisal, in the order of the scheme."""
    appraisal = rules(run.scheme).appraisal
    found = appraisal.honours if appraisal else ()
    if any(one.kind == HonourKind.STARS for one in found):
        return found
    own = own_ladder(run.school_id)
    return (*found, own) if own else found


def stars_in(run: AppraisalRun) -> Honour | None:
    """Return the ladder of stars that holds in an appraisal, or None."""
    return next((one for one in honours_in(run) if one.kind == HonourKind.STARS), None)


def ladder(school_id: int) -> StarLadder | None:
    """Return the school's own ladder as it is kept, or None."""
    return StarLadder.objects.of(school_id).first()


def own_ladder(school_id: int) -> Honour | None:
    """Return the school's own ladder as an honour of a scheme; None while it has no level."""
    row = ladder(school_id)
    if row is None or not row.levels:
        return None
    levels = tuple(
        StarLevel(level=one["level"], label=one["label"], criteria=tuple(one["criteria"])) for one in row.levels
    )
    return Honour(key=OWN_KEY, label=row.label, kind=HonourKind.STARS, levels=levels, clause=OWN_CLAUSE)
