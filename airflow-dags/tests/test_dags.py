from datetime import UTC, datetime

import pytest

from rooms import copy_examples


def _intervals(dag, earliest, count, catchup=True):
    from airflow.serialization.encoders import coerce_to_core_timetable
    from airflow.timetables.base import TimeRestriction
    from pendulum import instance

    timetable = coerce_to_core_timetable(dag.timetable)
    restriction = TimeRestriction(earliest=instance(earliest), latest=None, catchup=catchup)
    interval, found = None, []
    for _ in range(count):
        info = timetable.next_dagrun_info(last_automated_data_interval=interval, restriction=restriction)
        assert info.run_after == info.data_interval.end
        interval = info.data_interval
        found.append((interval.start.strftime("%Y-%m-%dT%H:%MZ"), interval.end.strftime("%Y-%m-%dT%H:%MZ")))
    return found


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("PT1H", [("2026-03-08T00:00Z", "2026-03-08T01:00Z"), ("2026-03-08T01:00Z", "2026-03-08T02:00Z")]),
        ("P1D", [("2026-03-08T00:00Z", "2026-03-09T00:00Z"), ("2026-03-09T00:00Z", "2026-03-10T00:00Z")]),
        ("P1W", [("2026-03-09T00:00Z", "2026-03-16T00:00Z"), ("2026-03-16T00:00Z", "2026-03-23T00:00Z")]),
        ("P1M", [("2026-04-01T00:00Z", "2026-05-01T00:00Z"), ("2026-05-01T00:00Z", "2026-06-01T00:00Z")]),
        ("P1Y", [("2027-01-01T00:00Z", "2028-01-01T00:00Z"), ("2028-01-01T00:00Z", "2029-01-01T00:00Z")]),
    ],
)
def test_data_intervals_are_the_monitors_windows_in_utc(room, length, expected):
    room.monitor("orders.yaml", f"monitor: orders\nwindows: {length}\n")
    room.dag_file()

    dag = room.dag("lakewarden.orders")

    # On 8 March clocks in America/Los_Angeles, which machine and Airflow are set to here, lose an hour.
    assert _intervals(dag, datetime(2026, 3, 8, tzinfo=UTC), 2) == expected


def test_settings_reach_the_dag_and_its_task(room):
    room.monitor("orders.yaml", "monitor: orders\ntitle: The orders\nwindows: P1D\n")
    room.dag_file(
        start_date="datetime(2026, 1, 1)",
        catchup="True",
        retries="7",
        retry_delay="timedelta(seconds=9)",
        timeout="timedelta(minutes=8)",
        max_active_runs="3",
        tags="['a']",
        dag_id_prefix="'watch.'",
        default_args="{'owner': 'ops', 'pool': 'small'}",
    )

    dag = room.dag("watch.orders")
    (task,) = dag.tasks

    assert (dag.dag_display_name, dag.catchup, dag.max_active_runs, dag.tags) == ("The orders", True, 3, {"a"})
    assert dag.start_date == datetime(2026, 1, 1, tzinfo=UTC)
    assert (task.retries, task.retry_delay.seconds, task.execution_timeout.seconds) == (7, 9, 480)
    assert (task.owner, task.pool) == ("ops", "small")


@pytest.mark.parametrize(
    ("settings", "error", "says"),
    [
        ({"command": "lakewarden run"}, TypeError, "expected a list of arguments"),
        ({"command": []}, TypeError, "expected a list of arguments"),
        ({"arguments": "--fail-on warn"}, TypeError, "expected a list"),
        ({"catchup": True}, ValueError, "needs a start_date"),
        ({"retry": 1}, TypeError, "'retry'"),
    ],
)
def test_wrong_settings_are_refused(room, settings, error, says):
    from lakewarden_airflow import dags_from

    with pytest.raises(error, match=says):
        dags_from(room.monitors, **settings)


def test_a_monitor_without_windows_has_no_schedule(room):
    room.monitor("snapshot.yaml", "monitor: snapshot\n")
    room.monitor("any.yml", "monitor: any\ntime: {column: day}\n")
    room.dag_file()

    dags = room.bag().dags

    assert sorted(dags) == ["lakewarden.any", "lakewarden.snapshot"]
    assert not any(dag.timetable.can_be_scheduled for dag in dags.values())


def test_the_examples_load(room, monkeypatch):
    room.monitor("orders.yaml", "monitor: orders\nwindows: P1D\n")
    room.monitor("payments.yaml", "monitor: payments\nwindows: PT1H\n")
    monkeypatch.setenv("LAKEWARDEN_MONITORS", str(room.monitors))
    copy_examples(room.dags)

    bag = room.bag()

    assert bag.import_errors == {}
    assert sorted(bag.dags) == ["lakewarden.orders", "lakewarden.payments"]
