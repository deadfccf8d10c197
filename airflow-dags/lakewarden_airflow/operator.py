"""The task: one command for one data interval."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airflow.sdk import BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from lakewarden_airflow.command import Command
from lakewarden_airflow.windows import window_of

if TYPE_CHECKING:
    from airflow.sdk import Context

_EMPTY_WINDOW = 99
# What another try cannot change: the input or configuration, the data, or that there is too little of it.
_FINAL = {
    2: "wrong usage, configuration or input",
    3: "a finding at or above fail_on",
    4: "undecidable",
}


class LakewardenRunOperator(BaseOperator):
    """Runs ``lakewarden run`` for the data interval and turns the exit code into the task's state.

    0 is success and 99, an empty window, skipped. 2, 3 and 4 fail at once; 1, any other code and a signal fail and are
    worth a retry. Nothing of it is a template: a file's name stays what it is.

    Args:
        command: the command line as a list of arguments.
        monitor_file: the monitor's YAML file, absolute.
        window_from: ``interval`` for the data interval, ``param`` for the run's parameter ``window``, ``day`` for the
            day on which the data interval starts, by which data without a time are labelled.
        arguments: what follows the command's own.
        environment: variables beside the worker's own.
        **kwargs: Airflow's own.
    """

    def __init__(
        self,
        *,
        command: Sequence[str],
        monitor_file: str | Path,
        window_from: str = "interval",
        arguments: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        **kwargs: Any,  # noqa: ANN401 whatever Airflow's own operator takes
    ) -> None:
        super().__init__(**kwargs)
        self.command = list(command)
        self.monitor_file = str(monitor_file)
        self.window_from = window_from
        self.arguments = list(arguments)
        self.environment = dict(environment or {})
        self._running: Command | None = None

    def execute(self, context: "Context") -> None:
        """Runs the command to its end."""
        argv = self._argv(context)
        self.log.info("Running %s", argv)
        self._running = Command(argv, self.environment, self._log_line)
        try:
            code = self._running.run()
        except OSError as e:
            raise AirflowFailException(f"cannot start '{argv[0]}': {e}") from e
        self._judge(code, self._running.last_error_line)

    def on_kill(self) -> None:
        """Ends the command and all its children."""
        if self._running is not None:
            self._running.stop()

    def _argv(self, context: "Context") -> list[str]:
        start, end = context.get("data_interval_start"), context.get("data_interval_end")
        try:
            if self.window_from == "param":
                window = ["--window", str(context["params"]["window"])]
            elif start is None or end is None:
                raise ValueError("the run has no data interval; trigger it with a logical date")
            elif self.window_from == "day":
                window = ["--as-of", start.date().isoformat()]
            else:
                window = ["--window", window_of(start, end)]
        except ValueError as e:
            raise AirflowFailException(str(e)) from e
        return [*self.command, "run", "-c", self.monitor_file, *window, *self.arguments]

    def _log_line(self, line: str) -> None:
        self.log.info("%s", line)

    @staticmethod
    def _judge(code: int, last_error_line: str) -> None:
        if code == 0:
            return
        if code == _EMPTY_WINDOW:
            raise AirflowSkipException(last_error_line or "the window is empty")
        ended = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
        said = f": {last_error_line}" if last_error_line else ""
        if code in _FINAL:
            raise AirflowFailException(f"lakewarden {ended} ({_FINAL[code]}){said}")
        raise AirflowException(f"lakewarden {ended}{said}")
