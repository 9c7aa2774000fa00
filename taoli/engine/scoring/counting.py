"""Methods that count what is on record: done_once, duty_coverage, per_count, deduct_each."""

from collections.abc import Iterable

from taoli.engine.facts import Act, Cell, Finding
from taoli.engine.scheme.checks import REGISTER
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.fulfilment import why_not
from taoli.engine.scheme.methods import DeductEach, DoneOnce, DutyCoverage, PerCount
from taoli.engine.scoring.desk import Desk
from taoli.engine.scoring.values import Outcome, left_out

NotCounted = tuple[tuple[str, str], ...]


def done_once(desk: Desk, mentor_id: str, method: DoneOnce, points: float) -> Outcome:
    """Full points when the register is filled, or when everything owed under the duty is met."""
    if method.what == REGISTER:
        done = desk.facts.register_done.get(mentor_id, False)
        given = points if done else 0.0
        said = Finding("done" if done else "not_done", {"points": given})
        evidence = tuple(pairing.id for pairing in desk.pairings_of.get(mentor_id, ()))
    else:
        counted = _counted_cells(desk, mentor_id, (method.what,))
        if not counted:
            return left_out("nothing_owed")
        met = sum(cell.state == "met" for cell in counted)
        given = points if met == len(counted) else 0.0
        params = {"done": met, "needed": len(counted), "points": given}
        said = Finding("all_met" if given else "not_all_met", params)
        evidence = tuple(dict.fromkeys(act_id for cell in counted for act_id in cell.act_ids))
    return Outcome(given, (said,), evidence)


def duty_coverage(desk: Desk, mentor_id: str, method: DutyCoverage, points: float) -> Outcome:
    """Points times done over owed, over the cells that are met or past their due day; more than owed adds
    nothing.
    """
    counted = _counted_cells(desk, mentor_id, method.duties)
    needed = sum(cell.needed for cell in counted)
    if not needed:
        return left_out("nothing_owed")
    done = sum(min(cell.done, cell.needed) for cell in counted)
    given = points * done / needed
    evidence = tuple(dict.fromkeys(act_id for cell in counted for act_id in cell.act_ids))
    duties = [desk.scheme.duty(key) for key in method.duties]
    spared = tuple(
        (cell.pairing_id or cell.subject_id, cell.reason)
        for cell in desk.cells_of.get(mentor_id, ())
        if cell.state == "exempt" and cell.duty_key in method.duties
    )
    used = frozenset(evidence)
    later = [cell for cell in _owed_cells(desk, mentor_id, method.duties) if cell not in counted]
    early = frozenset(act_id for cell in later for act_id in cell.act_ids)
    missed = tuple(
        (act.id, "not_yet_due" if act.id in early else reason)
        for act in desk.acts_by.get(mentor_id, ())
        if act.id not in used and (reason := _against_all(desk, mentor_id, duties, act))
    )
    findings = [Finding("coverage", {"done": done, "needed": needed, "of": points, "points": given})]
    if later:
        findings.append(Finding("not_yet_due", {"count": len(later)}))
    return Outcome(given, tuple(findings), evidence, missed + spared)


def per_count(desk: Desk, mentor_id: str, method: PerCount) -> Outcome:
    """`points_each` for every student reached by every record that fulfils the duty, up to the cap."""
    duty = desk.scheme.duty(method.duty)
    count, evidence, missed = 0, [], []
    for act in desk.acts_by.get(mentor_id, ()):
        reason = _against(desk, mentor_id, duty, act)
        if not reason and method.theme and not act.theme:
            reason = "no_theme"
        if not reason:
            count += len(_own_students(desk, mentor_id, act))
            evidence.append(act.id)
        elif reason != "other_kind":
            missed.append((act.id, reason))
    given = min(method.points_each * count, method.cap)
    params = {"count": count, "each": method.points_each, "cap": method.cap, "points": given}
    return Outcome(given, (Finding("per_count", params),), tuple(evidence), tuple(missed))


def deduct_each(desk: Desk, mentor_id: str, method: DeductEach, points: float) -> Outcome:
    """Full points less so many for every pairing that ended in the term for a reason that counts."""
    term = desk.facts.term
    ended = [
        pairing
        for pairing in desk.pairings_of.get(mentor_id, ())
        if pairing.ends is not None and term.starts <= pairing.ends <= term.ends
    ]
    lost = tuple(pairing.id for pairing in ended if pairing.end_reason in method.reasons)
    given = max(points - method.points_each * len(lost), method.floor)
    spared = tuple(
        (pairing.id, pairing.end_reason or "no_reason") for pairing in ended if pairing.end_reason not in method.reasons
    )
    params = {"count": len(lost), "each": method.points_each, "floor": method.floor, "points": given}
    return Outcome(given, (Finding("deducted", params),), lost, spared)


def _owed_cells(desk: Desk, mentor_id: str, duties: Iterable[str]) -> list[Cell]:
    keys = frozenset(duties)
    return [cell for cell in desk.cells_of.get(mentor_id, ()) if cell.duty_key in keys and cell.state != "exempt"]


def _counted_cells(desk: Desk, mentor_id: str, duties: Iterable[str]) -> list[Cell]:
    as_of = desk.facts.as_of
    return [cell for cell in _owed_cells(desk, mentor_id, duties) if as_of is None or cell.due <= as_of]


def _against_all(desk: Desk, mentor_id: str, duties: list[Duty], act: Act) -> str:
    """Why an act of a kind that one of the duties names is not among the evidence."""
    reasons = [_against(desk, mentor_id, duty, act) or "not_owed_then" for duty in duties]
    return next((reason for reason in reasons if reason != "other_kind"), "")


def _against(desk: Desk, mentor_id: str, duty: Duty, act: Act) -> str:
    if reason := why_not(duty, act):
        return reason
    if not desk.facts.term.starts <= act.on <= desk.facts.term.ends:
        return "outside_term"
    if act.student_ids and not _own_students(desk, mentor_id, act):
        return "outside_pairing"
    return ""


def _own_students(desk: Desk, mentor_id: str, act: Act) -> frozenset[str]:
    students = frozenset(act.student_ids)
    return frozenset(
        pairing.student_id
        for pairing in desk.pairings_of.get(mentor_id, ())
        if pairing.student_id in students and pairing.holds_on(act.on)
    )
