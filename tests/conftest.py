"""What all tests share: files made on purpose and read in the diff."""

from __future__ import annotations

import pytest


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
