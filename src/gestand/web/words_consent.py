"""The words around the form of choices; those of the form itself are of the banner (documents/banner.py)."""

from gestand.core.text import Text

TITLE = Text("Cookiekeuzes", "Cookie choices")
NOTHING = Text(
    "Wij vragen nergens toestemming voor: wat op uw apparaat komt, is nodig voor wat u hier doet.",
    "We ask consent for nothing: what is put on your device is needed for what you do here.",
)
CHOSEN = Text("Uw keuze is bewaard", "Your choice is kept")
CHOSEN_WHY = Text(
    "Zij geldt vanaf nu. Anders kiezen kan altijd, op dezelfde plek.",
    "It holds from now on. You can choose differently at any time, in the same place.",
)
