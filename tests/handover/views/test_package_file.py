from tests.handover.sending import Two, drafted, sent


def test_the_file_is_handed_down_while_it_is_on_its_way(both: Two) -> None:
    package, office = drafted(both), both.world.client("孙悦")
    url = f"/handover/packages/{package.pk}/file/"
    assert office.get(url).status_code == 302
    sent(both, package)
    answer = office.get(url)
    assert answer.content.startswith(b"PK")
    assert f"{package.pk}.taoli" in answer["Content-Disposition"]
    assert office.get(f"/handover/packages/{both.partner.pk}/file/").status_code == 404
    assert both.world.client("王敏").get(url).status_code == 403
