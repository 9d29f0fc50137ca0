"""Keeps pyarrow from importing pandas: a run makes no frame, and every worker would pay for it."""

from __future__ import annotations

import sys
from functools import cache
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


@cache
def leave_pandas_out() -> None:
    """Has pyarrow take lists for lists; to be called before it is given the first.

    At the first one it looks whether it may be a series, for which it imports pandas: 0.2 s and
    55 MB. Where something asks it for a frame later, it imports pandas all the same.
    """
    import pyarrow as pa

    hiding = _Hiding()
    sys.meta_path.insert(0, hiding)
    try:
        pa.array(())
    finally:
        sys.meta_path.remove(hiding)


class _Hiding(MetaPathFinder):
    """Finds no pandas, wherever it is."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raises for pandas and leaves all others to those who find them."""
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)
        return None
