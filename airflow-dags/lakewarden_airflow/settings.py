"""What the DAGs of a folder have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any


@dataclass(frozen=True, kw_only=True)
class DagSettings:
    """What the DAGs of a folder have in common.

    Attributes:
        command: the command line as a list of arguments; never read by a shell. ``["lakewarden"]`` is looked up in the
            worker's ``PATH``; ``["spark-submit", "--master", ..., "lakewarden.jar"]`` submits to a cluster.
        arguments: what follows ``run -c FILE --window START/END``, such as ``["--fail-on", "warn"]``.
        environment: variables that the command gets beside the worker's own.
        start_date: the first window's start; a date without a zone is UTC. Needed for ``catchup``.
        catchup: whether windows that passed while the DAG was paused, or before it existed, are run too.
        max_active_runs: how many windows of one monitor run at a time; one, as each may be a whole Spark job.
        retries: how often a run that ended by exit code 1, a signal or its timeout is tried again.
        retry_delay: how long to wait before that.
        timeout: after which the command and all its children are killed; None for no limit.
        tags: the DAGs' tags.
        dag_id_prefix: what stands before the monitor's name in the DAG's id.
        default_args: arguments of the task that are Airflow's own, such as ``pool``, ``queue`` or ``owner``.
    """

    command: Sequence[str] = ("lakewarden",)
    arguments: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    start_date: datetime | None = None
    catchup: bool = False
    max_active_runs: int = 1
    retries: int = 2
    retry_delay: timedelta = timedelta(minutes=5)
    timeout: timedelta | None = timedelta(hours=6)
    tags: Sequence[str] = ("lakewarden",)
    dag_id_prefix: str = "lakewarden."
    default_args: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if isinstance(self.command, str) or not self.command:
            raise TypeError(f"command: expected a list of arguments such as ['lakewarden'], but got {self.command!r}")
        if isinstance(self.arguments, str):
            raise TypeError(f"arguments: expected a list such as ['--fail-on', 'warn'], but got {self.arguments!r}")
        if self.catchup and self.start_date is None:
            raise ValueError("catchup: needs a start_date, the start of the first window to run")
        if self.start_date is not None and self.start_date.tzinfo is None:
            object.__setattr__(self, "start_date", self.start_date.replace(tzinfo=UTC))
