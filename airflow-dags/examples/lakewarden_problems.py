"""No DAG: shows broken monitor files as this file's import error in Airflow; lakewarden_monitors.py leaves them out."""

import os

from lakewarden_airflow import raise_problems_of

raise_problems_of(os.environ.get("LAKEWARDEN_MONITORS", "/opt/lakewarden/monitors"))
