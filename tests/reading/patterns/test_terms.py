"""Durations and dates in words and figures, in both languages."""

import pytest

from gestand.reading.patterns.words.dates import days
from gestand.reading.patterns.words.durations import durations
from gestand.reading.patterns.words.folding import fold

DURATIONS = {
    "binnen vier weken": ("P4W", None),
    "zeven (7) jaar": ("P7Y", None),
    "7 (zeven) jaar": ("P7Y", None),
    "één jaar": ("P1Y", None),
    "e\u0301e\u0301n maand": ("P1M", None),
    "72\u00a0uur": ("PT72H", None),
    "5 werkdagen": (None, 5),
    "ten working days": (None, 10),
    "an hour": ("PT1H", None),
    "a half year": ("P6M", None),
    "anderhalf jaar": ("P18M", None),
    "1,5 jaar": ("P18M", None),
    "two-year period": ("P2Y", None),
    "twaalf kalendermaanden": ("P12M", None),
    "30 dagen": ("P30D", None),
    "een kwartaal": ("P3M", None),
    "thirty-five days": ("P35D", None),
    "vijfendertig dagen": ("P35D", None),
    "two and a half years": ("P30M", None),
    "half a year": ("P6M", None),
    "36 mnd": ("P36M", None),
    "24h": ("PT24H", None),
    "a fortnight": ("P2W", None),
    "half uur": (None, None),
}
DATES = {
    "3 mei 2024": "2024-05-03",
    "25-05-2018": "2018-05-25",
    "1/2/2023": "2023-02-01",
    "May 3rd, 2024": "2024-05-03",
    "3rd of May 2024": "2024-05-03",
    "maart 2022": "2022-03",
    "2021-11-30": "2021-11-30",
    "1 okt. 2020": "2020-10-01",
}


@pytest.mark.parametrize("text", DURATIONS)
def test_a_duration_is_read(text: str) -> None:
    found = [(one.iso, one.working_days) for one in durations(fold(text).text)]

    assert found == [DURATIONS[text]]


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_read(text: str) -> None:
    assert [one.iso for one in days(fold(text).text)] == [DATES[text]]


def test_a_day_that_does_not_exist_is_none() -> None:
    assert not list(days("31-02-2024"))


def test_the_places_of_a_folded_text_lead_back_to_the_source() -> None:
    source = "\u201cBe\u0301waar\u201d**  zeven\u00a0jaar**"
    folded = fold(source)
    at = folded.text.index("zeven jaar")

    assert folded.text == '"bewaar" zeven jaar'
    begin, end = folded.source(at, at + len("zeven jaar"))
    assert source[begin:end] == "zeven\u00a0jaar"
