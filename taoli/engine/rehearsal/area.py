"""The rehearsed term seen from the bureau: its summary built, signed, checked and released; a draw, a star round and
the regional indicators gone through on the invented people. What each came to, by the page that stands for it.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping

from taoli.engine.calendar import monday, week_of
from taoli.engine.package import SchoolKeys, public_keys
from taoli.engine.rehearsal.values import Stage
from taoli.engine.release import Count, Node, release
from taoli.engine.scheme.vocabulary import Channel, ConferenceKind, Kind, TrainingKind
from taoli.engine.stars import Criterion, Evidence, assign, chosen, judge, met
from taoli.engine.stars import Kind as Asks
from taoli.engine.summary import (
    FORMAT,
    NEWEST,
    GradeSums,
    Known,
    Summary,
    Trust,
    canonical,
    check,
    packed,
    sign,
)
from taoli.engine.survey import draw, wilson

CODE, PLACES, REVIEWERS, LOWEST = "rehearsed", 10, ("r1", "r2", "r3"), 2
STAR = (
    Criterion("years", "years", Asks.YEARS, 1),
    Criterion("hours", "hours", Asks.HOURS, LOWEST),
)
FULL, YES = 10, 4
BY_CHANNEL = {Channel.IN_HOME: "families_home", Channel.VIDEO: "families_video"}


def area_used(stage: Stage, seed: int) -> dict[str, int]:
    """Return page → how much of the run went through what stands behind it. ValueError: the summary was refused."""
    summary = checked(stage, summed(stage), seed)
    stars = len(recognised(stage, str(seed)))
    return {
        "oversight:overview_show": sum(len(_told(summary, key)) for key in ("students", "without_mentor")),
        "oversight:draw_list": len(drawn(stage, str(seed))),
        "oversight:star_round_list": stars,
        "oversight:star_condition": stars,
        "oversight:indicator_plan": len(willing(stage)),
        "oversight:course_list": _took_part(stage, TrainingKind.COURSE),
        "oversight:topic_list": _took_part(stage, TrainingKind.RESEARCH),
    }


def summed(stage: Stage) -> Summary:
    """Return the summary of the rehearsed term's last week: sums, nobody's id."""
    grades = stage.roster.grades()
    day = stage.term.ends
    of = {one.id: one.grade_id for one in stage.roster.learners}
    paired = {one.student_id for one in stage.life.pairings if one.ends is None or one.ends >= day}
    counts: dict[str, Counter[str]] = {grade: Counter() for grade in grades}
    for one in stage.roster.learners:
        counts[one.grade_id].update({"students": 1, "without_mentor": int(one.id not in paired)})
    for key, families in _families(stage).items():
        for student in families:
            counts[of[student]][key] += 1
    for mark in stage.life.marks:
        counts[of[mark.student_id]]["cases_open"] += mark.ends is None
    mentors = {one.mentor_id for one in stage.life.pairings if one.ends is None}
    meetings = Counter(
        _kind_of(stage, key) for key, held in stage.life.sittings.items() for one in held for _day in one.held
    )
    return Summary(
        format=FORMAT,
        version=NEWEST,
        school=CODE,
        name=CODE,
        week=monday(day),
        seq=1,
        previous="",
        made_at=dt.datetime.combine(day, dt.time(), dt.UTC),
        term=stage.term.name[:40],
        term_week=week_of(stage.calendar, stage.term, day) or 0,
        scheme=stage.scheme.title,
        base_version=0,
        counts={
            "mentors": len({one.id for one in stage.roster.teachers} | mentors),
            "mentors_without": len({one.id for one in stage.roster.teachers} - mentors),
            "parent_lectures": meetings[ConferenceKind.HOME_SCHOOL],
            "trainings": len(stage.life.trainings),
        },
        grades=tuple(
            GradeSums(key=str(place), name=str(place), stage="senior", counts=dict(counts[grade]), cells={})
            for place, grade in enumerate(grades, 1)
        ),
        indicators=(),
    )


def checked(stage: Stage, summary: Summary, seed: int) -> Summary:
    """Return the summary as a bureau takes it in: signed by an invented key and checked. ValueError: it was refused, or
    a person's id stands in it.
    """
    keys = SchoolKeys(*(hashlib.sha256(f"{half} {seed}".encode()).digest() for half in ("sign", "box")))
    document = summary.model_dump(mode="json")
    data = packed(document, sign(keys.sign, document))
    told = check(data, Trust({CODE: Known(CODE, public_keys(keys)[0], compared=True)}, stage.term.ends))
    if told.summary is None:
        raise ValueError(told.findings)
    words = canonical(told.summary).decode()
    ids = [*(one.id for one in stage.roster.learners), *(one.id for one in stage.roster.teachers)]
    if any(f'"{one}"' in words for one in ids):
        raise ValueError("an id")
    return told.summary


def drawn(stage: Stage, seed: str) -> tuple[str, ...]:
    """Return the mentors drawn for a call-back who are drawn again from the list in another order: all of them."""
    mentors = [one.id for one in stage.roster.teachers]
    again = draw(reversed(mentors), PLACES, seed)
    return tuple(one for one in draw(mentors, PLACES, seed) if one in again)


def recognised(stage: Stage, seed: str) -> frozenset[str]:
    """Return the star mentors of a round: whoever meets its criteria and whom two reviewers find fit."""
    evidence = {one.mentor_id: _evidence(stage, one.mentor_id) for one in stage.scoring.mentors}
    fit = {who: CODE for who, shown in evidence.items() if all(met(one, shown) for one in STAR)}
    reviews = assign(fit, dict.fromkeys(REVIEWERS, frozenset()), LOWEST, seed)
    shares = _shares(stage)
    judged = {
        who: judge([{"done": round(FULL * shares.get(who, 0))} for _each in seen], ["done"])
        for who, seen in reviews.items()
    }
    return chosen(judged, len(judged) // LOWEST)


def willing(stage: Stage) -> Mapping[str, tuple[float, float]]:
    """Return source → the interval of the share that says yes, of the invented answers."""
    found: dict[str, list[float]] = {}
    for (source, _mentor), answers in stage.scoring.survey.items():
        found.setdefault(source, []).extend(answers)
    shares = {key: wilson(sum(one >= YES for one in told), len(told), len(told) * FULL) for key, told in found.items()}
    return {key: (one.low, one.high) for key, one in shares.items()}


def _told(summary: Summary, key: str) -> Mapping[str, object]:
    nodes = [Node("school"), *(Node(one.key, "school") for one in summary.grades)]
    counts = {one.key: Count(one.counts[key], one.counts["students"]) for one in summary.grades}
    return release(nodes, counts)


def _families(stage: Stage) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for act in stage.life.acts:
        if act.kind == Kind.HOME_VISIT and (act.made or act.refused):
            key = BY_CHANNEL.get(Channel(act.channel), "families_elsewhere") if act.made else "families_declined"
            found.setdefault(key, set()).update(act.student_ids)
    return found


def _kind_of(stage: Stage, key: str) -> str:
    return next(one.kind for one in stage.scheme.conferences if one.key == key)


def _took_part(stage: Stage, kind: str) -> int:
    """How many took part in trainings of a kind."""
    mine = {one.key for one in stage.scheme.training if one.kind == kind}
    return sum(taken for key, (taken, _asked) in stage.life.trainings.items() if key in mine)


def _evidence(stage: Stage, mentor: str) -> Evidence:
    taken = sum(1 for came, asked in stage.life.trainings.values() if came * LOWEST > asked)
    return Evidence(years=int(any(one.mentor_id == mentor for one in stage.life.pairings)), hours=LOWEST * taken)


def _shares(stage: Stage) -> dict[str, float]:
    due, done = Counter[str](), Counter[str]()
    for cell in stage.cells:
        due[cell.mentor_id] += cell.state in {"met", "overdue"}
        done[cell.mentor_id] += cell.state == "met"
    return {mentor: done[mentor] / due[mentor] for mentor in due if due[mentor]}
