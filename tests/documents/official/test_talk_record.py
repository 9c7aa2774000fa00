from tests.documents.official.people import data
from tests.world import World


def test_talks_stand_above_and_the_familys_contacts_below(worked: World) -> None:
    found = data(worked, "talk_record")
    assert [row["on"] for row in found["talks"]] == ["9月14日 周一"]
    assert [(row["on"], row["way"]) for row in found["contacts"]] == [
        ("10月20日 周二", "电话"),
        ("11月3日 周二", "家访"),
    ]
