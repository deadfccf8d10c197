"""A DAG for each monitor file in the folder LAKEWARDEN_MONITORS."""

import os
from datetime import datetime

from lakewarden_airflow import dags_from

dags_from(
    os.environ.get("LAKEWARDEN_MONITORS", "/opt/lakewarden/monitors"),
    command=[os.environ.get("LAKEWARDEN_COMMAND", "/opt/lakewarden/bin/lakewarden")],
    start_date=datetime(2026, 1, 1),
)
