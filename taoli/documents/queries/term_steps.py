"""What each step at the end of a term waits for. Pure but for the words."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.documents.phrases import term_end as says
from taoli.documents.queries.term_end import (
    DONE,
    READY,
    WAITS,
    Button,
    Facts,
    Step,
    Told,
    button,
    facts_of,
    in_order,
)
from taoli.evaluation.models import AppraisalRun, HonourNotice, Survey
from taoli.evaluation.permissions import PAY
from taoli.roster.models import Term

Run, Notice = AppraisalRun.State, HonourNotice.State
MOST, SHORT = 6, 12


def term_steps(actor: Actor, term: Term) -> list[Step]:
    """Return the steps of a term's end as they stand now."""
    facts = facts_of(actor, term)
    told = [one(actor, facts) for one in ORDER]
    return in_order([one for one in told if one is not None])


def _surveys(actor: Actor, facts: Facts) -> Told:
    notes = [_survey(one) for one in facts.surveys[:MOST]] or [str(says.NO_SURVEY)]
    if facts.comments:
        notes.append(says.COMMENTS_WAIT % {"count": facts.comments})
    going = [one for one in facts.surveys if one.state in {Survey.State.DRAFT, Survey.State.OPEN}]
    over = bool(facts.run and facts.run.state != Run.DRAFT)
    done = over or bool(facts.surveys and not going and not facts.comments)
    return Told("surveys", DONE if done else READY, notes, _survey_button(actor, facts))


def _survey_button(actor: Actor, facts: Facts) -> Button | None:
    runs = [one for one in facts.surveys if one.state == Survey.State.OPEN]
    if len(runs) == 1:
        return button(actor, "close", "evaluation:survey_close", runs[0].pk)
    if not runs and facts.comments:
        return button(actor, "review", "evaluation:comment_list")
    if not facts.surveys:
        return button(actor, "prepare", "evaluation:survey_new")
    return button(actor, "surveys", "evaluation:survey_list")


def _survey(one: Survey) -> str:
    words = {Survey.State.DRAFT: says.SURVEY_DRAFT, Survey.State.OPEN: says.SURVEY_OPEN}
    sentence = words.get(Survey.State(one.state), says.SURVEY_CLOSED)
    return sentence % {
        "title": one.title,
        "day": _day(one.closes_on),
        "answered": one.answered,
        "asked": one.asked,
    }


def _draft(actor: Actor, facts: Facts) -> Told:
    run = facts.run
    if run is None or not facts.drafted:
        return Told("draft", READY, [str(says.NOT_DRAFTED)], _drafts(actor, "draft"))
    late = _closed_after(facts)
    notes = [says.DRAFTED % {"day": _day(run.drafted_at)}]
    notes += [says.CLOSED_AFTER % {"title": one.title} for one in late]
    again = _drafts(actor, "again") if run.state == Run.DRAFT else None
    return Told("draft", READY if late else DONE, notes, again)


def _drafts(actor: Actor, words: str) -> Button | None:
    return button(actor, words, "evaluation:appraisal_draft", post=True)


def _closed_after(facts: Facts) -> list[Survey]:
    """Return the surveys that count and were closed after the draft, while it is one."""
    run = facts.run
    if run is None or run.state != Run.DRAFT or run.drafted_at is None:
        return []
    return [one for one in facts.surveys if one.counts and one.closed_at and one.closed_at > run.drafted_at]


def _ticks(actor: Actor, facts: Facts) -> Told:
    if not facts.drafted:
        return Told("ticks", WAITS, [str(says.WAITS_FOR_DRAFT)])
    if not facts.waiting:
        return Told("ticks", DONE, [str(says.ALL_TICKED)])
    notes = []
    for who in dict.fromkeys(one.who for one in facts.waiting):
        own = [one for one in facts.waiting if one.who == who]
        items = "、".join(one.label for one in own)
        notes.append(says.TICKS_WAIT % {"who": who, "count": sum(one.count for one in own), "items": items})
    return Told("ticks", READY, notes, button(actor, "assess", "evaluation:assess_grid"))


