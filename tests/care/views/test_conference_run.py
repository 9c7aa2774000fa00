from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.models import CareCase, Conference, ConferenceAction, ConferenceItem
from taoli.care.services.agendas import add_item
from taoli.care.services.attendance import send_absence
from taoli.care.services.cases import raise_case
from taoli.care.services.minutes import write_decision
from tests.care.meeting import WEEK, line_about, meet, prepared, room_key, sent, url
from tests.world import TODAY, World


def get(world: World, row: Conference, query: str = "", name: str = "李慧") -> str:
    answer = world.client(name).get(url(row, "run/") + query)
    assert answer.status_code == 200
    return answer.content.decode()


def said(item: ConferenceItem | None, **fields: object) -> dict[str, object]:
    return sent(**{"item": str(item.pk) if item else "end", "edit": 1, "text": "先观察", "safe": "1", **fields})


def case_of(world: World, name: str = "林子涵") -> CareCase:
    return raise_case(
        by=world.actor("李慧"), student_id=world.students[name].pk, reason="夜里不睡", seriousness="watch"
    )


def test_it_begins_with_the_first_line_and_ends_with_the_minutes(settled: World) -> None:
    row = prepared(settled)
    page = get(settled, row)
    assert "林子涵" in page.split("meeting-name")[1].split("</h2>")[0]
    assert "结束会议" in get(settled, row, "?item=end")


def test_what_is_not_for_a_projector_is_not_in_the_page_at_all_until_asked_for(settled: World) -> None:
    case_of(settled)
    row = prepared(settled)
    send_absence(by=settled.actor("王敏"), pk=row.pk, lines={settled.students["林子涵"].pk: "妈妈住院了"})
    item = line_about(settled, row, "林子涵")
    safe, all_ = get(settled, row, f"?item={item.pk}"), get(settled, row, f"?item={item.pk}&safe=0")
    for words in ("妈妈住院了", "需要更多关注", "提交上一级"):
        assert words not in safe
        assert words in all_
    assert "还有不宜投影的内容" in safe
    assert "夜里不睡" not in all_


def test_saved_the_next_line_comes_and_the_choice_of_what_is_shown_stays(settled: World) -> None:
    row = prepared(settled)
    first, second = ConferenceItem.objects.of(settled.school).order_by("position")[:2]
    answer = settled.client("李慧").post(url(row, "run/"), said(first, do="next", safe="0"))
    assert answer["Location"] == f"{url(row, 'run/')}?item={second.pk}&safe=0"
    answer = settled.client("李慧").post(url(row, "run/"), said(second, do="back"))
    assert answer["Location"] == f"{url(row, 'run/')}?item={first.pk}"
    row.refresh_from_db()
    first.refresh_from_db()
    assert (row.state, first.decision) == ("running", "先观察")


def test_an_action_needs_an_owner_and_what_was_typed_is_not_lost(settled: World) -> None:
    row = prepared(settled)
    item, client = line_about(settled, row, "林子涵"), settled.client("李慧")
    typed = said(item, do="next", what="和家长约谈", due=(TODAY + WEEK).isoformat())
    page = client.post(url(row, "run/"), typed).content.decode()
    assert "请写明由谁来做" in page
    assert "和家长约谈" in page
    assert "先观察" in page
    assert not ConferenceAction.objects.of(settled.school).exists()
    client.post(url(row, "run/"), {**typed, **sent(), "owner": str(settled.staff["王敏"].pk)})
    action = ConferenceAction.objects.of(settled.school).get()
    assert (action.owner.name, action.student.name, action.due_on) == ("王敏", "林子涵", TODAY + WEEK)  # type: ignore[union-attr]
    client.post(url(row, "run/"), said(item, do=f"drop:{action.pk}"))
    action.refresh_from_db()
    assert action.dropped_at is not None


def test_who_is_slower_keeps_the_own_words_and_sees_the_others(settled: World) -> None:
    row = prepared(settled)
    item, client = line_about(settled, row, "林子涵"), settled.client("李慧")
    write_decision(by=settled.office, pk=row.pk, item_id=item.pk, edit=1, text="马上家访")
    page = client.post(url(row, "run/"), said(item, do="next")).content.decode()
    for words in ("刚有别人", "先观察", "马上家访"):
        assert words in page
    assert 'name="edit" value="2"' in page
    assert client.post(url(row, "run/"), said(item, do="next", edit=2)).status_code == 302


def test_a_case_climbs_with_one_tap_and_comes_back_with_an_answer(settled: World) -> None:
    case = case_of(settled)
    row = prepared(settled)
    item = line_about(settled, row, "林子涵")
    settled.client("李慧").post(url(row, "run/"), said(item, do="climb", safe="0", case_edit=case.edit))
    case.refresh_from_db()
    assert case.level == "grade"
    above = prepared(settled, "赵国栋", kind="grade", place=f"grade-{settled.grades['高一'].pk}")
    item = ConferenceItem.objects.of(settled.school).get(conference=above, student=case.student)
    lead = settled.client("赵国栋")
    assert "提交上一级" in lead.get(url(above, "run/") + f"?item={item.pk}&safe=0").content.decode()
    lead.post(url(above, "run/"), said(item, do="answer", safe="0", text="由班主任先谈", case_edit=case.edit))
    case.refresh_from_db()
    assert case.level == "class"
    assert case.steps.of(settled.school).filter(conference=above, kind="answered").exists()


def test_a_line_without_a_case_raises_one(settled: World) -> None:
    row = prepared(settled)
    item = line_about(settled, row, "林子涵")
    settled.client("李慧").post(url(row, "run/"), said(item, do="raise", safe="0"))
    item.refresh_from_db()
    assert item.case is not None
    assert item.case.student == settled.students["林子涵"]


def test_closed_it_was_held(settled: World) -> None:
    row = prepared(settled)
    answer = settled.client("李慧").post(url(row, "run/"), said(None, do="hold", text="一切平稳"))
    assert answer["Location"] == url(row)
    row.refresh_from_db()
    assert (row.state, row.summary) == ("held", "一切平稳")


def test_only_who_runs_it_opens_it_and_another_class_is_not_found(settled: World) -> None:
    row, other = meet(settled), meet(settled, "孙悦", place=room_key(settled, "高二(1)班"))
    assert settled.client("王敏").get(url(row, "run/")).status_code == 404
    assert settled.client("李慧").get(url(other, "run/")).status_code == 404


def test_it_takes_as_many_queries_for_three_lines_as_for_one(settled: World) -> None:
    row, by = meet(settled), settled.actor("李慧")
    client, counts = settled.client("李慧"), []
    for more in (1, 2):
        for place in range(more):
            add_item(by=by, pk=row.pk, text=f"第{more}{place}件")
        with CaptureQueriesContext(connection) as caught:
            client.get(url(row, "run/"))
        counts.append(len(caught))
    assert counts[0] == counts[1]
