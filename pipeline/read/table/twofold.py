"""Names between single blanks that the name of the seat follows: "Lindau Lindau (Bodensee) 68".

Nothing but the words tells the two columns apart; most districts are named after their seat, and of
others the name or the seat is a known place: "Norvale Port Elm 68".
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.source import Span
from pipeline.normalize.place import place_reference, region_reference
from pipeline.read.blank import trim_blank
from pipeline.read.table.align import Column
from pipeline.read.table.cells import Separator, split
from pipeline.read.table.grid import Row

_FEWEST = 3  # rows: a single one may be "Walla Walla"


def without_seats(text: str, rows: Sequence[Row], name: int) -> tuple[Row, ...]:
    """Rows whose names end where they begin anew, if a third of them do."""
    cuts = [_seat(text, row.cells[name]) for row in rows]
    found = sum(cut is not None for cut in cuts)
    if found < _FEWEST or 3 * found < len(rows):
        return tuple(rows)
    return tuple(_parted(text, row, name, cut) for row, cut in zip(rows, cuts, strict=True))


def _seat(text: str, name: Span | None) -> int | None:
    """Where the words of a name come for the second time."""
    words = split(text, name, Separator.BLANK) if name else ()
    said = [text[slice(*word)] for word in words]
    for size in range(len(words) // 2, 0, -1):
        if said[:size] == said[size : 2 * size]:
            return words[size].start
    return None


def at_known_places(
    text: str, rows: Sequence[Row], columns: Sequence[Column], name: int
) -> tuple[Row, ...]:
    """Rows whose names end where a known place ends, or where the seat behind it begins as one."""
    seat = name + 1
    if seat >= len(columns) or columns[seat].field:
        return tuple(rows)
    return tuple(_at_known(text, row, name) for row in rows)


def _at_known(text: str, row: Row, name: int) -> Row:
    one, two = row.cells[name : name + 2]
    if one is None or two is None or not text[two.start].isalpha():
        return row
    words = split(text, Span(one.start, two.end), Separator.BLANK)
    ends = [word.end for word in words[:-1]]
    best = max(ends, key=lambda end: (_known(text, one.start, end, two.end), end == one.end))
    cells = list(row.cells)
    cells[name], cells[name + 1] = (
        Span(one.start, best),
        trim_blank(text, Span(best, two.end)),
    )
    return row._replace(cells=tuple(cells))


def _known(text: str, start: int, cut: int, end: int) -> int:
    """How many of the two names on both sides of a cut are known ones."""
    names = (text[start:cut], text[cut:end].strip())
    return sum(bool(place_reference(name) or region_reference(name)) for name in names)


def _parted(text: str, row: Row, name: int, seat: int | None) -> Row:
    """A row with the seat behind its name in the next cell, where that is one of words."""
    whole, after = row.cells[name], row.cells[name + 1 : name + 2]
    if seat is None or whole is None:
        return row
    cells = list(row.cells)
    cells[name] = trim_blank(text, Span(whole.start, seat))
    if after and after[0] and text[after[0].start].isalpha():
        cells[name + 1] = Span(seat, after[0].end)
    return row._replace(cells=tuple(cells))
