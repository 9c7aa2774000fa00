from django.test import Client

from tests.oversight.training import url
from tests.oversight.views.test_certificate_print import closed
from tests.world import World


def test_anybody_with_the_code_finds_it_and_nobody_without(world: World) -> None:
    code, here = closed(world).code, url("certificate_verify", "chunhe")
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("-", "")):
        answer = Client().get(here, {"code": typed})
        assert "no-store" in answer["Cache-Control"]
        assert "证书属实" in answer.content.decode()
        assert "王敏" in answer.content.decode()
        assert "T001" not in answer.content.decode()
    assert "没有编号与此相符的证书" in Client().get(f"{here}?code=AAAA-AAAA-AAAA").content.decode()
    assert (
        "没有编号与此相符的证书"
        in Client().get(f"{url('certificate_verify', 'fangzhou')}?code={code}").content.decode()
    )
    assert Client().get(here).status_code == 200
    assert Client().get(url("certificate_verify", "taoli")).status_code == 404
