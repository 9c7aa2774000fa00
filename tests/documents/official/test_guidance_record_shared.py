from tests.documents.official.people import data
from tests.duties.school import taigu
from tests.guidance.writing import write
from tests.world import World


def test_records_are_sorted_by_what_was_ticked(worked: World) -> None:
    labels = [one.label for one in taigu().guidances]
    mind = next(label for label in labels if "心理" in label)
    study = next(label for label in labels if "学" in label)
    write(worked, "王敏", "林子涵", guidances=[mind])
    write(worked, "王敏", "林子涵", guidances=[study])
    found = data(worked, "guidance_record_shared")
    assert mind in found["mind"][0]["said"]
    assert study in found["study"][0]["said"]
    assert (len(found["mind"]), len(found["study"]), found["career"], len(found["others"])) == (1, 1, [], 5)
