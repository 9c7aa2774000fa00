import io

from django.core.management import call_command

from tests.notifications.conftest import tell
from tests.world import World


def test_the_command_empties_the_outbox_of_every_school(world: World) -> None:
    tell(world, ["王敏", "陈立"])
    for count in (2, 0):
        out = io.StringIO()
        call_command("deliver_notices", stdout=out)
        assert out.getvalue() == f"taoli: {count}\nlinxiao: 0\nfangzhou: 0\nchunhe: 0\n"
