from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.models import Signal
from taoli.care.queries.agenda_parts import exam_hint, open_hints, score_falls
from taoli.care.queries.signal_facts import signal_facts
from taoli.care.queries.signals import open_signals, rule_counts
from taoli.common import clock
from taoli.engine.signals import Sensitivity
from tests.archive.examining import past, published
from tests.care.signalling import reached, signal
from tests.world import World


def test_what_is_open_comes_by_place_and_never_a_low_mood(world: World) -> None:
    for name in ("林子涵", "赵思源", "吴桐"):
        signal(world, name)
    signal(world, rule="mood")
    signal(world, rule="absence", state="dismissed")

    def names(**said: object) -> list[str]:
        return [row.name for row in open_signals(world.school.pk, **said)]  # type: ignore[arg-type]

    one = world.classes["高一(1)班"].pk
    assert sorted(names()) == sorted(["林子涵", "赵思源", "吴桐"])
    assert names(class_id=one) == names(class_ids=[one]) == ["林子涵"]
    assert names(grade_id=world.grades["高一"].pk) == ["林子涵", "赵思源"]
    assert names(student_ids=[world.students["吴桐"].pk]) == ["吴桐"]
    assert open_signals(world.other.pk) == []


def test_few_are_not_counted_and_every_rule_says_what_it_looks_at(world: World) -> None:
    for name in ("林子涵", "周一诺", "孙浩然", "赵思源", "钱多多"):
        signal(world, name, state="used")
    signal(world, "吴桐", "absence", state="dismissed")
    rows = {row.label: row for row in rule_counts(world.school.pk)}
    assert len(rows) == 5
    assert (rows["一段时间没有联系"].spoke, rows["一段时间没有联系"].useful) == ("5", "5")
    assert (rows["有科目没有参加"].spoke, rows["有科目没有参加"].aside) == ("不到 5 次", "–")
    assert rows["心情低落"].spoke == "0"
    assert "4 周" in rows["一段时间没有联系"].sentence


def test_an_agenda_gets_one_line_a_student_and_a_mentor_one_sentence(world: World) -> None:
    past(world, texts=(80, 78, 82, 60))
    published(world, {"周一诺": ("9", "9")}, name="小测", kind="quiz")
    room = world.classes["高一(1)班"].pk
    signal(world)
    signal(world, rule="absence")
    hints, fallen = open_hints(world.school.pk, [room]), score_falls(world.school.pk, [room])
    student = world.students["林子涵"].pk
    assert set(hints) == {student}
    assert len(hints[student].splitlines()) == 2
    assert fallen == {student: "第4次月考：低于自己以往，主要是语文、数学。"}
    assert "人与自己相比变化大" in exam_hint(world.school.pk, world.staff["王敏"].pk)
    assert exam_hint(world.school.pk, world.staff["周宁"].pk) == ""


def test_facts_of_a_school_take_the_same_queries_for_many_rows(world: World) -> None:
    counts = []
    for name in ("林子涵", "周一诺"):
        reached(world, name, 3)
        with CaptureQueriesContext(connection) as caught:
            facts = signal_facts(world.school.pk, Sensitivity(), clock.today())
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert counts[0] <= 12
    assert len(facts) == 6
    assert not Signal.objects.of(world.school).exists()
