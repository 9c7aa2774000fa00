"""All papers of the forms, made once."""

import pytest

from tests.papers.making import Papers, make


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return make(tmp_path_factory.mktemp("papers"))