def _shown(actor: Actor, facts: Facts) -> Told:
    run = facts.run
    if run is None or not facts.drafted or facts.waiting:
        return Told("shown", WAITS, [str(says.WAITS_FOR_TICKS)])
    if run.state == Run.DRAFT:
        share = button(actor, "share", "evaluation:appraisal_share", run.pk)
        return Told("shown", READY, [str(says.NOT_SHOWN)], share)
    notes = [says.SHOWN % {"day": _day(run.shown_at), "until": _day(run.objects_until)}] if run.shown_at else []
    notes.append(
        says.OBJECTIONS_OPEN % {"count": facts.objections} if facts.objections else str(says.NO_OBJECTIONS_OPEN)
    )
    return Told(
        "shown", READY if facts.objections else DONE, notes, button(actor, "objections", "evaluation:objection_list")
    )


def _published(actor: Actor, facts: Facts) -> Told:
    run = facts.run
    if run is not None and run.checksum:
        notes = [says.PUBLISHED % {"day": _day(run.published_at), "checksum": run.checksum[:SHORT]}]
        return Told("published", DONE, notes, button(actor, "appraisal", "evaluation:appraisal_show"))
    if run is None or run.state == Run.DRAFT or facts.objections:
        return Told("published", WAITS, [str(says.WAITS_FOR_SHOWN)])
    publish = button(actor, "publish", "evaluation:appraisal_publish", run.pk)
    return Told("published", READY, [str(says.CAN_BE_PUBLISHED)], publish)


def _notice(actor: Actor, facts: Facts) -> Told:
    run = facts.run
    if run is None or not run.checksum:
        return Told("notice", WAITS, [str(says.WAITS_FOR_PUBLISHED)])
    notes = [says.TO_PUT_UP % {"label": label, "count": count} for _key, label, count in facts.to_post]
    notes += [_posted(one) for one in facts.notices]
    if not notes:
        return Told("notice", DONE, [str(says.NO_HONOURS)])
    prepared = [one for one in facts.notices if one.state == Notice.DRAFT]
    if prepared:
        leads = button(actor, "notice", "evaluation:notice_show", prepared[0].pk)
    elif facts.to_post:
        leads = button(actor, "prepare_notice", "evaluation:notice_edit", run.pk, facts.to_post[0][0])
    else:
        leads = button(actor, "notices", "evaluation:notice_list")
    return Told("notice", READY if prepared or facts.to_post else DONE, notes, leads)


def _posted(one: HonourNotice) -> str:
    if one.state == Notice.DRAFT:
        return says.NOTICE_DRAFT % {"label": one.label}
    if one.state == Notice.POSTED:
        return says.NOTICE_POSTED % {"label": one.label, "day": _day(one.until)}
    return says.NOTICE_RESULT % {"label": one.label, "day": _day(one.decided_at)}


def _result(actor: Actor, facts: Facts) -> Told | None:
    up = [one for one in facts.notices if one.state == Notice.POSTED]
    decided = [one for one in facts.notices if one.state == Notice.RESULT]
    over = [one for one in up if one.until < clock.today()]
    if over:
        decide = button(actor, "decide", "evaluation:notice_result", over[0].pk)
        return Told("result", READY, [_posted(one) for one in up], decide)
    if up:
        return Told(
            "result", WAITS, [str(says.WAITS_FOR_LAST_DAY)], button(actor, "notice", "evaluation:notice_show", up[0].pk)
        )
    if not decided or facts.to_post or len(decided) < len(facts.notices):
        return Told("result", WAITS, [str(says.WAITS_FOR_NOTICE)])
    return Told("result", DONE, [_posted(one) for one in decided])


def _allowance(actor: Actor, facts: Facts) -> Told | None:
    if not PAY.may(actor, "view"):
        return None
    ready = bool(facts.run and facts.run.checksum)
    notes = [str(says.ALLOWANCE if ready else says.WAITS_FOR_PUBLISHED)]
    return Told("allowance", READY if ready else WAITS, notes, button(actor, "allowance", "evaluation:allowance_show"))


def _print(actor: Actor, facts: Facts) -> Told:
    ready = bool(facts.run and facts.run.checksum)
    forms = button(actor, "forms", "documents:form_list")
    return Told("print", READY if ready else WAITS, [str(says.PAPERS)], forms)


def _day(day: date | datetime | None) -> str:
    local = timezone.localtime(day) if isinstance(day, datetime) else day
    return date_format(local, "DATE_FORMAT") if local else ""


ORDER: tuple[Callable[[Actor, Facts], Told | None], ...] = (
    _surveys,
    _draft,
    _ticks,
    _shown,
    _published,
    _notice,
    _result,
    _allowance,
    _print,
)
