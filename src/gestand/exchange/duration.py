"""A period as an ISO 8601 duration, as far as that standard can say it."""

from gestand.clock.term import Period


def iso_duration(period: Period) -> str:
    """`P1Y6M`, `P7D`, `PT72H`; `P0D` for no time at all. Working days become days: the standard has no others."""
    if period.hours:
        return f"PT{period.hours}H"
    years, months = divmod(period.months, 12)
    parts = ((years, "Y"), (months, "M"), (period.days + period.working_days, "D"))
    return "P" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0D")
