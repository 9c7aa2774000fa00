"""Research topics: kept, handed in, approved; stages follow."""

import datetime as dt
import uuid

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import School
from taoli.oversight.models import FiledTopic, Member, Topic
from taoli.oversight.services.topics import TopicFacts, decide_topic, file_topic, keep_topic, reach_stage
from tests.oversight.sharing import topic
from tests.world import TODAY, World


def at_bureau(world: World) -> FiledTopic:
    return FiledTopic.objects.of(world.bureaus["district"]).get()


def test_both_see_the_stages_once_it_is_handed_in(world: World) -> None:
    row = topic(world)
    reach_stage(by=world.office, pk=row.pk, step="applied", day=TODAY, document="申报书")
    assert not FiledTopic.objects.of(world.bureaus["district"]).exists()
    file_topic(by=world.office, pk=row.pk)
    decide_topic(by=world.actor("郑岚"), pk=at_bureau(world).pk, approve=True, answer="", edit=1)
    reach_stage(by=world.office, pk=row.pk, step="begun", day=TODAY, document="")
    row.refresh_from_db()
    facts = TopicFacts("改了题目", row.level, row.leader_id, row.members, "一篇论文")
    keep_topic(by=world.office, facts=facts, pk=row.pk, edit=row.edit)
    there = at_bureau(world)
    assert [one["step"] for one in there.stages] == ["applied", "begun"]
    assert (there.title, there.result, there.leader, there.filing) == ("改了题目", "一篇论文", "王敏", "approved")
    assert Topic.objects.of(world.school).get().filing == "approved"
    with pytest.raises(ConflictError, match="已经报送"):
        file_topic(by=world.office, pk=row.pk)


def test_given_back_with_a_word_it_can_be_handed_in_again(world: World) -> None:
    row, by = topic(world), world.actor("郑岚")
    file_topic(by=world.office, pk=row.pk)
    with pytest.raises(TaoliError):
        decide_topic(by=by, pk=at_bureau(world).pk, approve=False, answer="", edit=1)
    decide_topic(by=by, pk=at_bureau(world).pk, approve=False, answer="请写明分工", edit=1)
    row.refresh_from_db()
    assert (row.filing, row.answer) == ("returned", "请写明分工")
    with pytest.raises(ConflictError):
        decide_topic(by=by, pk=at_bureau(world).pk, approve=True, answer="", edit=2)
    file_topic(by=world.office, pk=row.pk)
    assert at_bureau(world).filing == "filed"


def test_nonsense_is_refused(world: World) -> None:
    row = topic(world)
    with pytest.raises(TaoliError, match="选择负责人"):
        keep_topic(by=world.office, facts=TopicFacts("x", "school", uuid.uuid4(), "", ""))
    with pytest.raises(ConflictError):
        keep_topic(by=world.office, facts=TopicFacts("x", "school", row.leader_id, "", ""), pk=row.pk, edit=9)
    with pytest.raises(TaoliError):
        reach_stage(by=world.office, pk=row.pk, step="begun", day=TODAY + dt.timedelta(1), document="")
    Member.objects.of(world.bureaus["district"]).update(left_on=TODAY)
    with pytest.raises(TaoliError, match="没有本校"):
        file_topic(by=world.office, pk=row.pk)
    School.objects.filter(pk=world.school.pk).update(area=None)
    with pytest.raises(TaoliError, match="还没有教育局"):
        file_topic(by=world.office, pk=row.pk)
    assert Topic.objects.of(world.school).get().filing == "draft"
