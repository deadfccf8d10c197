from datetime import UTC, datetime, timedelta, timezone

import pytest

from lakewarden_airflow.windows import cron_of, window_of


@pytest.mark.parametrize(
    ("length", "cron"),
    [
        ("PT1M", "* * * * *"),
        ("PT15M", "*/15 * * * *"),
        ("PT900S", "*/15 * * * *"),
        ("PT1H", "0 * * * *"),
        ("PT60M", "0 * * * *"),
        ("PT6H", "0 */6 * * *"),
        ("PT24H", "0 0 * * *"),
        ("P1D", "0 0 * * *"),
        ("P1DT0H", "0 0 * * *"),
        ("P7D", "0 0 * * 1"),
        ("P1W", "0 0 * * 1"),
        ("P1M", "0 0 1 * *"),
        ("P3M", "0 0 1 */3 *"),
        ("P12M", "0 0 1 1 *"),
        ("P1Y", "0 0 1 1 *"),
    ],
)
def test_lengths_that_a_cron_expression_can_name(length, cron):
    assert cron_of(length) == cron


@pytest.mark.parametrize(
    "length",
    ["P2W", "P2D", "P5M", "P2Y", "PT7M", "PT5H", "PT90M", "PT30S", "PT48H", "P7DT0H", "P1M1D", "P", "PT", "P0D"],
)
def test_lengths_that_no_cron_expression_can_name(length):
    with pytest.raises(ValueError, match=f"'{length}'.*expected .*P1M"):
        cron_of(length)


@pytest.mark.parametrize("length", ["", "month", "1D", "P1.5D", "-P1D", "P-1D", "P1D ", "P\uff11D", "P1H"])
def test_text_that_is_no_length(length):
    with pytest.raises(ValueError, match="is no ISO-8601 length"):
        cron_of(length)


def test_a_window_of_whole_days_is_written_as_dates():
    assert window_of(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)) == "2026-01-01/2026-02-01"


def test_a_window_of_hours_is_written_as_instants_in_utc():
    plus_two = timezone(timedelta(hours=2))
    start = datetime(2026, 1, 1, 1, tzinfo=plus_two)
    assert window_of(start, start + timedelta(hours=1)) == "2025-12-31T23:00:00Z/2026-01-01T00:00:00Z"


def test_an_empty_interval_is_no_window():
    day = datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="is empty"):
        window_of(day, day)
