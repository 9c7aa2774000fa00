import base64
import datetime as dt
import re

import pytest
import time_machine

from taoli.common.errors import ConflictError, TaoliError
from taoli.engine.stars import read_jwt
from taoli.handover.queries.keys import key_row
from taoli.oversight.models import StarAward, StarCandidacy, StarRound, StarTitle
from taoli.oversight.queries.star_public import issuer, verified
from taoli.oversight.queries.stars import answers, get_award, holders
from taoli.oversight.services.star_awards import (
    Outcome,
    decide_round,
    deliver,
    take_outcome,
    tell_withdrawn,
    withdraw_award,
)
from tests.oversight.starring import AFTER, SITE, decided, on_the_wall, told
from tests.world import World


def test_the_result_goes_back_to_the_school_with_a_code_and_a_badge_that_proves_itself(world: World) -> None:
    award = decided(world)
    title = StarTitle.objects.of(world.school).get()
    assert (title.mentor_id, title.label, title.code) == (world.staff["王敏"].pk, "三星导师", award.code)
    assert (title.since.isoformat(), title.until.isoformat()) == ("2026-12-07", "2029-12-07")
    assert StarCandidacy.objects.of(world.school).get().state == "recognised"
    bureau = world.bureaus["district"]
    assert re.fullmatch(rf"{bureau.pk}-[0-9A-Z]{{4}}-[0-9A-Z]{{4}}-[0-9A-Z]{{4}}", award.code)
    key = key_row(bureau.pk)
    assert key is not None
    badge = read_jwt(title.badge, base64.b64decode(key.sign_key))
    assert badge is not None
    assert badge["issuer"]["name"] == "春和区教育局"
    assert badge["credentialSubject"]["achievement"]["name"] == "三星导师"
    assert badge["id"].endswith(f"?code={award.code}")
    # the badge holds on the days that the certificate says, the last one to its end
    assert (badge["validFrom"], badge["validUntil"]) == ("2026-12-06T16:00:00Z", "2029-12-07T15:59:59Z")
    profile = issuer(bureau.pk, "https://stars.example/x/")
    assert profile is not None
    assert profile["name"] == "春和区教育局"
    assert issuer(world.bureaus["city"].pk, "x") is None


def test_an_award_of_the_last_day_of_a_month_lasts_its_years(world: World) -> None:
    for day, last in (("2027-11-30", "2030-11-30"), ("2028-02-29", "2031-02-28")):
        with time_machine.travel(f"{day}T04:00:00Z", tick=False):
            row = on_the_wall(
                world, apply_until=dt.date.fromisoformat(day), review_until=dt.date(2030, 1, 1), title=day
            )
        with time_machine.travel(f"{day}T04:00:00Z", tick=False):
            StarRound.objects.of(row.school_id).filter(pk=row.pk).update(notice_until=dt.date(2027, 1, 1))
            decide_round(by=world.actor("郑岚"), pk=row.pk, site=SITE)
        assert StarAward.objects.of(row.school_id).get(entry__round=row).until.isoformat() == last


def test_told_twice_is_told_once_and_what_nobody_asked_for_is_dropped(world: World) -> None:
    award = decided(world)
    row = StarRound.objects.of(award.school_id).get()
    assert deliver(row=row) == 1
    assert StarTitle.objects.of(world.school).count() == 1
    assert told(world, "star_outcome") == [
        ("王敏", f"“{row.title}”已有结果：你获得认定，证书可以打印了。", "/oversight/stars/mine/")
    ]
    take_outcome(school_id=world.other.pk, outcome=Outcome(award.pk, "某局", None))
    take_outcome(school_id=world.school.pk, outcome=Outcome(award.entry.candidacy, "春和区教育局", None))
    assert StarCandidacy.objects.of(world.school).get().state == "not_now"
    assert any("这一次没有认定" in words for _name, words, _link in told(world, "star_outcome"))


def test_a_code_says_valid_then_withdrawn_and_is_forgiving_of_how_it_is_typed(world: World) -> None:
    award = decided(world)
    with time_machine.travel(AFTER, tick=False):
        for typed in (
            award.code,
            award.code.lower(),
            f" {award.code} ".replace("-", "－"),
            award.code.replace("-", ""),
        ):
            assert verified(typed).state == "valid"
        for wrong in ("", "x", "1-", "99999999999-AAAA", "²-AAAA", f"{award.code}A"):
            with pytest.raises(TaoliError, match="没有"):
                verified(wrong)
        by = world.actor("郑岚")
        with pytest.raises(TaoliError, match="为什么"):
            withdraw_award(by=by, pk=award.pk, reason=" ")
        withdraw_award(by=by, pk=award.pk, reason="材料不实")
        tell_withdrawn(row=get_award(by, award.pk))
        assert verified(award.code).state == "withdrawn"
        assert StarTitle.objects.of(world.school).get().withdrawn_on is not None
        assert any("认定已撤销" in words for _name, words, _link in told(world, "star_outcome"))
        with pytest.raises(ConflictError):
            withdraw_award(by=by, pk=award.pk, reason="再来")
        assert holders(award.school_id) == []


def test_an_award_ends_with_its_last_day(world: World) -> None:
    award = decided(world)
    with time_machine.travel("2029-12-08T04:00:00Z", tick=False):
        assert verified(award.code).state == "ended"
        assert holders(award.school_id) == []


def test_being_a_star_is_answered_by_name_or_number(world: World) -> None:
    award = decided(world)
    with time_machine.travel(AFTER, tick=False):
        found = answers(holders(award.school_id), ["王敏", "T001", "T001 王敏", "王 敏", "李慧"])
    assert [bool(rows) for _line, rows in found] == [True, True, True, True, False]
    assert StarAward.objects.of(award.school_id).count() == 1
