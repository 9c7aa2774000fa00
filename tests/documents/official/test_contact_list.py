from tests.documents.official.people import data
from tests.world import World


def test_matters_of_the_scheme_and_the_contacts_of_the_term(worked: World) -> None:
    found = data(worked, "contact_list", name="王敏")
    assert found["matters"]
    assert [(row["student"], row["on"]) for row in found["contacts"]] == [
        ("林子涵", "10月20日 周二"),
        ("林子涵", "11月3日 周二"),
    ]
