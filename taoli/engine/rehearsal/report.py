"""Rule by rule: what the run shows of each rule of the published text, by evidence and never by declaration."""

from collections.abc import Callable, Mapping

from taoli.engine.rehearsal.proofs import appraisal, duties, papers, people
from taoli.engine.rehearsal.values import WORST, Outcome, Proof, RuleResult, Stage, Values
from taoli.engine.scheme import RuleUse, rule_uses

Prove = Callable[[Stage, list[str]], Proof]
PLACES: Mapping[str, Prove] = {
    "unit": people.unit_proof,
    "other_units": people.other_units_proof,
    "coverage": people.coverage_proof,
    "capacity": people.capacity_proof,
    "max_classes_per_mentor": people.class_limit_proof,
    "eligibility": people.eligibility_proof,
    "continuity": people.continuity_proof,
    "bodies": people.body_proof,
    "labels": people.labels_proof,
    "duties": duties.duty_proof,
    "cycle": papers.cycle_proof,
    "guidances": papers.guidance_proof,
    "categories": papers.category_proof,
    "conferences": papers.conference_proof,
    "training": papers.training_proof,
    "archive_sections": papers.section_proof,
    "forms": papers.form_proof,
    "texts": papers.text_proof,
    "appraisal": appraisal.appraisal_proof,
}


def report(stage: Stage) -> tuple[RuleResult, ...]:
    """The result of every rule the scheme accounts for, by id."""
    return tuple(_rule(stage, use) for use in rule_uses(stage.scheme).values())


def _rule(stage: Stage, use: RuleUse) -> RuleResult:
    if use.kind == "not_modelled":
        return RuleResult(use, "not_modelled", tuple((place, Proof("not_modelled", place)) for place in use.places))
    if use.kind == "planned":
        proofs = tuple((place, Proof("not_yet", "still_to_be_built", {"app": place})) for place in use.places)
    elif use.kind == "feature":
        proofs = tuple((place, feature_proof(stage, place)) for place in use.places)
    else:
        proofs = tuple((place, prove(stage, place)) for place in use.places)
    return RuleResult(use, worst([proof for _, proof in proofs]), proofs)


def worst(proofs: list[Proof]) -> Outcome:
    """One place that failed fails the rule; one that cannot be shown yet leaves it open."""
    return min((proof.outcome for proof in proofs), key=WORST.index)


def prove(stage: Stage, place: str) -> Proof:
    """The proof of one place in the scheme."""
    head, *names = place.split(".")
    return _step(stage, names) if head == "steps" else PLACES[head](stage, names)


def _step(stage: Stage, names: list[str]) -> Proof:
    """The step as it went, in its place."""
    entry = next(one for one in stage.paired.log if one.kind == names[0])
    params: Values = {"step": entry.kind, "place": entry.place}
    params |= {name: value for finding in entry.findings for name, value in finding.params.items()}
    if not entry.done:
        return Proof("not_yet", "step_without_outcome", params)
    too_far = entry.kind == "group_students" and float(params.get("gap") or 0) > 1
    return Proof("failed" if too_far else "held", "step_done", params)


def feature_proof(stage: Stage, place: str) -> Proof:
    """A feature is held when its app or page is there and this run exercised the part of the engine behind it."""
    if stage.built is None:
        return Proof("not_applicable", "without_the_apps", {"app": place})
    app = place.split(":", 1)[0]
    if place not in stage.built:
        return Proof("not_yet", "not_built", {"app": place})
    count = stage.used.get(place, exercised(stage).get(app, 0))
    return Proof(
        "held" if count else "not_applicable",
        "feature_used" if count else "no_part_here",
        {"app": place, "count": count},
    )


def exercised(stage: Stage) -> dict[str, int]:
    """What of each app's part in the flow the run went through."""
    return {
        "roster": len(stage.roster.learners),
        "schemes": 1,
        "matching": len(stage.paired.pairings),
        "duties": len(stage.cells),
        "guidance": len(stage.life.acts),
        "evaluation": len(stage.sheets),
        "documents": len(stage.scheme.forms),
    }
