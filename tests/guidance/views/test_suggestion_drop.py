import uuid

from taoli.guidance.models import GroupSuggestion
from taoli.guidance.services import suggest_to_group
from tests.guidance.reporting import sent
from tests.world import World


def suggested(world: World) -> GroupSuggestion:
    return suggest_to_group(by=world.actor("林子涵"), group_id=world.groups["朝阳组"].pk, text="周五打球")


def test_the_writer_takes_it_back_and_the_mentor_hides_it(settled: World) -> None:
    one, two = suggested(settled), suggested(settled)
    settled.client("林子涵").post(f"/guidance/suggestions/{one.pk}/drop/", sent())
    settled.client("王敏").post(f"/guidance/suggestions/{two.pk}/drop/", sent(reason="换个时间"))
    rows = {row.pk: row for row in GroupSuggestion.objects.of(settled.school)}
    assert (rows[one.pk].text, rows[two.pk].hidden_reason) == ("", "换个时间")


def test_hiding_without_a_reason_is_refused_in_words(settled: World) -> None:
    row = suggested(settled)
    page = settled.client("王敏").post(f"/guidance/suggestions/{row.pk}/drop/", sent(), follow=True).content.decode()
    assert "请写明原因" in page
    assert GroupSuggestion.objects.of(settled.school).get().hidden_at is None


def test_what_is_not_there_or_of_another_group_is_not_found(settled: World) -> None:
    row = suggested(settled)
    row.group = settled.groups["远山组"]
    row.save(update_fields=["group"])
    for pk in (row.pk, uuid.uuid4()):
        assert settled.client("林子涵").post(f"/guidance/suggestions/{pk}/drop/", sent()).status_code == 404
