from django.core import signing

from taoli.common.policy import Role
from taoli.roster.models import TimetableLesson
from taoli.roster.services.timetable_import import SALT
from tests.world import CAST, World


def test_a_preview_of_another_school_or_of_somebody_gone_is_refused_in_words(world: World) -> None:
    facts = {"term": str(world.term.pk), "file": "x", "staff": [], "rooms": [], "lessons": [], "bells": []}
    client = world.client("孙悦")
    foreign = signing.dumps({"school": world.other.pk, **facts}, salt=SALT)
    gone = signing.dumps({"school": world.school.pk, **facts, "staff": [str(world.stranger.pk)]}, salt=SALT)  # type: ignore[union-attr]
    for token, words in ((foreign, "请重新上传"), (gone, "名册刚有改动"), ("nonsense", "请重新上传")):
        page = client.post("/roster/timetable/import/confirm/", {"token": token}, follow=True).content.decode()
        assert words in page
    assert not TimetableLesson.objects.of(world.school).exists()


def test_only_the_office_confirms(world: World) -> None:
    for role in (Role.MENTOR, Role.GRADE_LEAD, Role.PRINCIPAL):
        assert world.client(CAST[role]).post("/roster/timetable/import/confirm/").status_code == 403
