"""Tables found by their shape: rows that share their columns, below a header that names facts.

pandas never reads tables from text here: it loses the offsets.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.model.source import Span
from pipeline.read.blank import trim_blank
from pipeline.read.table.above import lines_above
from pipeline.read.table.align import Column
from pipeline.read.table.bare import Bare
from pipeline.read.table.body import Body, may_begin, read_body
from pipeline.read.table.caption import find_caption
from pipeline.read.table.cells import Separator, ways
from pipeline.read.table.columnar import Columnar
from pipeline.read.table.cycle import Cycles
from pipeline.read.table.grid import Row, Table, name_column
from pipeline.read.table.headed import Paragraphs
from pipeline.read.table.header import read_header
from pipeline.read.table.legend import with_legend
from pipeline.read.table.proof import are_labels, are_named, is_sure, suit
from pipeline.read.table.rows import lead_in, read_rows
from pipeline.read.table.tied import with_tie_days
from pipeline.read.table.transposed import read_transposed
from pipeline.read.table.twofold import at_known_places, without_seats
from pipeline.read.table.wikitable import read_wiki_table

_TITLE_LINES = 3
_NEAR = 8  # lines between the parts of a table that a page break cuts


def find_tables(text: str, lines: Sequence[Span]) -> tuple[Table, ...]:
    """All tables of the folded text, in order; the lines they take are those of their span."""
    return tuple(_Search(text, lines).tables())


class _Search:
    """One pass over the lines of a page; a run of rows without a header is looked at once."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        self.text, self.lines = text, lines
        self.inner = tuple(trim_blank(text, line) for line in lines)
        self.cycles = Cycles(text, self.inner)
        self.columnar = Columnar(text, self.inner)
        self.paragraphs = Paragraphs(text, lines)
        self.bare = Bare(text, lines)
        self.passed: list[int] = []  # bare lines whose rows have not been looked at
        self.floor = 0  # the first line behind the last table
        self.seen = dict.fromkeys(Separator, 0)  # up to where rows were looked for in vain
        self.last: tuple[Body, tuple[Column, ...]] | None = None

    def tables(self) -> Iterator[Table]:
        """The tables from the first line on."""
        at = 0
        while at < len(self.lines):
            found = self._at(at)
            if found is None:
                at += 1
                continue
            table, at = found
            caption = table.caption or self._caption(table.span.start)
            yield table._replace(caption=caption)
            self.floor = at

    def _at(self, at: int) -> tuple[Table, int] | None:
        line = self.inner[at]
        if line.start == line.end:
            if (
                self.lines[at].start == self.lines[at].end
            ):  # no row between blanks goes on behind it
                self.passed.clear()
            return None
        apart = ways(self.text, line)
        return self._other(at, apart) or self._first_rows(at, apart)

    def _other(self, at: int, apart: Sequence[Separator]) -> tuple[Table, int] | None:
        """A table whose first line is its names, its first label, or the mark of its source."""
        if not apart or apart[0] is Separator.BLANK:
            return self.cycles.read(at) or self.columnar.read(at)
        return (
            read_transposed(self.text, self.lines, at, apart)
            or self.cycles.read(at)
            or read_wiki_table(self.text, self.lines, at)
        )

    def _first_rows(self, at: int, apart: Sequence[Separator]) -> tuple[Table, int] | None:
        """The table of the rows that begin at a line, by the strongest that keeps them apart."""
        begins = may_begin(self.text, self.inner[at])
        for by in apart:
            if (begins or by is Separator.PIPE) and self._is_open(at, by):
                found = self._rows(at, by)
                if found:
                    return found
        return None

    def _is_open(self, at: int, by: Separator) -> bool:
        """Whether rows that begin at a line have not been looked for in vain, and may have labels."""
        if by is not Separator.BLANK:
            return self.seen[by] <= at
        if self._goes_on(by):
            return not self._is_within(at)
        if not self.paragraphs.may_head(at):
            return False
        if self.bare.is_bare(at, self.floor):
            self.passed.append(at)
            return False
        return True

    def _goes_on(self, by: Separator) -> bool:
        """Whether rows may be those of the last table, which need no header of their own."""
        return self.last is not None and self.last[0].by is by

    def _is_within(self, at: int) -> bool:
        """Whether a line stands in the middle of rows between blanks that have no header."""
        for passed in self.passed:
            if self.seen[Separator.BLANK] <= passed and self.paragraphs.may_head(passed):
                body = read_body(self.text, self.lines, passed, Separator.BLANK)
                self.seen[Separator.BLANK] = body.last if body else self.seen[Separator.BLANK]
        self.passed.clear()
        return self.seen[Separator.BLANK] > at

    def _rows(self, at: int, by: Separator) -> tuple[Table, int] | None:
        """A table whose first row is the line at an index."""
        body = read_body(self.text, self.lines, at, by)
        if body is None:
            return None
        found = self._below_header(body)
        alone = by is Separator.BLANK and not self._goes_on(by)
        if alone and (found is None or self._is_within(at)):
            self.passed.append(at)
            return None
        self.seen[by] = body.last
        if found is None:
            return None
        table, body = found
        self.last = (body, table.columns)
        return table, body.last

    def _below_header(self, body: Body) -> tuple[Table, Body] | None:
        """The table that some rows are with the lines above them as its header, and those rows."""
        above = lines_above(self.text, self.lines, body.first, self.floor)
        body, above = lead_in(self.text, body, above)
        columns, depth = read_header(self.text, above, body, self._titles(above, body.first))
        rows = read_rows(self.text, body, columns) if columns else self._continued(body)
        columns = columns or (self.last[1] if rows and self.last else ())
        name = name_column(self.text, columns, rows)
        if name is None or (len(rows) < 2 and not is_sure(body.by, columns)):
            return None
        if body.by is Separator.BLANK:
            rows = without_seats(self.text, at_known_places(self.text, rows, columns, name), name)
            if not are_named(self.text, rows, name):
                return None
        first = 0 if not columns[0].heads else name  # "Elevation" stands above "Average", 860
        if are_labels(self.text, rows, name) or are_labels(self.text, rows, first):
            return None
        rows = tuple(_below_country(columns, rows, name))
        columns = with_tie_days(self.text, columns, rows, self._titles(above, body.first))
        first = above[len(above) - depth].start if depth else body.cuts[0].span.start
        span = Span(first, self.lines[body.last - 1].end)
        columns = with_legend(self.text, columns, rows, span)
        return Table(span, columns, rows, name), body

    def _continued(self, body: Body) -> tuple[Row, ...]:
        """The rows that go on with the table above, where a page break cut it."""
        if self.last is None:
            return ()
        before, columns = self.last
        near = body.first - before.last <= _NEAR and body.size == before.size
        rows = read_rows(self.text, body, columns) if near and body.by is before.by else ()
        return rows if suit(self.text, columns, rows) else ()

    def _titles(self, above: Sequence[Span], first: int) -> tuple[Span, ...]:
        """The lines right above a table, and those of its header but the last."""
        index = max(self.floor, first - len(above) - _TITLE_LINES)
        return (*self.lines[index : first - len(above)], *above[:-1])

    def _caption(self, start: int) -> Span | None:
        first = bisect_left(self.lines, start, key=lambda line: line.end)
        return find_caption(self.text, self.lines, first, self.floor)


def _below_country(columns: Sequence[Column], rows: Sequence[Row], name: int) -> Iterator[Row]:
    """Rows whose empty cell of a country says that it is the one above, as spanned cells do."""
    country = next(
        (i for i, column in enumerate(columns[:name]) if column.field == "country"), None
    )
    above: Span | None = None
    for row in rows:
        above = row.cells[country] or above if country is not None else None
        held = country is not None and row.cells[country] is None and row.parent is None
        yield row._replace(parent=above) if held else row
