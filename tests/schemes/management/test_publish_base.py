from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from taoli.common.models import Area
from taoli.engine.scheme.writing import to_yaml
from taoli.schemes.models import BaseScheme
from tests.engine.examples import taigu

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    Area.objects.create(name="示例区", kind="district")
    path = tmp_path / "base.yaml"
    path.write_text(to_yaml(taigu()), encoding="utf-8")
    return path


def test_each_publishing_is_the_next_version(file: Path) -> None:
    said = StringIO()
    call_command("publish_base", "示例区", str(file), "--binding", "duties.individual, cycle.weeks", stdout=said)
    call_command("publish_base", "示例区", str(file), stdout=said)
    assert "version 1 for 示例区, 2 binding" in said.getvalue()
    assert list(BaseScheme.objects.order_by("version").values_list("version", "binding")) == [
        (1, ["duties.individual", "cycle.weeks"]),
        (2, []),
    ]


def test_what_is_wrong_is_said_and_nothing_is_published(file: Path) -> None:
    with pytest.raises(CommandError, match="there are: 示例区"):
        call_command("publish_base", "别处", str(file))
    with pytest.raises(CommandError, match=r"duties\.nobody"):
        call_command("publish_base", "示例区", str(file), "--binding", "duties.nobody")
    file.write_text("key: x\nkey: y\n", encoding="utf-8")
    with pytest.raises(CommandError, match="line 2"):
        call_command("publish_base", "示例区", str(file))
    assert not BaseScheme.objects.exists()
