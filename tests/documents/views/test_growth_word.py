from taoli.common.models import AuditEntry
from tests.archive.keeping import keep
from tests.archive.speaking import TEXT, release
from tests.documents.reading import lines, word
from tests.world import World


def test_the_archive_stands_on_it_as_far_as_the_reader_sees_it(world: World) -> None:
    release(world)
    keep(world, seen_by="family")
    keep(world, text="对花生过敏", section="health", seen_by="family")
    address = f"/documents/growth/{world.students['林子涵'].pk}.docx"
    texts = "\n".join(lines(word(world.client("李慧"), address)))
    for words in ("学生成长档案", "校运会接力跑第三棒", TEXT, "林子涵（高一(1)班）", "样式由桃李拟定"):
        assert words in texts
    assert "对花生过敏" not in texts
    assert "对花生过敏" in "\n".join(lines(word(world.client("林母"), address)))
    assert AuditEntry.objects.of(world.school).filter(action="form.download").count() == 2


def test_a_student_beyond_reach_is_not_found(world: World) -> None:
    address = f"/documents/growth/{world.students['吴桐'].pk}.docx"
    assert world.client("李慧").get(address).status_code == 404
    assert world.client("郑明").get(address).status_code == 403
