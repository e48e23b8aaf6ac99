"""How texts say that data are kept, for how long, and when they only say that it is as long as needed."""

import re

KEEPING = re.compile(
    r"bewa[ar]\w*|bewaren|opgeslagen|opslaan|slaat|slaan|opslag|houden|behoud\w*"
    r"|\bkeep\w*|\bkept\b|retain\w*|retention|\bstor(e|ed|es|age)\b|\bhold\b|\bheld\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\bniet langer\b.{0,60}\b(dan|als)\b.{0,40}\b(noodzakelijk|nodig|vereist|toegestaan)\b"
    r"|\b(zo ?lang|net zo lang)\b.{0,60}\b(noodzakelijk|nodig|vereist)\b"
    r"|\b(zo ?lang|net zo lang) (als )?(de|een) wet\b.{0,20}\b(eist|voorschrijft|verplicht|verlangt)\b"
    r"|\b(voor|gedurende) (een|de) (periode|termijn|tijd|duur) (die|welke|dat) (\w+ ){0,2}(noodzakelijk"
    r"|nodig|vereist)\b"
    r"|\b(zo kort mogelijk|gedurende (een )?(redelijke|zekere) (tijd|periode|termijn)|redelijke termijn)\b"
    r"|\bno longer than\b.{0,40}\b(necessary|needed|required)\b"
    r"|\b(as|so) long as\b.{0,40}\b(necessary|needed|required|reasonably)\b"
    r"|\b(for the (period|time|duration)) (\w+ ){0,2}(necessary|needed|required)\b",
    re.IGNORECASE | re.DOTALL,
)
PERIOD = re.compile(
    r"\b(\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|dertien|achttien|twintig"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen)"
    r"\s*(\(\w+\)\s*)?(uur|werkdagen|dag|dagen|week|weken|maand|maanden|jaar|jaren|hours?|days?|weeks?"
    r"|months?|years?)\b",
    re.IGNORECASE,
)
