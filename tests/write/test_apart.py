"""A run makes no frame and imports no pandas; who asks for a frame afterwards has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTS = """
import pyarrow as pa
from pipeline.write.apart import leave_pandas_out
leave_pandas_out()
made = pa.array(["Elgin", None]), pa.array([1.5, float("nan")])
"""
FRAME = (
    LISTS
    + """
import pandas as pd
frame = pa.table({"name": made[0]}).to_pandas()
assert frame["name"][0] == "Elgin"
assert pa.array(pd.Series([1.5, float("nan")])).null_count == 1
"""
)
RUN = """
from pipeline.cli import main
try:
    main(["run", "raw", "--output", "out", "--full"])
except SystemExit as done:
    assert not done.code
"""


@pytest.mark.parametrize(
    ("code", "is_there"), [(LISTS, False), (RUN, False), (RUN + RUN, False), (FRAME, True)]
)
def test_pandas_is_there_for_frames_alone(tmp_path, code, is_there):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("City: Elgin\nCountry: Canada\nArea: 42 km²\n")
    told = f"{code}\nimport sys\nprint('pandas' in sys.modules)"
    beside = {"PYTHONPATH": str(ROOT), "PIPELINE_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(
        (sys.executable, "-c", told),
        cwd=tmp_path,
        env={**os.environ, **beside},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == str(is_there)
