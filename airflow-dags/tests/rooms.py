"""What a test sees of one Airflow: monitors go in, DAGs, runs and the command's arguments come out."""

import json
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_BUNDLE = "dags-folder"


@dataclass
class Room:
    monitors: Path
    dags: Path
    record: Path
    command: Path

    @classmethod
    def make(cls, folder: Path, dags: Path, python: str) -> "Room":
        room = cls(folder / "monitors", dags, folder / "record", folder / "a lakewarden")
        room.monitors.mkdir()
        script = Path(__file__).with_name("stand_in.py").read_text()
        room.command.write_text(f"#!{python}\n{script}")
        room.command.chmod(0o755)
        return room

    def monitor(self, file: str, text: str) -> Path:
        path = self.monitors / file
        path.write_text(text)
        return path

    def dag_file(self, exit_codes: str = "0", environment: dict[str, str] | None = None, **settings: str) -> Path:
        """Writes the DAG file; settings are Python expressions."""
        environment = {"STAND_IN_RECORD": str(self.record), "STAND_IN_EXIT": exit_codes, **(environment or {})}
        lines = "".join(f"    {name}={value},\n" for name, value in settings.items())
        path = self.dags / "monitors.py"
        path.write_text(
            "from datetime import datetime, timedelta\nfrom pathlib import Path\n\n"
            "from lakewarden_airflow import dags_from\n\n"
            f"dags_from(\n    {str(self.monitors)!r},\n    command=[{str(self.command)!r}],\n"
            f"    environment={environment!r},\n{lines})\n"
        )
        return path

    def problems_file(self) -> Path:
        path = self.dags / "problems.py"
        path.write_text(
            f"from lakewarden_airflow import raise_problems_of\n\nraise_problems_of({str(self.monitors)!r})  # no DAG\n"
        )
        return path

    def bag(self) -> Any:
        from airflow.dag_processing.dagbag import BundleDagBag

        return BundleDagBag(dag_folder=self.dags, bundle_path=self.dags, bundle_name=_BUNDLE)

    def dag(self, dag_id: str) -> Any:
        bag = self.bag()
        assert bag.import_errors == {}
        return bag.dags[dag_id]

    def run(self, dag_id: str, logical_date: str = "2026-02-01", **arguments: Any) -> Any:
        """Runs the DAG to its end, here and now; the only task instance, as the database has it then."""
        day = datetime.fromisoformat(logical_date).replace(tzinfo=UTC)
        run = self.dag(dag_id).test(logical_date=day, **arguments)
        (instance,) = run.get_task_instances()
        return instance

    def calls(self) -> list[list[str]]:
        """The arguments of each time the stand-in was started."""
        return [json.loads(line) for line in self.record.read_text().splitlines()] if self.record.exists() else []


def is_running(pid: int) -> bool:
    """Whether the process still does anything; one that ended and only waits to be reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return state != "Z"


def copy_examples(target: Path) -> None:
    for file in (Path(__file__).parents[1] / "examples").glob("*.py"):
        shutil.copy(file, target)
