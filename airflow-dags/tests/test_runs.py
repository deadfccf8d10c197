import re
import sys
from datetime import UTC, datetime

import pytest

from rooms import is_running

_SAID = "Error: orders.yaml:3: what went wrong"


def _orders(room, name, length="P1M"):
    return room.monitor(f"{name}.yaml", f"monitor: {name}\ntime: {{column: day}}\nwindows: {length}\n")


@pytest.mark.parametrize(
    ("length", "logical_date", "window"),
    [
        ("P1M", "2026-03-01", "2026-02-01/2026-03-01"),
        ("P1W", "2026-03-02", "2026-02-23/2026-03-02"),
        ("P1D", "2026-03-09", "2026-03-08/2026-03-09"),
        ("PT1H", "2026-03-08T10:00", "2026-03-08T09:00:00Z/2026-03-08T10:00:00Z"),
    ],
)
def test_the_command_gets_the_data_interval_as_its_window(room, length, logical_date, window):
    file = _orders(room, f"window-{length.lower()}", length)
    room.dag_file(arguments="['--fail-on', 'warn']")

    instance = room.run(f"lakewarden.{file.stem}", logical_date)

    assert instance.state == "success"
    assert room.calls() == [["run", "-c", str(file), "--window", window, "--fail-on", "warn"]]


@pytest.mark.parametrize(
    ("code", "state", "tries"),
    [(0, "success", 1), (99, "skipped", 1), (1, "failed", 3), (2, "failed", 1), (3, "failed", 1), (4, "failed", 1)],
)
def test_the_exit_code_becomes_the_state(room, code, state, tries, caplog):
    file = _orders(room, f"code-{code}")
    room.dag_file(exit_codes=str(code), retries="2", retry_delay="timedelta(0)")

    instance = room.run(f"lakewarden.{file.stem}")

    assert instance.state == state
    assert len(room.calls()) == tries


@pytest.mark.parametrize("first", [1, 7, 137])
def test_a_failure_worth_a_retry_waits_for_it_and_then_succeeds(room, first):
    file = _orders(room, f"retry-{first}")
    # Airflow calls this back in the one state of a try that another will follow.
    noted = room.record.with_name("noted")
    note = f"lambda context: Path({str(noted)!r}).write_text(context['ti'].state)"
    room.dag_file(
        f"{first} 0", retries="1", retry_delay="timedelta(0)", default_args=f"{{'on_retry_callback': {note}}}"
    )

    instance = room.run(f"lakewarden.{file.stem}")

    assert (instance.state, instance.try_number, len(room.calls())) == ("success", 2, 2)
    assert room.calls()[0] == room.calls()[1]
    assert noted.read_text() == "up_for_retry"


@pytest.mark.parametrize(
    ("code", "error", "says"),
    [
        (99, "AirflowSkipException", _SAID),
        (1, "AirflowException", f"lakewarden ended with exit code 1: {_SAID}"),
        (-9, "AirflowException", f"lakewarden was ended by signal 9: {_SAID}"),
        (2, "AirflowFailException", f"ended with exit code 2 (wrong usage, configuration or input): {_SAID}"),
        (3, "AirflowFailException", f"ended with exit code 3 (a finding at or above fail_on): {_SAID}"),
        (4, "AirflowFailException", f"ended with exit code 4 (undecidable): {_SAID}"),
    ],
)
def test_the_error_says_what_the_command_said_last(room, code, error, says):
    from airflow.sdk.exceptions import AirflowException

    from lakewarden_airflow import LakewardenRunOperator

    operator = LakewardenRunOperator(
        task_id="run",
        command=[str(room.command)],
        monitor_file="orders.yaml",
        environment={"STAND_IN_RECORD": str(room.record), "STAND_IN_EXIT": str(code)},
    )
    day = datetime(2026, 1, 1, tzinfo=UTC)

    with pytest.raises(AirflowException, match=re.escape(says)) as caught:
        operator.execute({"data_interval_start": day, "data_interval_end": day.replace(day=2)})

    assert type(caught.value).__name__ == error


def test_a_command_that_cannot_be_started_is_not_tried_again(room):
    file = _orders(room, "missing")
    room.dag_file(retries="2", retry_delay="timedelta(0)")
    room.command.unlink()

    instance = room.run(f"lakewarden.{file.stem}")

    assert (instance.state, instance.try_number) == ("failed", 1)


