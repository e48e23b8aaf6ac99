"""The Dutch authority, which a statement names by two letters, as other formats name it: whole, with its page."""

from gestand.core.text import Text

AP = Text("Autoriteit Persoonsgegevens", "Dutch Data Protection Authority (Autoriteit Persoonsgegevens)")
AP_PAGE = "https://www.autoriteitpersoonsgegevens.nl/"
