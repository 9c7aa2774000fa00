"""A whole term, rehearsed: adoption, matching, records, compliance, appraisal, honours, papers, report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import fsum
from random import Random

from taoli.engine.calendar import DAY, SchoolCalendar, Term, monday, week_of
from taoli.engine.compliance import cells
from taoli.engine.facts import Act, Cell, Finding, MentorScope, Pairing
from taoli.engine.rehearsal.events import course_of
from taoli.engine.rehearsal.meetings import sittings_of, trainings_of
from taoli.engine.rehearsal.pairing import pair
from taoli.engine.rehearsal.profiles import AVERAGE, CROWD, Profile, profile_of
from taoli.engine.rehearsal.report import report
from taoli.engine.rehearsal.sample import typed
from taoli.engine.rehearsal.values import Life, Lived, Paired, Rehearsal, Roster, Stage, StepLog, Week
from taoli.engine.rehearsal.writing import write_term
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, Kind
from taoli.engine.scoring import ScoringFacts, allowance_of, honoured, score

SEVEN = 7
STATES = {"met": "met", "overdue": "unmet", "open": "open", "due_soon": "open", "exempt": "exempt"}
FULL_MARK = 5
TICKED = 0.9
ARCHIVE_SHARE = 4  # one student in so many gets an entry in each section
SURVEYS = ("students", "guardians", "peers", "leaders", "lead_mentor", "moral_office", "self")
FEW = 2  # answers on a mentor about whom too few were asked


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rehearsal is asked for besides scheme and roster. `until`: in a term that still runs, the day up to which
    it was lived; `built`: the apps, pages and forms there are (None: the engine alone).
    """

    calendar: SchoolCalendar
    term: Term
    seed: int = 1
    lived: Lived | None = None
    until: date | None = None
    built: frozenset[str] | None = None


def rehearse(scheme: Scheme, roster: Roster, asked: Asked) -> Rehearsal:
    """Rehearse a term. With `lived`, the pairings and records of a real term take the place of invented ones: a dry
    run of this scheme on that term. ValueError: nobody to be mentored, or no mentor.
    """
    return told(staged(scheme, roster, asked), asked.seed)


def staged(scheme: Scheme, roster: Roster, asked: Asked) -> Stage:
    """The run itself, before anything is said about it: for the report, and for papers to be made of it."""
    scheme, sample = typed(scheme)
    paired = _paired(scheme, roster, asked)
    mentors = sorted({one.mentor_id for one in paired.pairings} | {one.id for one in roster.teachers})
    profiles = {mentor: AVERAGE if asked.lived else profile_of(place) for place, mentor in enumerate(mentors)}
    life = _lived(asked.lived) if asked.lived else _invented(scheme, roster, asked, paired, profiles)
    as_of = asked.until or asked.term.ends + DAY
    found = cells(scheme, asked.calendar, asked.term, life.pairings, life.acts, as_of, life.marks, life.leaves)
    facts = _scoring(scheme, roster, asked, life, found, profiles)
    sheets = score(scheme, facts)
    stage = Stage(
        scheme, sample, roster, asked.calendar, asked.term, paired, life, found, facts, sheets, {}, None, asked.built
    )
    return replace(stage, honours=_honours(stage), allowance=_allowance(stage))


def told(
    stage: Stage, seed: int, built: frozenset[str] | None = None, used: Mapping[str, int] | None = None
) -> Rehearsal:
    """What is to be said of a run; `built` (the pages and forms there are) takes the place of what was asked, `used`
    says of pages how much of the run went through what stands behind them.
    """
    stage = replace(stage, built=stage.built if built is None else built, used=used or stage.used)
    totals = (sheet.total for sheet in stage.sheets if sheet.total is not None)
    return Rehearsal(
        scheme_key=stage.scheme.key,
        seed=seed,
        source=stage.roster.source,
        typed=stage.typed,
        counts=_counts(stage),
        steps=stage.paired.log,
        shortages=stage.paired.shortages,
        events=stage.life.events,
        weeks=weeks_of(stage),
        duties=_duties(stage),
        totals=tuple(sorted(totals, reverse=True)),
        honours=stage.honours,
        allowance=stage.allowance,
        rules=report(stage),
    )


