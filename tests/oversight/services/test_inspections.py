import pypdfium2
import pytest

from taoli.common.errors import TaoliError
from taoli.engine.survey import draw, population_hash
from taoli.oversight.models import InspectionFile
from taoli.oversight.services.inspections import invite, print_papers
from tests.oversight.inspecting import packed, small_pack
from tests.world import World


def text_of(data: bytes | memoryview) -> str:
    with pypdfium2.PdfDocument(bytes(data)) as paper:
        return "".join(page.get_textpage().get_text_bounded() for page in paper)


def test_a_pack_holds_scheme_overview_register_and_the_handbooks_drawn(world: World) -> None:
    pack = packed(world, k=2)
    files = list(InspectionFile.objects.of(world.school).filter(pack=pack).order_by("place"))
    names = [one.name for one in files]
    assert [name.split()[0].split(".")[0] for name in names] == [
        "全员育人导师制工作一览",
        names[1].split()[0].split(".")[0],
        "学校学导关系登记表",
        "导师工作手册",
        "导师工作手册",
        "抽样名单",
    ]
    numbers = bytes(files[-1].data).decode().split()
    assert numbers == ["T001", "T002", "T003", "T009"]
    assert (pack.population, pack.population_hash) == (4, population_hash(numbers))
    assert tuple(pack.drawn) == draw(numbers, 2, "7")
    overview = text_of(files[0].data)
    for words in ("钱程", "孙悦", "有导师的学生", "n = "):
        assert words in overview
    assert not any(name in overview for name in world.students)


def test_more_handbooks_than_mentors_takes_all_and_the_seed_is_made_by_chance(world: World) -> None:
    assert packed(world, k=9).drawn.__len__() == 4
    assert len(print_papers(by=world.office, k=1).seed) == 16


def test_without_pairs_there_is_nothing_to_show(world: World) -> None:
    with pytest.raises(TaoliError):
        print_papers(by=world.office, k=1)


def test_a_guest_stays_for_eight_hours_at_most(world: World) -> None:
    pack = small_pack(world)
    for hours in (0, 9):
        with pytest.raises(TaoliError):
            invite(by=world.office, pack_id=pack.pk, name="督导组", hours=hours)
