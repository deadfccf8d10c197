"""Airflow DAGs made from Lakewarden's monitor files; see the README beside this package."""

from lakewarden_airflow.factory import dags_from, raise_problems_of
from lakewarden_airflow.monitors import MonitorFileError
from lakewarden_airflow.operator import LakewardenRunOperator
from lakewarden_airflow.settings import DagSettings

__all__ = ["DagSettings", "LakewardenRunOperator", "MonitorFileError", "dags_from", "raise_problems_of"]
