"""Config to keeper: the only room that names concrete stores, the book and the log; also the system clock."""

from gestand.wiring.company import Company, found_company, open_company, system_clock
from gestand.wiring.settings import Settings, read_settings

__all__ = ["Company", "Settings", "found_company", "open_company", "read_settings", "system_clock"]
