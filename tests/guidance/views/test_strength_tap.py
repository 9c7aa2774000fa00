import uuid

from taoli.common.models import AuditEntry
from taoli.roster.models import Student
from tests.world import World


def tap(world: World, word: str, name: str = "王敏", student: uuid.UUID | None = None) -> str:
    pk = student or world.students["林子涵"].pk
    answer = world.client(name).post(
        f"/guidance/students/{pk}/strengths/", {"op": str(uuid.uuid4()), "word": word}, follow=True
    )
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def words(world: World) -> list[str]:
    found: list[str] = Student.objects.of(world.school).get(pk=world.students["林子涵"].pk).strengths
    return found


def test_a_tap_adds_a_word_and_another_takes_it_away(settled: World) -> None:
    assert "优点：乐于助人" in tap(settled, "helpful")
    tap(settled, "sports")
    tap(settled, "helpful")
    assert words(settled) == ["sports"]
    entry = AuditEntry.objects.of(settled.school).latest("seq")
    assert (entry.action, entry.data["words"]) == ("student.strength", ["sports"])


def test_they_stand_on_the_card_of_the_student_on_today(settled: World) -> None:
    tap(settled, "helpful")
    assert "乐于助人" in settled.client("王敏").get("/today/").content.decode()


def test_three_are_enough_and_only_offered_words_are_taken(settled: World) -> None:
    for word in ("helpful", "sports", "music"):
        tap(settled, word)
    assert "三个词就够了" in tap(settled, "reading")
    assert "请从列出的词里选一个" in tap(settled, "lazy")
    assert words(settled) == ["helpful", "sports", "music"]


def test_student_and_family_see_none_of_it(settled: World) -> None:
    tap(settled, "helpful")
    pk = settled.students["林子涵"].pk
    for name in ("林子涵", "林母"):
        assert "乐于助人" not in settled.client(name).get(f"/guidance/students/{pk}/").content.decode()
        assert tap(settled, "sports", name) == "403"


def test_a_student_beyond_reach_is_not_found(settled: World) -> None:
    assert settled.stranger is not None
    assert tap(settled, "sports", student=settled.stranger.pk) == "404"
    assert tap(settled, "sports", "王敏", settled.students["吴桐"].pk) == "404"
    assert words(settled) == []
