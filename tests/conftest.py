"""What all tests share: a cache of their own, so that none is found or left where users have theirs."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# Speed is measured by benchmarks; derived examples are the same in every run.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="Write the golden files anew.")


@pytest.fixture
def golden(request):
    """Compares with a file beside the tests or in docs; with --update-golden writes it."""

    def compare(path, content):
        content = content if isinstance(content, bytes) else content.encode()
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert path.read_bytes().decode() == content.decode(), (
            f"{path.name}: if meant, pytest --update-golden"
        )

    return compare


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    os.environ["PIPELINE_CACHE"] = str(tmp_path_factory.mktemp("cache"))
