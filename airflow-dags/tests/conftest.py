"""A real Airflow for the tests: its home and SQLite database in a temporary folder, no network, no examples."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Airflow reads its configuration when it is first imported, so this comes before any import of it. The zones are wrong
# on purpose: windows are UTC whatever the machine or Airflow thinks.
_HOME = Path(tempfile.mkdtemp(prefix="lakewarden-airflow-"))
_DAGS = _HOME / "dags"
_DAGS.mkdir()
os.environ |= {
    "TZ": "America/Los_Angeles",
    "AIRFLOW_HOME": str(_HOME),
    "AIRFLOW__CORE__DAGS_FOLDER": str(_DAGS),
    "AIRFLOW__CORE__DEFAULT_TIMEZONE": "America/Los_Angeles",
    "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
    "AIRFLOW__CORE__UNIT_TEST_MODE": "False",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{_HOME}/airflow.db",
    "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
}

from rooms import Room  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def airflow_database() -> Iterator[None]:
    from airflow.utils.db import initdb

    initdb()
    yield
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A folder of monitors, Airflow's (empty) folder of DAG files and a stand-in for the command line."""
    yield Room.make(tmp_path, _DAGS, sys.executable)
    for file in _DAGS.iterdir():
        shutil.rmtree(file) if file.is_dir() else file.unlink()
