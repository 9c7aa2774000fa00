import ast

from tests.migrated import STANDS_ON
from tools.prepare import ROOT


def test_migrations_stand_on_nothing_but_what_the_kept_database_is_marked_by() -> None:
    """Otherwise tests would go on with a database of yesterday."""
    known = {f"taoli.common.{name}" for name in STANDS_ON}
    found = set()
    for file in ROOT.glob("taoli/*/migrations/*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                found |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                # `from taoli.common import triggers` names a module, `from taoli.common.tenancy import X` a thing in one
                inside = node.module if node.module in known else ""
                found |= {inside or f"{node.module}.{name.name}" for name in node.names}
    assert {name for name in found if name.startswith("taoli")} <= known
