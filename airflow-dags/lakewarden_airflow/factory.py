"""One DAG for each monitor file of a folder."""

import logging
from pathlib import Path
from typing import Any

from airflow.sdk import DAG, CronDataIntervalTimetable, Param

from lakewarden_airflow.monitors import Monitor, MonitorFileError, monitors_in
from lakewarden_airflow.operator import LakewardenRunOperator
from lakewarden_airflow.settings import DagSettings

_END = r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?"
_log = logging.getLogger(__name__)


def dags_from(folder: str | Path, **settings: Any) -> dict[str, DAG]:  # noqa: ANN401 the fields of DagSettings
    """Makes a DAG of each monitor file (``*.yaml``, ``*.yml``) in the folder.

    Called at the top level of a DAG file, it registers them; nothing needs to be done with the result. A file that is
    no monitor is logged and left out, and the others load: an import error here would make Airflow stop scheduling
    every DAG of this DAG file. ``raise_problems_of``, in a DAG file of its own, shows it as an import error.

    Args:
        folder: the folder of monitor files, best an absolute path.
        **settings: the fields of ``DagSettings``.

    Returns:
        The DAGs by id, in the order of the files' names.

    Raises:
        MonitorFileError: if there is no such folder.
    """
    chosen = DagSettings(**settings)
    monitors, problems = monitors_in(folder)
    for problem in problems:
        _log.error("No DAG for %s", problem)
    dags = [_dag(monitor, chosen) for monitor in monitors]
    return {dag.dag_id: dag for dag in dags}


def raise_problems_of(folder: str | Path) -> None:
    """Raises what ``dags_from`` leaves out; at the top level of a DAG file of its own, that is its import error.

    Raises:
        MonitorFileError: if a file is no monitor, with a line for each.
    """
    _, problems = monitors_in(folder)
    if problems:
        raise MonitorFileError(problems)


def _dag(monitor: Monitor, settings: DagSettings) -> DAG:
    by_hand = monitor.cron is None and monitor.has_time
    window_from = "param" if by_hand else "interval" if monitor.cron else "day"
    with DAG(
        dag_id=f"{settings.dag_id_prefix}{monitor.name}",
        dag_display_name=monitor.title,
        description=f"Lakewarden's monitor {monitor.file.name}",
        # Airflow's own reading of a cron string gives data intervals without length.
        schedule=CronDataIntervalTimetable(monitor.cron, timezone="UTC") if monitor.cron else None,
        start_date=settings.start_date,
        catchup=settings.catchup,
        max_active_runs=settings.max_active_runs,
        default_args=dict(settings.default_args),
        tags=list(settings.tags),
        params={"window": _window_param()} if by_hand else None,
    ) as dag:
        LakewardenRunOperator(
            task_id="run",
            command=settings.command,
            monitor_file=monitor.file,
            window_from=window_from,
            arguments=settings.arguments,
            environment=settings.environment,
            retries=settings.retries,
            retry_delay=settings.retry_delay,
            execution_timeout=settings.timeout,
        )
    return dag


def _window_param() -> Param:
    return Param(
        type="string",
        pattern=f"^{_END}/{_END}$",
        title="Window",
        description="START/END in UTC, such as 2026-01-01/2026-02-01",
    )
