from taoli.handover.services.answers import take_receipt
from tests.handover.sending import Two, accepted, arrived, drafted, form, restricted, sent


def test_the_code_shows_after_the_receipt_only(both: Two) -> None:
    package = sent(both, restricted(both, drafted(both)))
    url, office = f"/handover/packages/{package.pk}/code/", both.world.client("孙悦")
    assert "没有可告知的密码" in office.get(url).content.decode()
    assert "回执到达后才告知密码" in office.post(url, form()).content.decode()
    take_receipt(by=both.here, line=accepted(both, arrived(both, package)).receipt)
    assert "显示密码" in office.get(url).content.decode()
    assert "请在电话里告知" in office.post(url, form()).content.decode()
