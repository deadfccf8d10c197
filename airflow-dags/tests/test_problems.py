import os

import pytest

_BROKEN = {
    "syntax.yaml": ("monitor: [orders\nwindows: P1D\n", r"syntax\.yaml:2:8: "),
    "object.yaml": ("monitor: !!python/object/apply:os.getcwd []\n", r"object\.yaml:1:10: .*python/object/apply"),
    "control.yaml": ("monitor: \x00\n", r"control\.yaml: .*special characters"),
    "list.yaml": ("- monitor: orders\n", r"list\.yaml: expected the keys and values of a monitor"),
    "empty.yaml": ("", r"empty\.yaml: expected the keys and values of a monitor"),
    "name.yaml": ("monitor: Orders EU\n", r"name\.yaml: monitor: expected a name .* but got 'Orders EU'"),
    "long.yaml": (f"monitor: {'o' * 300}\n", r"long\.yaml: monitor: expected a name"),
    "nameless.yaml": ("windows: P1D\n", r"nameless\.yaml: monitor: expected a name .* but got None"),
    "number.yaml": ("monitor: orders\nwindows: 7\n", r"number\.yaml: windows: expected an ISO-8601 length .* got 7"),
    "fortnight.yaml": ("monitor: orders\nwindows: P2W\n", r"fortnight\.yaml: windows: no cron expression .*'P2W'"),
}


@pytest.mark.parametrize("file", _BROKEN)
def test_a_broken_file_is_named_with_its_problem(room, file):
    from lakewarden_airflow import MonitorFileError, raise_problems_of

    text, says = _BROKEN[file]
    room.monitor(file, text)

    with pytest.raises(MonitorFileError, match=says) as caught:
        raise_problems_of(room.monitors)
    assert len(caught.value.problems) == 1


def test_two_monitors_of_one_name_name_both_files(room):
    from lakewarden_airflow import MonitorFileError, raise_problems_of

    room.monitor("a.yaml", "monitor: orders\n")
    room.monitor("b.yml", "monitor: orders\n")

    with pytest.raises(MonitorFileError, match=r"b\.yml: monitor: 'orders' is already the name of .*a\.yaml"):
        raise_problems_of(room.monitors)


def test_a_missing_folder_is_an_import_error_of_the_dag_file(room):
    room.dag_file()
    room.monitors.rmdir()

    bag = room.bag()

    assert list(bag.import_errors) == ["monitors.py"]
    assert f"{room.monitors}: there is no such folder" in bag.import_errors["monitors.py"]


def _process(room):
    """Parses the DAG files and stores the outcome as the DAG processor does."""
    from airflow.dag_processing.dagbag import BundleDagBag, sync_bag_to_db

    for file in sorted(room.dags.glob("*.py")):
        bag = BundleDagBag(dag_folder=file, bundle_path=room.dags, bundle_name="dags-folder")
        sync_bag_to_db(bag, "dags-folder", None)


def test_a_broken_file_is_an_import_error_that_leaves_the_others_scheduled(room):
    from airflow.dag_processing.bundles.manager import DagBundlesManager
    from airflow.models.dag import DagModel
    from airflow.models.errors import ParseImportError
    from airflow.utils.session import create_session
    from sqlalchemy import select

    DagBundlesManager().sync_bundles_to_db()
    room.monitor("good.yaml", "monitor: good\nwindows: P1D\n")
    broken = room.monitor("broken.yaml", "monitor: broken\nwindows: P2W\n")
    room.dag_file()
    room.problems_file()

    _process(room)

    with create_session() as session:
        (error,) = session.scalars(select(ParseImportError)).all()
        assert error.filename == "problems.py"
        assert str(broken) in error.stacktrace
        dag = session.get(DagModel, "lakewarden.good")
        assert (dag.is_stale, dag.has_import_errors) == (False, False)
        assert session.get(DagModel, "lakewarden.broken") is None

    broken.write_text("monitor: broken\nwindows: P1W\n")
    os.utime(room.dags / "problems.py")
    _process(room)

    with create_session() as session:
        assert session.scalars(select(ParseImportError)).all() == []
        assert not session.get(DagModel, "lakewarden.broken").is_stale
