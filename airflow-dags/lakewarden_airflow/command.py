"""A command in a process group of its own."""

import os
import selectors
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO

_LONGEST_LINE = 64 * 1024


@dataclass
class _Lines:
    """Cuts a stream of bytes into lines of text; what is longer than the longest line is cut there."""

    take: Callable[[str], None]
    rest: bytes = b""

    def feed(self, data: bytes) -> None:
        *lines, self.rest = (self.rest + data).split(b"\n")
        for line in lines:
            self._emit(line)
        if len(self.rest) > _LONGEST_LINE:
            self.finish()

    def finish(self) -> None:
        if self.rest:
            self._emit(self.rest)
            self.rest = b""

    def _emit(self, line: bytes) -> None:
        text = line.decode("utf-8", "replace").rstrip("\r")
        for start in range(0, max(len(text), 1), _LONGEST_LINE):
            self.take(text[start : start + _LONGEST_LINE])


@dataclass
class Command:
    """A command that runs in a session, hence a process group, of its own, so that all its children end with it.

    Attributes:
        argv: the program and its arguments; no shell reads them.
        environment: variables beside this process's own.
        take_line: is given each line that the command writes.
        grace: seconds between the request to end and the kill. Below Airflow's own five, after which it would kill
            this process and leave the command running.
    """

    argv: Sequence[str]
    environment: Mapping[str, str]
    take_line: Callable[[str], None]
    grace: float = 4.0
    last_error_line: str = field(default="", init=False)
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def run(self) -> int:
        """Runs to the end and returns the exit code, negative for a signal.

        Whatever interrupts the wait (a timeout, a signal's exception) stops the process group before it goes on.

        Raises:
            OSError: if the program cannot be started.
        """
        self._process = subprocess.Popen(  # noqa: S603 an argument list from the deployment's own DAG file
            list(self.argv),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **self.environment},
            start_new_session=True,
        )
        try:
            self._pump(self._process)
            return self._process.wait()
        finally:
            if self._process.poll() is None:
                self.stop()
            for stream in (self._process.stdout, self._process.stderr):
                if stream is not None:
                    stream.close()

    def stop(self) -> None:
        """Asks the process group to end, and kills what is left of it after the grace."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(self.grace)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            process.wait(self.grace)

    def _pump(self, process: subprocess.Popen[bytes]) -> None:
        with selectors.DefaultSelector() as selector:
            for stream, take in ((process.stdout, self.take_line), (process.stderr, self._take_error_line)):
                if stream is not None:
                    selector.register(stream, selectors.EVENT_READ, _Lines(take))
            while selector.get_map():
                ready = selector.select(timeout=1)
                if not ready and process.poll() is not None:
                    break  # a child that outlives the command may hold the pipes open for ever
                for key, _ in ready:
                    self._read(selector, key.fileobj, key.data)
            for key in list(selector.get_map().values()):
                key.data.finish()

    @staticmethod
    def _read(selector: selectors.BaseSelector, stream: IO[bytes], lines: _Lines) -> None:
        data = os.read(stream.fileno(), _LONGEST_LINE)
        if data:
            lines.feed(data)
        else:
            lines.finish()
            selector.unregister(stream)

    def _take_error_line(self, line: str) -> None:
        if line.strip():
            self.last_error_line = line.strip()
        self.take_line(line)
