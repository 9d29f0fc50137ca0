"""Checks of what a folder holds twice: one text in two files, one place in two profiles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.checks.check import Doubt, check
from pipeline.checks.view.folder import Folder
from pipeline.checks.view.sketch import BINS, EMPTY
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# Two texts of which nine word groups in ten are the same are one text with an edit.
SAME_TEXT = 0.9
# Sixteen bands of four bins find such a pair with a probability of one but 10⁻⁷.
BAND = 4


@check(
    "T03",
    Severity.WARNING,
    level=2,
    good=("City: Lindenau\nPopulation: 12,457\fCity: Buchenau\nPopulation: 9,310",),
    bad={"City: Lindenau\nPopulation: 12,457\fCity: Lindenau\nPopulation: 12,457": ("",)},
)
def texts_are_there_once(folder: Folder) -> Iterator[Doubt]:
    """A text is in the folder once.

    Two files with the same bytes, or with nearly the same words, count every place twice. The
    newer one supersedes the other; which one that is a person knows. Each file is compared with
    the first that it resembles.
    """
    first: dict[str, int] = {}
    same: dict[int, int] = {}
    for number, digest in enumerate(folder.hashes):
        if digest and first.setdefault(digest, number) != number:
            same[number] = first[digest]
    for number, earlier in same.items():
        yield _copy(folder, number, earlier, "has the same bytes as")
    for number, (earlier, share) in _alike(folder.sketches).items():
        if number not in same:
            words = f"shares {round(100 * share)} % of its groups of four words with"
            yield _copy(folder, number, earlier, words)


def _copy(folder: Folder, number: int, earlier: int, how: str) -> Doubt:
    path, other = folder.paths[number], folder.paths[earlier]
    message = (
        f"“{path}” {how} “{other}”, so that its places count twice. Keep the newer of the two files "
        f"and take the other out of the folder."
    )
    return Doubt(Record.of_document(path), Problem(message))


def _alike(sketches: npt.NDArray[np.uint32]) -> dict[int, tuple[int, float]]:
    """For each document the first one that it nearly equals, with the share they have in common."""
    import numpy as np

    told = np.flatnonzero((sketches != EMPTY).any(axis=1))
    found: dict[int, tuple[int, float]] = {}
    for band in range(0, BINS, BAND):
        rows = np.ascontiguousarray(sketches[told, band : band + BAND])
        _, start, inverse = np.unique(rows, axis=0, return_index=True, return_inverse=True)
        earlier = told[start[inverse]]
        share = _shares(sketches[told], sketches[earlier])
        for at in np.flatnonzero((earlier != told) & (share >= SAME_TEXT)):
            found.setdefault(int(told[at]), (int(earlier[at]), float(share[at])))
    return dict(sorted(found.items()))


def _shares(one: npt.NDArray[np.uint32], two: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """The share of bins that two sketches have in common, bins empty in both aside."""
    filled = ((one != EMPTY) | (two != EMPTY)).sum(axis=1)
    equal = ((one == two) & (one != EMPTY)).sum(axis=1)
    result: npt.NDArray[np.float64] = equal / filled
    return result
