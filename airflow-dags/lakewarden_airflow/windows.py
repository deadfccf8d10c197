"""A monitor's window length as a cron expression, and a data interval as a window."""

import re
from datetime import UTC, datetime

_LENGTH = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?P<time>T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?",
    re.ASCII | re.IGNORECASE,
)
_DAY = 24 * 60

EXPECTED = (
    "a whole part of an hour or of a day (PT15M, PT1H, PT6H), P1D, P1W, or months that divide a year (P1M, P3M, P1Y)"
)


def cron_of(length: str) -> str:
    """The cron expression, in UTC, whose ticks are the borders of the command line's windows of that length.

    Those lie on the UTC calendar: months and years count from January, weeks from Monday, days and shorter lengths from
    midnight.

    Args:
        length: ISO-8601 duration or period, the monitor's ``windows``.

    Raises:
        ValueError: if the text is no length, or one whose borders no cron expression can name, such as ``P2W``.
    """
    match = _LENGTH.fullmatch(length)
    if match is None:
        raise ValueError(f"windows: '{length}' is no ISO-8601 length; expected {EXPECTED}")
    parts = {name: int(text) for name, text in match.groupdict().items() if text and name != "time"}
    months = 12 * parts.get("years", 0) + parts.get("months", 0)
    days = 7 * parts.get("weeks", 0) + parts.get("days", 0)
    minutes, seconds = divmod(3600 * parts.get("hours", 0) + 60 * parts.get("minutes", 0) + parts.get("seconds", 0), 60)
    cron = None
    if months and not days and not match["time"]:
        cron = _cron_of_months(months)
    elif days == 7 and not months and not match["time"]:
        cron = "0 0 * * 1"
    elif not months and not seconds:
        cron = _cron_of_minutes(_DAY * days + minutes)
    if cron is None:
        raise ValueError(f"windows: no cron expression has the borders of '{length}'; expected {EXPECTED}")
    return cron


def _cron_of_months(months: int) -> str | None:
    if 12 % months:
        return None
    return {1: "0 0 1 * *", 12: "0 0 1 1 *"}.get(months, f"0 0 1 */{months} *")


def _cron_of_minutes(minutes: int) -> str | None:
    if minutes == _DAY:
        return "0 0 * * *"
    if minutes and 60 % minutes == 0:
        return {1: "* * * * *", 60: "0 * * * *"}.get(minutes, f"*/{minutes} * * * *")
    if minutes and minutes % 60 == 0 and _DAY % minutes == 0:
        return f"0 */{minutes // 60} * * *"
    return None


def window_of(start: datetime, end: datetime) -> str:
    """The half-open interval as the command line's ``START/END``: dates where both are midnight UTC, else instants.

    Raises:
        ValueError: if the interval is empty.
    """
    if not start < end:
        raise ValueError(f"the data interval {start.isoformat()}/{end.isoformat()} is empty")
    ends = [start.astimezone(UTC), end.astimezone(UTC)]
    if all(it.time() == datetime.min.time() for it in ends):
        return "/".join(it.date().isoformat() for it in ends)
    return "/".join(it.isoformat().replace("+00:00", "Z") for it in ends)
