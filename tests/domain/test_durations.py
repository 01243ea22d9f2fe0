from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.domain.durations import (
    DAY,
    HOUR,
    LONGEST,
    MINUTE,
    SECOND,
    DurationError,
    format_human,
    format_iso,
    parse_human,
    parse_iso,
    rounded,
)

durations = st.integers(0, LONGEST)


@given(durations)
def test_iso_text_reads_back_as_the_same_duration(duration: int) -> None:
    assert parse_iso(format_iso(duration)) == duration


@given(durations)
def test_what_people_are_shown_may_be_typed(duration: int) -> None:
    assert parse_human(format_human(duration)) == duration


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT4H", 4 * HOUR),
        ("P1DT12H", 36 * HOUR),
        ("PT90S", 90 * SECOND),
        ("P2W", 14 * DAY),
        ("PT0S", 0),
        ("PT1.5H", 90 * MINUTE),
        ("PT0.25S", 250),
        ("PT36H", 36 * HOUR),
    ],
)
def test_iso_durations(text: str, expected: int) -> None:
    assert parse_iso(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "P1DT",
        "4H",
        "P1Y",
        "P1M",
        "-PT1H",
        "PT-1H",
        "PT1H2H",
        "pt4h",
        "PT1.5H30M",
        "PT4H ",
        "PT99999999999999H",
        "PT0.0001S",
        "P1Y2D",
        "PT١H",
        "P\n1D",
    ],
)
def test_other_texts_are_no_iso_durations(text: str) -> None:
    with pytest.raises(DurationError):
        parse_iso(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4h", 4 * HOUR),
        ("1d 12h", 36 * HOUR),
        ("90 min", 90 * MINUTE),
        ("1 day, 2 hours", 26 * HOUR),
        ("1:30", 90 * MINUTE),
        ("0", 0),
        ("2 weeks", 14 * DAY),
        ("1,5 h", 90 * MINUTE),
        ("3 Tage", 3 * DAY),
        ("pt4h", 4 * HOUR),
        ("  2   h ", 2 * HOUR),
        ("15 Min.", 15 * MINUTE),
    ],
)
def test_durations_as_people_type_them(text: str, expected: int) -> None:
    assert parse_human(text) == expected


@pytest.mark.parametrize("text", ["", "4", "four hours", "4 h h", "4 x", "h", "-4 h", "1:75"])
def test_typing_errors_are_refused(text: str) -> None:
    with pytest.raises(DurationError):
        parse_human(text)


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        (0, "0 min"),
        (90 * SECOND, "90 s"),
        (4 * HOUR, "4 h"),
        (36 * HOUR, "1 d 12 h"),
        (150 * SECOND, "2 min 30 s"),
        (500, "0.5 s"),
        (7 * DAY, "7 d"),
    ],
)
def test_durations_as_people_read_them(duration: int, expected: str) -> None:
    assert format_human(duration) == expected


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        (0, "0 min"),
        (20_499, "20 s"),
        (9 * MINUTE + 59_400, "9 min 59 s"),
        (10 * MINUTE + 29_999, "10 min"),
        (4 * HOUR + 31 * SECOND, "4 h 1 min"),
    ],
)
def test_drawn_times_look_no_more_exact_than_they_are(duration: int, expected: str) -> None:
    assert format_human(rounded(duration)) == expected