def _paired(scheme: Scheme, roster: Roster, asked: Asked) -> Paired:
    if asked.lived is None:
        return pair(scheme, roster, asked.calendar, asked.term, asked.seed)
    known = tuple(one for one in asked.lived.pairings if one.starts <= asked.term.ends)
    if not known:
        raise ValueError("no pairing lies in the term")
    log = tuple(
        StepLog(place, step.kind, done=False, findings=(Finding("already_paired", {"students": len(known)}),))
        for place, step in enumerate(scheme.steps, 1)
    )
    return Paired(known, log, (), {})


def _lived(lived: Lived) -> Life:
    return Life(lived.pairings, lived.acts, lived.marks, lived.leaves, lived.chips, {}, {}, {}, ())


def _invented(scheme: Scheme, roster: Roster, asked: Asked, paired: Paired, profiles: Mapping[str, Profile]) -> Life:
    course = course_of(scheme, roster, asked.calendar, asked.term, paired.pairings)
    book = write_term(scheme, asked.calendar, asked.term, course, profiles, asked.seed)
    sittings, held = sittings_of(scheme, roster, asked.calendar, asked.term, asked.seed)
    entries = tuple(_archive_entries(scheme, asked.term, paired))
    keys = {mentor: profile.key for mentor, profile in profiles.items()}
    return Life(
        pairings=course.pairings,
        acts=(*book.acts, *held, *entries),
        marks=course.marks,
        leaves=course.leaves,
        chips=book.chips,
        sittings=sittings,
        trainings=trainings_of(scheme, roster, asked.seed),
        profiles=keys,
        events=course.events,
    )


def _archive_entries(scheme: Scheme, term: Term, paired: Paired) -> Iterable[Act]:
    """An entry in each archive section for some students, in mid-term; `unit_id` names the section."""
    middle = term.starts + (term.ends - term.starts) // 2
    for section in scheme.archive_sections:
        for one in paired.pairings[::ARCHIVE_SHARE]:
            yield Act(
                id=f"e-{section.key}-{one.student_id}",
                kind=Kind.ARCHIVE_ENTRY.value,
                channel="paper",
                made=True,
                by=one.mentor_id,
                student_ids=(one.student_id,),
                on=middle,
                entered_on=middle,
                unit_id=section.key,
            )


def _scoring(
    scheme: Scheme,
    roster: Roster,
    asked: Asked,
    life: Life,
    found: tuple[Cell, ...],
    profiles: Mapping[str, Profile],
) -> ScoringFacts:
    random = Random(f"appraisal {asked.seed}")
    grade_of = {one.id: one.grade_id for one in roster.teachers}
    mine: dict[str, list[Pairing]] = {}
    for one in life.pairings:
        mine.setdefault(one.mentor_id, []).append(one)
    mentors = tuple(
        MentorScope(
            mentor,
            grade_of.get(mentor, ""),
            tuple(sorted({one.unit_id or mentor for one in pairings})),
            tuple(one.student_id for one in pairings),
            "school",
        )
        for mentor, pairings in sorted(mine.items())
    )
    return ScoringFacts(
        term=asked.term,
        calendar=asked.calendar,
        mentors=mentors,
        pairings=life.pairings,
        acts=life.acts,
        cells=found,
        ticks=_ticks(scheme, mentors, profiles, random),
        survey=_survey(mentors, profiles, random),
        register_done={mentor: profile.register for mentor, profile in profiles.items()},
    )


