import json

import pytest

from taoli.common.errors import TaoliError
from taoli.rehearsal.models import Rehearsal
from taoli.rehearsal.queries.rehearsals import built, choices
from taoli.rehearsal.services.rehearsing import Wanted, find_school_id, rehearse, report_data, spread, store
from taoli.roster.models import Student, Term
from tests.duties.school import pair
from tests.rehearsal.term import settled
from tests.world import World

__all__ = ["settled"]
pytestmark = pytest.mark.django_db
SMALL = Wanted("taigu-no2-2012", students=60)


def test_an_invented_school_needs_no_school_and_names_nobody() -> None:
    done = rehearse(SMALL)
    report = json.dumps(report_data(done), ensure_ascii=False)
    assert not any(f'"{one.id}"' in report for one in done.stage.roster.learners)
    assert done.result.source == "synthetic"
    found = {rule["rule"]: rule for rule in report_data(done)["rules"]}
    assert found["TG-19"]["outcome"] == "held"
    assert (found["TG-19"]["ref"], found["TG-42"]["outcome"]) == ("太谷二中2012 · 个别指导", "not_modelled")
    assert found["TG-08"]["proofs"][0]["code"] == "feature_used"


def test_the_result_is_kept_once_with_who_made_it(world: World) -> None:
    row = store(by=world.office, done=rehearse(SMALL, world.school.pk))
    kept = Rehearsal.objects.of(world.school).get()
    assert (kept.pk, kept.students, kept.version, kept.source) == (row.pk, 60, None, "synthetic")
    assert str(kept) == "太谷二中 2012 全员育人导师制 1"
    assert kept.report["outcomes"]["held"] > 20


def test_our_own_roster_lives_an_invented_term(settled: World) -> None:
    done = rehearse(Wanted("own", "own"), settled.school.pk)
    mine = Student.objects.of(settled.school).filter(left_on=None).count()
    assert (done.version, done.result.source, done.result.counts["students"]) == (1, "own", mine)
    report = json.dumps(report_data(done), ensure_ascii=False)
    assert [name for name in (*settled.students, *settled.staff) if name in report] == []


def test_the_records_of_the_term_are_judged_by_the_same_rules(settled: World) -> None:
    done = rehearse(Wanted("own", "last_term"), settled.school.pk)
    assert done.result.source == "last_term"
    assert done.result.duties["individual"]["met"] > 0
    other = rehearse(Wanted("weifang-2011", "last_term"), settled.school.pk)
    assert other.result.duties["deep_exchange"]["met"] > 0
    assert other.version is None


def test_what_cannot_be_rehearsed_is_said(world: World) -> None:
    school = world.school.pk
    for wanted in (Wanted("no-such"), Wanted("own"), Wanted("draft"), Wanted("taigu-no2-2012", "last_term")):
        with pytest.raises(TaoliError):
            rehearse(wanted, school)
    Student.objects.of(school).update(left_on="2026-09-02")
    with pytest.raises(TaoliError):
        rehearse(Wanted("taigu-no2-2012", "own"), school)
    with pytest.raises(TaoliError):
        rehearse(Wanted("taigu-no2-2012", "own"), world.other.pk)


def test_choices_name_what_there_is(settled: World) -> None:
    keys = [key for key, _title in choices(settled.school.pk)]
    assert keys[0] == "own"
    assert "taigu-no2-2012" in keys
    assert {"guidance", "documents", "evaluation:appraisal_show"} <= built()
    assert find_school_id(settled.school.code) == settled.school.pk
    assert find_school_id("no-such") is None


def test_totals_are_spread_in_tens() -> None:
    assert spread((100.0, 95.5, 91.0, 40.0)) == [
        {"from": 100, "mentors": 1},
        {"from": 90, "mentors": 2},
        {"from": 40, "mentors": 1},
    ]


def test_a_dry_run_takes_the_last_term_that_is_over_and_says_which(settled: World) -> None:
    school = settled.school
    now = rehearse(Wanted("own", "last_term"), school.pk)
    assert now.term == settled.term.name
    before = Term.objects.create(school=school, name="上学期", starts="2026-03-02", ends="2026-07-03")
    assert rehearse(Wanted("own", "last_term"), school.pk).term == settled.term.name
    pair(settled, "林子涵", "王敏", starts=before.starts, ends=before.ends)
    over = rehearse(Wanted("own", "last_term"), school.pk)
    assert (over.term, report_data(over)["term"]) == ("上学期", "上学期")
    assert over.result.counts["pairings"] == 1
