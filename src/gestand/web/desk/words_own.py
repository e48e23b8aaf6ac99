"""The words of the page on which a member of the staff sees to her own sign-in, and of the list of who came in."""

from gestand.core.text import Text

OWN = Text("Uw inloggegevens", "Your sign-in")
CHANGE = Text("Wachtwoord wijzigen", "Change your password")
CHANGE_HOW = Text(
    "Daarna bent u overal elders uitgelogd. Minstens {least} tekens; een zin die u onthoudt, werkt goed.",
    "After that you are signed out everywhere else. At least {least} characters; a sentence that you remember works "
    "well.",
)
OLD = Text("Uw wachtwoord van nu", "Your present password")
NEW = Text("Nieuw wachtwoord", "New password")
AGAIN = Text("Nog een keer het nieuwe", "The new one once more")
SET = Text("Wijzig", "Change")
CHANGED = Text(
    "Uw wachtwoord is gewijzigd; elke andere sessie is beëindigd.",
    "Your password was changed; every other session has ended.",
)
OLD_WRONG = Text(
    "Dat is niet uw wachtwoord van nu. Er is niets gewijzigd.",
    "That is not your present password. Nothing was changed.",
)
THE_SAME = Text(
    "Het nieuwe is hetzelfde als dat van nu. Er is niets gewijzigd.",
    "The new one is the same as the present one. Nothing was changed.",
)
TOO_OFTEN = Text(
    "Er is te vaak een verkeerd wachtwoord gegeven. Wacht een kwartier. Er is niets gewijzigd.",
    "A wrong password was given too often. Wait a quarter of an hour. Nothing was changed.",
)

SESSIONS = Text("Waar u bent ingelogd", "Where you are signed in")
SINCE = Text("Sinds {began}; laatst gebruikt: {used}", "Since {began}; last used: {used}")
JUST_NOW = Text("nu", "now")
AFTER = Text("na {at}", "after {at}")
THIS_ONE = Text("deze sessie", "this session")
END = Text("Beëindig de sessie van {began}", "End the session of {began}")
END_THIS = Text("Beëindig deze sessie", "End this session")
END_OTHERS = Text("Beëindig alle andere sessies", "End all other sessions")
ENDED = Text("Beëindigd.", "Ended.")
NO_SESSION = Text("Kies een sessie.", "Choose a session.")

EVENTS = Text("Wat het logboek over u weet", "What the log knows about you")
EVENTS_WHY = Text(
    "Staat er iets bij dat u niet was? Wijzig dan uw wachtwoord, en zeg het een collega.",
    "Is there something that was not you? Then change your password, and tell a colleague.",
)
NOTHING = Text("Nog niets.", "Nothing yet.")
STAFF = Text("Wie er inlogde", "Who signed in")
STAFF_WHY = Text(
    "De nieuwste {most} regels van het logboek over medewerkers. Het logboek zelf kent geen naam: alleen het boek weet "
    "wie het was.",
    "The newest {most} entries of the log about the staff. The log itself knows no name: only the book knows who it "
    "was.",
)
AT = Text("Tijd", "Time")
WHO = Text("Wie", "Who")
WHAT = Text("Wat", "What")
NOBODY = Text("een naam die niemand heeft", "a name that nobody has")
SEE_STAFF = Text("Wie er inlogde", "Who signed in")
BACK = Text("Terug naar uw inloggegevens", "Back to your sign-in")
WORDS = {
    "invited": Text("uitgenodigd", "invited"),
    "role changed": Text("andere rol", "role changed"),
    "password set": Text("wachtwoord gekozen", "password set"),
    "password refused": Text("wachtwoord paste niet", "password did not fit"),
    "signed in": Text("ingelogd", "signed in"),
    "revoked": Text("ingetrokken", "revoked"),
}
