"""The words of the page on which people stop a stream of mail."""

from gestand.core.text import Text

TITLE = Text("Afmelden", "Unsubscribe")
ASKED = Text(
    "Wilt u van {company} geen berichten meer hierover?", "No more messages from {company} about this?"
)
THESE = Text(
    "berichten zoals het bericht waarin deze link stond", "messages like the one in which this link stood"
)
BUTTON = Text("Meld mij af", "Unsubscribe me")
NOTHING_YET = Text(
    "Er verandert niets zolang u niet op de knop drukt.", "Nothing changes unless you press the button."
)
DONE = Text("U bent afgemeld", "You are unsubscribed")
DONE_WHAT = Text(
    "U krijgt van {company} geen berichten meer hierover:", "No more messages from {company} about this:"
)
DONE_WHY = Text(
    "Dit geldt vanaf nu. Een bericht dat al onderweg was, kan nog aankomen. Berichten die geen reclame zijn, zoals "
    "over iets dat u bestelde, gaan door.",
    "It holds from now on. A message that was on its way already may still arrive. Messages that are no marketing, "
    "such as those on something you ordered, go on.",
)
