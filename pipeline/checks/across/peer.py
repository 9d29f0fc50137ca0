"""The check of a place against its peers: all places of its kind in its country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.checks.check import Doubt, check
from pipeline.checks.view.folder import Folder
from pipeline.checks.view.wording import figure, quoted, shown, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

SIZES = ("area_km2", "population")
# Fewer places of one kind and country are no distribution; beyond five robust deviations lies no
# town of it, as towns differ tenfold by nature (their spread is never taken below a factor of 1.65).
FEWEST, FAR, LEAST_SPREAD, TO_SIGMA = 20, 5.0, 0.5, 1.4826


@check(
    "X03",
    Severity.WARNING,
    level=2,
    good=("City: Lindenau\nArea: 425 km²\nPopulation: 12,000",),
    bad={
        "\f".join(
            f"City: Lindenau{letter} District\nCountry: Germany\nArea: {31 + at} km²\nPopulation: "
            + ("12" if letter == "u" else f"{12 + at},{at + 10}7")
            for at, letter in enumerate("abcdefghijklmnopqrstu")
        ): ("population",),
    },
)
def sizes_are_of_the_order_of_their_kind(folder: Folder) -> Iterator[Doubt]:
    """A place's people per km² and its size are of the order of its kind in its country.

    Over all documents, where at least twenty places of a kind are known in a country: the median of
    the logarithms and their median deviation, which no outlier moves. Both the density and one of
    its two figures must be far off.
    """
    sizes = _sizes(folder)
    for _, rows in sizes.groupby(["country", "kind"], sort=True):
        if len(rows) >= FEWEST:
            yield from _outliers(folder, rows)


def _sizes(folder: Folder) -> pd.DataFrame:
    """Logarithms of area, people and density by place, where both are known."""
    import numpy as np

    columns = [folder.held(field).drop_duplicates("place").set_index("place") for field in SIZES]
    both = columns[0].join(columns[1]["value"].rename("people"), how="inner")
    both = both[(both["value"] > 0) & (both["people"] > 0) & (both["country"] != "")]
    logs = np.log(both[["value", "people"]].to_numpy(dtype=float))
    return both[["country", "kind"]].assign(
        area_km2=logs[:, 0], population=logs[:, 1], density=logs[:, 1] - logs[:, 0]
    )


def _outliers(folder: Folder, rows: pd.DataFrame) -> Iterator[Doubt]:
    import numpy as np

    scores = {name: _scores(rows[name].to_numpy()) for name in (*SIZES, "density")}
    far = np.abs(scores["density"]) > FAR
    worst = np.maximum(np.abs(scores["area_km2"]), np.abs(scores["population"])) > FAR
    for at in np.flatnonzero(far & worst):
        area_is_worse = abs(scores["area_km2"][at]) > abs(scores["population"][at])
        field = SIZES[0] if area_is_worse else SIZES[1]
        record = folder.record(int(rows.index.to_numpy()[at]))
        usual = float(np.exp(np.median(rows[field].to_numpy())))
        yield from _far_off(record, field, (usual, len(rows)))


def _far_off(record: Record, field: str, others: tuple[float, int]) -> Iterator[Doubt]:
    value = record.one(field)
    if value is not None:
        message = (
            f"{spoken(field).capitalize()} {quoted(value)} is far from the {others[1]} places of "
            f"its kind in the country, whose middle is {shown(others[0])}, and so are its people "
            f"per km²."
        )
        yield Doubt(record, Problem(message, (value,), computed=f"{figure(value)}"))


def _scores(logs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    import numpy as np

    middle = np.median(logs)
    spread = TO_SIGMA * np.median(np.abs(logs - middle))
    result: npt.NDArray[np.float64] = (logs - middle) / max(float(spread), LEAST_SPREAD)
    return result
