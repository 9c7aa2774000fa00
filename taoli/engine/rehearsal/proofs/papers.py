"""What the run shows of words, categories, meetings, trainings, archive sections and forms."""

from collections.abc import Mapping

from taoli.engine.calendar import periods
from taoli.engine.rehearsal.papers import filled
from taoli.engine.rehearsal.values import Proof, Stage, Values
from taoli.engine.scheme import describe
from taoli.engine.scheme.vocabulary import Kind, Per

# Archive sections that records of the term fill by themselves; every other is filled by its own entries.
SOURCES: Mapping[str, tuple[Kind, ...]] = {
    "谈": (Kind.TALK, Kind.GROUP_TALK),
    "家": (Kind.FAMILY_CONTACT, Kind.HOME_VISIT, Kind.PARENT_MEETING),
    "活动": (Kind.GROUP_ACTIVITY, Kind.PRACTICE),
    "评价": (Kind.TERM_EVALUATION, Kind.SUMMARY),
    "计划": (Kind.PLAN,),
    "个案": (Kind.CASE_ANALYSIS,),
}


def guidance_proof(stage: Stage, names: list[str]) -> Proof:
    """The guidance is a chip that was ticked on records."""
    label = next(one.label for one in stage.scheme.guidances if one.key == names[0])
    ticked = sum(names[0] in chips for chips in stage.life.chips.values())
    return Proof("held" if ticked else "not_yet", "ticked_on_records", {"label": label, "records": ticked})


def category_proof(stage: Stage, names: list[str]) -> Proof:
    """The category marks students, who have a mentor like everybody else."""
    category = next(one for one in stage.scheme.categories if one.key == names[0])
    if not category.offered:
        return Proof("not_applicable", "switched_off", {"label": category.label})
    marked = {mark.student_id for mark in stage.life.marks if mark.code == category.key}
    paired = {one.student_id for one in stage.life.pairings}
    params: Values = {"label": category.label, "students": len(marked), "with_mentor": len(marked & paired)}
    return Proof("held" if marked else "not_yet", "category_marked", params)


def conference_proof(stage: Stage, names: list[str]) -> Proof:
    """Held where it was due, and missed somewhere; one that is due once is missing until its day."""
    conference = next(one for one in stage.scheme.conferences if one.key == names[0])
    mine = stage.life.sittings.get(conference.key, ())
    met = sum(one.met for one in mine)
    unmet = len(mine) - met
    if len(mine) == 1 and met:
        unmet = sum(one.held[0] > one.starts for one in mine)  # missing on the first day, held later
    params: Values = {"label": conference.label, "met": met, "unmet": unmet, "agenda": len(conference.agenda)}
    if conference.per is None:
        return Proof("held" if met else "not_yet", "called_when_needed", params)
    return Proof("held" if met and unmet else "not_yet", "met_and_missed_meeting", params)


def training_proof(stage: Stage, names: list[str]) -> Proof:
    """Who took part and who did not."""
    training = next(one for one in stage.scheme.training if one.key == names[0])
    came, people = stage.life.trainings.get(training.key, (0, 0))
    params: Values = {"label": training.label, "came": came, "people": people, "topics": len(training.topics)}
    return Proof("held" if came else "not_yet", "trained", params)


def section_proof(stage: Stage, names: list[str]) -> Proof:
    """The section of the growth archive was filled for some student; said where no page shows it yet."""
    section = next(one for one in stage.scheme.archive_sections if one.key == names[0])
    word = next((word for word in SOURCES if word in section.label), "")
    kinds = {kind.value for kind in SOURCES.get(word, ())}
    own = Kind.ARCHIVE_ENTRY.value
    entries = [act for act in stage.life.acts if act.kind in kinds or (act.kind == own and act.unit_id == section.key)]
    params: Values = {"label": section.label, "entries": len(entries)}
    pages = stage.built is None or "archive" in stage.built or any(act.kind != own for act in entries)
    code = "section_filled" if pages else "section_without_pages"
    return Proof("held" if entries else "not_yet", code, params)


def form_proof(stage: Stage, names: list[str]) -> Proof:
    """Columns of the form are filled from the run; how many are left to the pen is said."""
    form = next(one for one in stage.scheme.forms if one.key == names[0])
    if form.kept_by_office:
        return Proof("not_applicable", "kept_by_the_office", {"label": form.label})
    paper = filled(stage, form)
    done = len(paper.heads) - len(paper.by_hand)
    params: Values = {"label": form.label, "rows": len(paper.rows), "columns": done, "by_hand": len(paper.by_hand)}
    if stage.built is not None and f"form:{form.key}" not in stage.built:
        return Proof("not_yet", "form_not_written", params)
    return Proof("held", "form_filled" if done else "form_to_write", params)


def text_proof(stage: Stage, names: list[str]) -> Proof:
    """The text stands among what a mentor is shown."""
    shown = any(one.section == "texts" and one.params["key"] == names[0] for one in describe(stage.scheme))
    return Proof("held" if shown else "failed", "shown_to_mentors", {})


def cycle_proof(stage: Stage, _names: list[str]) -> Proof:
    """The cycles of this term."""
    cycles = len(periods(stage.calendar, stage.term, Per.CYCLE.value, stage.scheme.cycle))
    return Proof("held" if cycles else "not_yet", "cycles_in_term", {"cycles": cycles})
