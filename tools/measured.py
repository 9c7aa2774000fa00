"""A pytest plugin that notes which lines and branches of `taoli` the tests run through: `-p tools.measured`.

SlipCover puts its marks into the code as it is imported and takes them out again where they were seen often, so that
measured tests are hardly slower than others (decision 0024). The file named by TAOLI_MEASURED gets what was seen.
"""

import ast
import json
import os
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from slipcover import FileMatcher, ImportManager, Slipcover
from slipcover.branch import preinstrument
from slipcover.importer import SlipcoverLoader

OMITTED = ["*/migrations/*"]
# Taking marks out costs half a second, meeting one again next to nothing.
OFTEN = 100_000

source = [os.environ.get("TAOLI_MEASURED_SOURCE", "taoli")]
watch = Slipcover(branch=True, source=source, omit=OMITTED, d_miss_threshold=OFTEN)
imports = ImportManager(watch, FileMatcher(sources=source, omit=OMITTED))


def marked(self: Any, _name: str) -> CodeType:
    """Return the code of a module that `runpy` starts by its name, with marks."""
    tree = preinstrument(ast.parse(self.origin.read_bytes()))
    code: CodeType = watch.instrument(compile(tree, str(self.origin), "exec"))
    return code


SlipcoverLoader.get_code = marked
imports.__enter__()  # before any conftest is read, because that imports what is to be measured


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Write what was seen."""
    if file := os.environ.get("TAOLI_MEASURED"):
        Path(file).write_text(json.dumps(watch.get_coverage()))
