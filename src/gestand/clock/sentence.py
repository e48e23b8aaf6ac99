"""How a deadline reads to people, in one English or Dutch sentence."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gestand.clock.holidays import Calendar, Holiday, holidays
from gestand.clock.period import Language, Unit, counted


@dataclass(frozen=True)
class Facts:
    """What a sentence about a deadline needs: days, or instants for hours, and what moved the end.

    `moves` says that the rule moves an end past weekends and holidays; `unshifted` is the end before that.
    """

    unit: str
    amount: int
    start: date | datetime
    unshifted: date | datetime
    end: date | datetime
    moves: bool
    force: str
    calendar: Calendar
    paused_days: int = 0

    @property
    def first(self) -> date:
        """The day of the event from which the term runs."""
        return _day(self.start)


_UNIT: dict[str, Unit] = {
    "months": "month",
    "days": "day",
    "weeks": "week",
    "years": "year",
    "working days": "working day",
    "hours": "hour",
}
_DAYS: dict[Language, str] = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
_MONTHS: dict[Language, str] = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_TEXTS: dict[Language, dict[str, str]] = {
    "en": {
        "opening": "A term of {length} from {start} runs through {unshifted}",
        "hours": "A term of {length} from {start} ends on {end}, whatever weekend, "
        "holiday or change of the clock falls in it",
        "clamped": " (the last of that month, which has no day {day})",
        "paused": ", {pause} of waiting for an answer included",
        "moved": "; that is no working day ({what}), so it runs on through {end}",
        "stays": ", a working day",
        "promise": "; a promise does not move for weekends or holidays",
        "minimum": "; a minimum by law: keep through that day, and erase from the next",
        "law": "; this rule does not move for weekends or holidays",
        "skipped": "; not counted, beside weekends: {what}",
        "none skipped": "; only weekends are not counted",
        "saturday": "Saturday",
        "sunday": "Sunday",
        "at": " at ",
    },
    "nl": {
        "opening": "Een termijn van {length} vanaf {start} loopt tot en met {unshifted}",
        "hours": "Een termijn van {length} vanaf {start} eindigt op {end}, ook als er een weekend, "
        "feestdag of wisseling van de klok in valt",
        "clamped": " (de laatste van die maand, want een dag {day} heeft die niet)",
        "paused": ", met {pause} wachten op antwoord erbij",
        "moved": "; dat is geen werkdag ({what}), dus loopt de termijn door tot en met {end}",
        "stays": ", een werkdag",
        "promise": "; een belofte schuift niet op voor weekend of feestdag",
        "minimum": "; een wettelijk minimum: bewaar tot en met die dag en wis vanaf de volgende",
        "law": "; deze regel schuift niet op voor weekend of feestdag",
        "skipped": "; niet meegeteld, naast de weekenden: {what}",
        "none skipped": "; alleen weekenden tellen niet mee",
        "saturday": "zaterdag",
        "sunday": "zondag",
        "at": " om ",
    },
}


def one_sentence(facts: Facts, language: Language) -> str:
    """The deadline in one sentence, with a full stop."""
    texts = _TEXTS[language]
    said = {
        "length": counted(_UNIT[facts.unit], facts.amount, language),
        "start": written(facts.start, language),
        "unshifted": written(facts.unshifted, language),
        "end": written(facts.end, language),
        "day": str(facts.start.day),
        "pause": counted("day", facts.paused_days, language),
        "what": _obstacle(facts, language),
    }
    return "".join(texts[piece].format_map(said) for piece in _pieces(facts)) + "."


def written(moment: date | datetime, language: Language) -> str:
    """`Thursday 5 March 2026`, with `at 10:20 (+01:00)` for an instant."""
    weekday = _DAYS[language].split()[moment.weekday()]
    day = f"{weekday} {moment.day} {_MONTHS[language].split()[moment.month - 1]} {moment.year}"
    if not isinstance(moment, datetime):
        return day
    return f"{day}{_TEXTS[language]['at']}{moment:%H:%M} ({moment.isoformat()[-6:]})"


def _pieces(facts: Facts) -> list[str]:
    if facts.unit == "hours":
        return ["hours"]
    clamped = (
        facts.unit in ("months", "years") and not facts.paused_days and facts.start.day > facts.unshifted.day
    )
    pieces = ["opening"] + ["clamped"] * clamped + ["paused"] * bool(facts.paused_days)
    if facts.unit == "working days":
        return [*pieces, "skipped" if _skipped(facts) else "none skipped"]
    if facts.moves:
        return [*pieces, "moved" if facts.end != facts.unshifted else "stays"]
    return [*pieces, facts.force]


def _obstacle(facts: Facts, language: Language) -> str:
    """What the unshifted end falls on, or the holidays that a count of working days passed over."""
    if facts.unit == "working days":
        return ", ".join(getattr(name, language) for name in _skipped(facts))
    if not facts.moves or facts.end == facts.unshifted:
        return ""
    holiday = holidays(facts.unshifted.year, facts.calendar).get(facts.unshifted)
    if holiday:
        return str(getattr(holiday, language))
    return _TEXTS[language]["saturday" if facts.unshifted.weekday() == 5 else "sunday"]


def _skipped(facts: Facts) -> list[Holiday]:
    """The holidays on weekdays between start and end."""
    day, found = facts.first, []
    while day < _day(facts.end):
        day += timedelta(days=1)
        name = holidays(day.year, facts.calendar).get(day)
        if name and day.weekday() < 5:
            found.append(name)
    return found


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