def _ticks(
    scheme: Scheme, mentors: tuple[MentorScope, ...], profiles: Mapping[str, Profile], random: Random
) -> dict[tuple[str, str], bool | float]:
    """Assessors tick most of what they are shown, and give by their own judgement a share that fits the profile."""
    found: dict[tuple[str, str], bool | float] = {}
    for item in scheme.appraisal.items if scheme.appraisal else ():
        for one in mentors:
            if item.method_in_force.method == "assessor":
                answers = profiles[one.mentor_id].answers
                found[one.mentor_id, item.key] = item.points * answers[random.randrange(len(answers))] / FULL_MARK
            else:
                found[one.mentor_id, item.key] = random.random() < TICKED
    return found


def _survey(
    mentors: tuple[MentorScope, ...], profiles: Mapping[str, Profile], random: Random
) -> dict[tuple[str, str], tuple[float, ...]]:
    """Answers by source; about the last mentor too few were asked."""
    found: dict[tuple[str, str], tuple[float, ...]] = {}
    for place, one in enumerate(mentors):
        answers = profiles[one.mentor_id].answers
        for source in SURVEYS:
            asked = FEW if place == len(mentors) - 1 else max(SEVEN, len(one.student_ids))
            found[source, one.mentor_id] = tuple(float(answers[random.randrange(len(answers))]) for _ in range(asked))
    return found


def _honours(stage: Stage) -> dict[str, tuple[int, tuple[Finding, ...]]]:
    totals = {sheet.mentor_id: sheet.total for sheet in stage.sheets if sheet.total is not None}
    appraisal = stage.scheme.appraisal
    found = {one.key: honoured(one, totals) for one in (appraisal.honours if appraisal else ())}
    return {key: (len(one.mentor_ids), one.findings) for key, one in found.items()}


def _allowance(stage: Stage) -> float | None:
    appraisal = stage.scheme.appraisal
    if appraisal is None or appraisal.allowance is None or appraisal.allowance.amount is None:
        return None
    shares = {sheet.mentor_id: (sheet.total or 0) / sheet.full for sheet in stage.sheets if sheet.full}
    students = Counter(one.mentor_id for one in stage.life.pairings if one.ends is None)
    given = (
        allowance_of(appraisal.allowance, students[one.mentor_id], len(one.unit_ids), shares.get(one.mentor_id, 1.0))
        for one in stage.scoring.mentors
    )
    return round(fsum(amount for amount in given if amount is not None), 2)


def weeks_of(stage: Stage) -> tuple[Week, ...]:
    """Compliance by week of the due day, for the recorded duties of the term."""
    found: dict[int, list[Cell]] = {}
    for cell in stage.cells:
        number = week_of(stage.calendar, stage.term, cell.due)
        if number:
            found.setdefault(number, []).append(cell)
    return tuple(
        Week(
            number=number,
            starts=monday(stage.term.starts) + (number - 1) * SEVEN * DAY,
            due=sum(cell.state in {"met", "overdue"} for cell in mine),
            met=sum(cell.state == "met" for cell in mine),
            exempt=sum(cell.state == "exempt" for cell in mine),
        )
        for number, mine in sorted(found.items())
    )


def _duties(stage: Stage) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {duty.key: dict.fromkeys(STATES.values(), 0) for duty in stage.scheme.duties}
    for cell in stage.cells:
        found[cell.duty_key][STATES[cell.state]] += 1
    return found


def _counts(stage: Stage) -> dict[str, int]:
    acts = stage.life.acts
    people = Counter(stage.life.profiles.values())
    counts = {
        "students": len(stage.roster.learners),
        "mentors": len({one.mentor_id for one in stage.paired.pairings}),
        "pairings": len(stage.paired.pairings),
        "records": len(acts),
        "attempts": sum(not act.made for act in acts),
        "together": sum(len(act.student_ids) > 1 for act in acts),
        "late": sum(act.entered_on > act.on for act in acts),
        "cells": len(stage.cells),
        "met": sum(cell.state == "met" for cell in stage.cells),
        "exempt": sum(cell.state == "exempt" for cell in stage.cells),
        "lead_mentors": sum(one.role == Actor.LEAD_MENTOR for one in stage.roster.teachers),
    }
    return counts | {f"profile_{one.key}": people[one.key] for one in dict.fromkeys(CROWD)}
