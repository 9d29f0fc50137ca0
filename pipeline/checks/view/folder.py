"""All documents as checks over the folder see them: columns, one row a place, one row a value.

A million places take some hundred megabytes and no object: the columns are float arrays and Arrow
strings in pandas frames.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

from pipeline.checks.view.batch import Rows
from pipeline.checks.view.card import Card, Cell, Place, card_of
from pipeline.checks.view.reference import NAMES_REPEAT
from pipeline.checks.view.sketch import BINS, NO_SKETCH
from pipeline.model.finding import Extraction
from pipeline.model.source import Span
from pipeline.model.value import Evidence, Record, Value
from pipeline.normalize.text import slug

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd


@dataclass
class Folder:
    """Every document of a run, on the day of the run; cards are added until one asks for columns.

    A row of ``cells`` names its row of ``places`` in ``place``, a row of ``places`` its document
    in ``document``; ``paths``, ``hashes`` and ``sketches`` have one row a document.
    """

    today: date
    paths: list[str] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)
    _sketches: array[int] = field(default_factory=lambda: array("I"))
    _places: Rows = field(default_factory=lambda: Rows(Place._fields))
    _cells: Rows = field(default_factory=lambda: Rows(Cell._fields))
    _asked: dict[str, int] = field(default_factory=dict)

    def add(self, cards: Iterable[Card]) -> None:
        """Takes documents in their order."""
        for card in cards:
            self.paths.append(card.document)
            self.hashes.append(card.sha256)
            self._sketches.extend(card.sketch or NO_SKETCH)
            self._places.add(card.places)
            self._cells.add(card.cells)

    @cached_property
    def sketches(self) -> npt.NDArray[np.uint32]:
        """One row a document, all empty bins where it is too short for a sketch."""
        import numpy as np

        return np.asarray(self._sketches, dtype=np.uint32).reshape(-1, BINS)

    @cached_property
    def places(self) -> pd.DataFrame:
        """One row a record, in the order of the documents."""
        return self._places.frame().assign(document=self._places.owners)

    @cached_property
    def cells(self) -> pd.DataFrame:
        """One row a value in force of the measured fields and of the name, by place."""
        import numpy as np

        frame = self._cells.frame()
        before = np.cumsum([0, *self._places.counts], dtype=np.int32)[self._cells.owners]
        return frame.assign(place=frame["place"] + before)

    def held(self, name: str) -> pd.DataFrame:
        """The cells of one field with the texts of their places beside them."""
        own = self.cells[self.cells["field"] == name]
        beside = self.places.take(own["place"].to_numpy())
        return own.assign(**{one: beside[one].array for one in ("document", *Place._fields[:6])})

    def column(self, name: str) -> npt.NDArray[np.float64]:
        """One figure a place, NaN where it has none."""
        import numpy as np

        own = self.cells[["place", "value"]][self.cells["field"] == name]
        column = np.full(len(self.places), np.nan)
        column[own["place"].to_numpy()] = own["value"].to_numpy()
        return column

    def texts(self, name: str) -> npt.NDArray[np.object_]:
        """One text a place."""
        found: npt.NDArray[np.object_] = self._places.table.column(name).to_numpy()
        return found

    @cached_property
    def namesakes(self) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
        """Rows of places that have the name of an earlier one, and those earlier first ones.

        The first array has the first place of the name, the second a later one: of one country
        and, in countries whose towns share names, of one region.
        """
        import numpy as np
        import pandas as pd

        columns = (self.texts(name) for name in ("name", "country", "region"))
        keys = np.array([_named(*row) for row in zip(*columns, strict=True)], dtype=object)
        codes, _ = pd.factorize(keys)
        rows = np.arange(len(keys))
        first = np.zeros(len(keys) + 1, dtype=int)
        first[codes[::-1]] = rows[::-1]
        later = (first[codes] != rows) & (codes >= 0)
        return first[codes][later], rows[later]

    def record(self, place: int) -> Record:
        """The record of a row of ``places`` as far as the columns have it, for a finding."""
        held = Place._make(self._places.row(place))
        values = tuple(map(_value, self._cells_of(place)))
        span = Span(held.start, held.start)
        self._asked[held.record_id] = place
        path = self.paths[self._places.owners[place]]
        return Record(held.record_id, path, span, held.line, held.line, values)

    def locate(self, record: Record, span: Span) -> tuple[int, int, str]:
        """Line, column and text of a value of a record that ``record`` gave, else its beginning."""
        found = self._cells_of(self._asked[record.id]) if record.id in self._asked else ()
        for cell in found:
            if cell.start == span.start:
                return cell.line, cell.column, cell.literal
        return record.line_start, 1, ""

    def _cells_of(self, place: int) -> Iterator[Cell]:
        first, last = self._owners.searchsorted([place, place + 1])
        return (Cell._make(self._cells.row(at)) for at in range(first, last))

    @cached_property
    def _owners(self) -> npt.NDArray[np.int_]:
        # Of the type that is searched for: numpy converts the whole array at every search else.
        return self.cells["place"].to_numpy(dtype=int)


def folder_of(extractions: Iterable[Extraction], today: date) -> Folder:
    """The columns of all documents; of none of them anything else is kept."""
    folder = Folder(today)
    folder.add(map(card_of, extractions))
    return folder


def _value(cell: Cell) -> Value:
    """A value again from its row; its figure is as exact as a float."""
    span = Span(cell.start, cell.start + len(cell.literal))
    number, low, high = map(_decimal, cell[2:5])
    return Value(
        id="",
        field=cell.field,
        value=cell.literal if number is None else number,
        evidence=Evidence(span, cell.literal, ""),
        low=low,
        high=high,
        currency=cell.currency,
        as_of=cell.as_of,
        in_force=True,
    )


def _named(name: str, country: str, region: str) -> str | None:
    """What places of one name have in common; None where nothing tells namesakes apart."""
    repeats = country in NAMES_REPEAT
    if not name or not country or (repeats and not region):
        return None
    return "\0".join((slug(name), country, slug(region) if repeats else ""))


def _decimal(number: float) -> Decimal | None:
    return None if isnan(number) else Decimal(repr(number))