def test_names_are_arguments_and_nothing_else(room):
    file = room.monitor("$(touch owned) `x` {{ ds }}; rm *.yaml", "monitor: quoted\nwindows: P1D\n")
    room.dag_file(arguments="['{{ ds }}', '$HOME']")

    instance = room.run("lakewarden.quoted")

    assert instance.state == "success"
    assert room.calls() == [["run", "-c", str(file), "--window", "2026-01-31/2026-02-01", "{{ ds }}", "$HOME"]]


def test_a_timeout_kills_the_command_and_its_children(room):
    file = _orders(room, "hanging")
    room.dag_file(environment={"STAND_IN_HANG": "1"}, timeout="timedelta(seconds=4)", retries="0")

    instance = room.run(f"lakewarden.{file.stem}")

    assert instance.state == "failed"
    pids = [int(pid) for pid in room.record.with_name("pids").read_text().split()]
    assert len(pids) == 2
    assert not any(is_running(pid) for pid in pids)


def test_a_stopped_command_ends_with_its_children_and_keeps_its_last_words(room):
    from lakewarden_airflow.command import Command

    def stop_once_it_hangs(line):
        if line == "hanging":
            command.stop()

    environment = {"STAND_IN_RECORD": str(room.record), "STAND_IN_HANG": "1"}
    command = Command([str(room.command)], environment, stop_once_it_hangs, grace=0.2)

    assert command.run() == -9
    assert command.last_error_line == _SAID
    assert not any(is_running(int(pid)) for pid in room.record.with_name("pids").read_text().split())


def test_lines_are_cut_where_they_are_too_long_and_bytes_that_are_no_text_are_replaced(room):
    from lakewarden_airflow.command import Command

    lines = []
    script = "import os; os.write(1, b'x' * 70_000 + b'\\r\\n\\xff \\xe2\\x82\\xac\\nend')"

    assert Command([sys.executable, "-c", script], {}, lines.append).run() == 0
    assert ["".join(lines[:-2]), *lines[-2:]] == ["x" * 70_000, "\ufffd €", "end"]
    assert max(len(line) for line in lines) <= 64 * 1024


def test_data_without_a_time_is_labelled_by_the_runs_day(room):
    file = room.monitor("snapshot.yaml", "monitor: by-day\n")
    room.dag_file()

    instance = room.run("lakewarden.by-day", "2026-02-03T04:05")

    assert instance.state == "success"
    assert room.calls() == [["run", "-c", str(file), "--as-of", "2026-02-03"]]


def test_a_monitor_of_no_fixed_window_is_given_one_by_hand(room):
    file = room.monitor("by-hand.yaml", "monitor: by-hand\ntime: {column: day}\n")
    room.dag_file()

    instance = room.run("lakewarden.by-hand", run_conf={"window": "2026-01-05/2026-01-19"})

    assert instance.state == "success"
    assert room.calls() == [["run", "-c", str(file), "--window", "2026-01-05/2026-01-19"]]


def test_a_window_by_hand_that_is_none_is_refused(room):
    from airflow.sdk.exceptions import ParamValidationError

    room.monitor("by-hand.yaml", "monitor: by-hand-wrong\ntime: {column: day}\n")
    room.dag_file()

    with pytest.raises(ParamValidationError, match="window"):
        room.run("lakewarden.by-hand-wrong", run_conf={"window": "--help"})

    assert room.calls() == []


def test_a_backfill_makes_a_run_of_each_window(room):
    from airflow.dag_processing.bundles.manager import DagBundlesManager
    from airflow.dag_processing.dagbag import sync_bag_to_db
    from airflow.models.backfill import ReprocessBehavior, _create_backfill
    from airflow.models.dagrun import DagRun
    from airflow.utils.session import create_session
    from sqlalchemy import select

    _orders(room, "past")
    room.dag_file()
    DagBundlesManager().sync_bundles_to_db()
    sync_bag_to_db(room.bag(), "dags-folder", None)

    _create_backfill(
        dag_id="lakewarden.past",
        from_date=datetime(2025, 11, 1, tzinfo=UTC),
        to_date=datetime(2026, 1, 31, tzinfo=UTC),
        max_active_runs=1,
        reverse=False,
        dag_run_conf={},
        triggering_user_name="test",
        reprocess_behavior=ReprocessBehavior.NONE,
    )

    with create_session() as session:
        runs = session.scalars(select(DagRun).where(DagRun.dag_id == "lakewarden.past").order_by(DagRun.logical_date))
        windows = [(f"{it.data_interval_start:%Y-%m-%d %H}", f"{it.data_interval_end:%Y-%m-%d %H}") for it in runs]
    assert windows == [
        ("2025-11-01 00", "2025-12-01 00"),
        ("2025-12-01 00", "2026-01-01 00"),
        ("2026-01-01 00", "2026-02-01 00"),
    ]
