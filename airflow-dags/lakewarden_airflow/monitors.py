"""The few facts of a monitor file that scheduling needs; all else in it is the command line's to check."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from lakewarden_airflow.windows import cron_of

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}", re.ASCII)


class MonitorFileError(Exception):
    """Monitor files that cannot become DAGs: one line each, which names the file first."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Monitor:
    """A monitor as scheduling sees it.

    Attributes:
        file: its YAML file, absolute.
        name: its ``monitor``.
        title: its ``title`` for people, or its name.
        cron: the expression whose ticks are the borders of its ``windows``; None where it names no length.
        has_time: whether its rows have a time; runs over those without are labelled by a day.
    """

    file: Path
    name: str
    title: str
    cron: str | None
    has_time: bool

    @classmethod
    def load(cls, file: Path) -> "Monitor":
        """Reads one file.

        Raises:
            MonitorFileError: if it is no YAML, or the keys that scheduling needs are missing or wrong.
        """
        try:
            content = yaml.safe_load(file.read_bytes())
            return cls._bind(file, content)
        except yaml.MarkedYAMLError as e:
            at = f":{e.problem_mark.line + 1}:{e.problem_mark.column + 1}" if e.problem_mark else ""
            raise MonitorFileError([f"{file}{at}: {e.problem or e.context}"]) from e
        except yaml.YAMLError as e:
            raise MonitorFileError([f"{file}: {' '.join(str(e).split())}"]) from e
        except (OSError, ValueError) as e:
            raise MonitorFileError([f"{file}: {e}"]) from e

    @classmethod
    def _bind(cls, file: Path, content: object) -> "Monitor":
        if not isinstance(content, dict):
            raise ValueError("expected the keys and values of a monitor, such as 'monitor: orders'")
        name = content.get("monitor")
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError(
                f"monitor: expected a name such as 'orders-eu' (a-z, 0-9, '.', '_', '-'), but got {name!r}"
            )
        length = content.get("windows")
        if length is not None and not isinstance(length, str):
            raise ValueError(f"windows: expected an ISO-8601 length such as P1D, but got {length!r}")
        return cls(
            file=file,
            name=name,
            title=str(content.get("title") or name),
            cron=None if length is None else cron_of(length),
            has_time=content.get("time") is not None,
        )


def monitors_in(folder: str | Path) -> tuple[list[Monitor], list[str]]:
    """Reads the folder's ``*.yaml`` and ``*.yml`` in the order of their names.

    Returns:
        The monitors, and a line for each file that is none.

    Raises:
        MonitorFileError: if there is no such folder.
    """
    root = Path(folder).absolute()
    if not root.is_dir():
        raise MonitorFileError([f"{root}: there is no such folder of monitor files"])
    monitors: dict[str, Monitor] = {}
    problems: list[str] = []
    for file in sorted(it for it in root.iterdir() if it.suffix in {".yaml", ".yml"}):
        try:
            monitor = Monitor.load(file)
            if monitor.name in monitors:
                first = monitors[monitor.name].file
                raise MonitorFileError([f"{file}: monitor: '{monitor.name}' is already the name of {first}"])
            monitors[monitor.name] = monitor
        except MonitorFileError as e:
            problems += e.problems
    return list(monitors.values()), problems
