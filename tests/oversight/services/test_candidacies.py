import dataclasses
import datetime as dt

import pytest
import time_machine

from taoli.common.errors import ConflictError, TaoliError
from taoli.oversight.models import StarCandidacy, StarEntry, StarRound
from taoli.oversight.queries.candidacies import evidence_of
from taoli.oversight.services.candidacies import (
    Document,
    NamedError,
    hand_in,
    return_candidacy,
    take_entry,
)
from tests.oversight.starring import AFTER, applied, decided, entered, opened, told
from tests.world import World


def document(world: World, row: StarRound) -> Document:
    mine = applied(world, row)
    return Document(
        round_id=row.pk,
        candidacy=mine.pk,
        school="taoli",
        name="王敏",
        people=({"number": "T001", "name": "王敏"},),
        level="l1",
        evidence=mine.evidence,
        words=mine.words,
        endorsement="同意",
        endorsed_by="孙悦",
        codes=(),
    )


def test_only_what_the_school_endorsed_leaves_it_and_once(world: World) -> None:
    row = opened(world)
    mine = applied(world, row)
    assert not StarEntry.objects.of(world.bureaus["district"]).exists()
    hand_in(by=world.office, pk=mine.pk, words="学校同意推荐")
    entry = StarEntry.objects.of(world.bureaus["district"]).get()
    assert (entry.name, entry.member.code, entry.endorsed_by) == ("王敏", "taoli", "孙悦")
    assert entry.evidence["years"] == 3
    assert entry.people == [{"number": "T001", "name": "王敏"}]
    assert StarCandidacy.objects.of(world.school).get().state == "handed_in"
    with pytest.raises(ConflictError):
        hand_in(by=world.office, pk=mine.pk, words="再来一次")
    assert StarEntry.objects.of(world.bureaus["district"]).count() == 1


def test_the_evidence_is_the_schools_own(world: World) -> None:
    assert evidence_of(world.staff["王敏"]) == {
        "years": 0,
        "hours": 0.0,
        "appraisals": 0,
        "star": 0,
        "stories": 0,
        "open_objections": 0,
    }


def test_names_of_students_and_classes_are_replaced_and_asked_about(world: World) -> None:
    row = opened(world)
    with pytest.raises(NamedError) as refusal:
        applied(world, row, words="林子涵在高一(1)班，一年后笑了")
    assert refusal.value.proposal == "某同学在某班，一年后笑了"
    assert not StarCandidacy.objects.of(world.school).exists()


def test_returned_with_a_word_it_can_be_written_anew(world: World) -> None:
    row = opened(world)
    mine = applied(world, row)
    return_candidacy(by=world.office, pk=mine.pk, words="请写一件具体的事")
    assert told(world, "star_returned") == [
        ("王敏", f"你在“{row.title}”的申报退回来了，附有说明。请修改后再交。", "/oversight/stars/mine/")
    ]
    assert "请写一件具体的事" in world.client("王敏").get("/oversight/stars/mine/").content.decode()
    again = applied(world, row, words="每周五放学后留一小时")
    assert (again.pk, again.state) == (mine.pk, "sent")
    assert told(world, "star_returned") == []  # it is on its way: nothing is asked any more
    return_candidacy(by=world.office, pk=mine.pk, words="还差一句")
    assert len(told(world, "star_returned")) == 1  # the second time is told again
    applied(world, row)
    with pytest.raises(ConflictError):
        applied(world, row)


def test_nobody_endorses_the_own_application(world: World) -> None:
    mine = applied(world, opened(world))
    row = StarCandidacy.objects.of(world.school).get(pk=mine.pk)
    row.people = [str(world.staff["孙悦"].pk)]
    row.save()
    with pytest.raises(TaoliError, match="自己"):
        hand_in(by=world.office, pk=mine.pk, words="同意")


def test_a_team_has_a_name_and_members_of_the_school(world: World) -> None:
    from taoli.common.policy import Role
    from taoli.matching.models import Pairing
    from tests.matrix.targets import pairing

    pairing(world, Role.MENTOR)
    assert Pairing.objects.of(world.school).exists()
    row = opened(world, kind="team")
    with pytest.raises(TaoliError, match="二至八"):
        applied(world, row)
    with pytest.raises(TaoliError, match="二至八"):
        applied(world, row, name="同行导师团", team=(world.officers["郑岚"].pk,))
    entry = entered(world, row, name="同行导师团", team=(world.staff["李慧"].pk,))
    assert entry.name == "同行导师团"
    assert [one["name"] for one in entry.people] == ["王敏", "李慧"]


def test_after_the_last_day_neither_the_mentor_nor_the_school_is_in_time(world: World) -> None:
    row = opened(world)
    mine = applied(world, row)
    with time_machine.travel(AFTER, tick=False):
        with pytest.raises(TaoliError, match="不再接受"):
            applied(world, row)
        with pytest.raises(TaoliError, match="不再接受"):
            hand_in(by=world.office, pk=mine.pk, words="同意")
    assert StarCandidacy.objects.of(world.school).get().state == "sent"
    with pytest.raises(TaoliError, match="等级"):
        applied(world, row, level="l9")


def test_a_document_that_cannot_be_is_refused_each_with_its_sentence(world: World) -> None:
    row = opened(world)
    whole, bureau = document(world, row), world.bureaus["district"].pk
    for fault in (
        {"school": "nobody"},
        {"round_id": whole.candidacy},
        {"level": "l9"},
        {"evidence": {"years": -1}},
        {"evidence": {"years": "3"}},
        {"people": ()},
    ):
        with pytest.raises(TaoliError):
            take_entry(bureau_id=bureau, document=dataclasses.replace(whole, **fault))
    assert not StarEntry.objects.of(bureau).exists()
    entry = take_entry(bureau_id=bureau, document=whole)
    # the school's side has failed, the mentor has it again and writes it anew: the bureau has what was endorsed last
    again = take_entry(bureau_id=bureau, document=dataclasses.replace(whole, words="每周五放学后留一小时"))
    assert (again.pk, again.words) == (entry.pk, "每周五放学后留一小时")
    assert StarEntry.objects.of(bureau).count() == 1


def test_the_city_takes_only_whom_a_district_has_recognised(world: World) -> None:
    days = {"apply_until": dt.date(2026, 12, 20), "review_until": dt.date(2026, 12, 30)}
    city = opened(world, by="方远", needs_below=True, title="芳洲市星级导师", **days)
    mine = applied(world, city)
    with pytest.raises(TaoliError, match="区县"):
        hand_in(by=world.office, pk=mine.pk, words="同意")
    award = decided(world)
    with time_machine.travel(AFTER, tick=False):
        hand_in(by=world.office, pk=mine.pk, words="同意")
        entry = StarEntry.objects.of(world.bureaus["city"]).get()
        assert entry.name == "王敏"
        award.withdrawn_on = dt.date(2026, 12, 1)
        award.save()
        other = dataclasses.replace(document_of(entry), candidacy=award.pk, codes=(award.code, "1-NONE"))
        with pytest.raises(TaoliError, match="区县"):
            take_entry(bureau_id=world.bureaus["city"].pk, document=other)


def document_of(entry: StarEntry) -> Document:
    return Document(
        round_id=entry.round_id,
        candidacy=entry.candidacy,
        school="taoli",
        name=entry.name,
        people=tuple(entry.people),
        level=entry.level,
        evidence=entry.evidence,
        words=entry.words,
        endorsement=entry.endorsement,
        endorsed_by=entry.endorsed_by,
        codes=(),
    )
