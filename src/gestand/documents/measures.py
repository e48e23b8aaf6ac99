"""Measures of the W3C Data Privacy Vocabulary in plain words, for those that statements name most."""

import re

from gestand.core.text import Text
from gestand.documents.page import Span

_WORDS = {
    "AccessControlMethod": Text(
        "wie bij de gegevens kan, is geregeld per persoon", "who can reach the data is decided by person"
    ),
    "Anonymisation": Text("gegevens anoniem maken", "making data anonymous"),
    "AuthenticationProtocols": Text("controle van wie inlogt", "checking who signs in"),
    "AuthorisationProtocols": Text("controle van wat iemand mag", "checking what somebody may do"),
    "AuthorisationProcedure": Text("vaste regels voor wie toegang krijgt", "fixed rules for who gets access"),
    "ActivityMonitoring": Text(
        "toezicht op wat er in de systemen gebeurt", "watching what happens in the systems"
    ),
    "Audit": Text("controles door anderen", "audits"),
    "BackgroundChecks": Text("onderzoek naar nieuwe medewerkers", "background checks of new staff"),
    "Certification": Text("een certificaat", "a certificate"),
    "ConfidentialityAgreement": Text("ondertekende geheimhouding", "signed confidentiality"),
    "CredentialManagement": Text("beheer van wachtwoorden en sleutels", "management of passwords and keys"),
    "CryptographicKeyManagement": Text("beheer van sleutels", "management of keys"),
    "CryptographicMethods": Text("versleuteling", "cryptography"),
    "CybersecurityTraining": Text("training in digitale veiligheid", "training in digital security"),
    "DPIA": Text(
        "een onderzoek vooraf naar de risico's (DPIA)", "an assessment of the risks beforehand (DPIA)"
    ),
    "DataBackupProtocols": Text("back-ups", "back-ups"),
    "DataMinimisationPrinciple": Text("niet meer gegevens dan nodig", "no more data than needed"),
    "DataProtectionTraining": Text("training in privacy", "training in data protection"),
    "DataRestorationPolicy": Text(
        "vaste regels om gegevens terug te zetten", "fixed rules for restoring data"
    ),
    "DataSanitisationTechnique": Text("grondig wissen van schijven", "thorough wiping of disks"),
    "Deidentification": Text(
        "weglaten van wat iemand herkenbaar maakt", "leaving out what makes somebody recognisable"
    ),
    "DigitalSignatures": Text("digitale handtekeningen", "digital signatures"),
    "DisasterRecoveryProcedures": Text(
        "een plan voor herstel na een ramp", "a plan for recovery after a disaster"
    ),
    "Encryption": Text("versleuteling", "encryption"),
    "EncryptionAtRest": Text("versleuteling van wat is opgeslagen", "encryption of what is stored"),
    "EncryptionInTransfer": Text("versleuteling van wat over de lijn gaat", "encryption of what travels"),
    "EncryptionInUse": Text("versleuteling tijdens het gebruik", "encryption during use"),
    "EndToEndEncryption": Text("versleuteling van begin tot eind", "end-to-end encryption"),
    "FileSystemSecurity": Text("beveiligde bestanden", "secured file systems"),
    "HashFunctions": Text("gegevens onleesbaar maken met een hash", "making data unreadable with a hash"),
    "HumanOversight": Text("toezicht door mensen", "human oversight"),
    "IdentityManagementMethod": Text("beheer van accounts", "management of accounts"),
    "IncidentManagementProcedures": Text(
        "een vaste aanpak van incidenten", "a fixed way to handle incidents"
    ),
    "InformationSecurityPolicy": Text(
        "beleid voor informatiebeveiliging", "a policy for information security"
    ),
    "IntrusionDetectionSystem": Text("opsporing van inbraak", "intrusion detection"),
    "LoggingPolicy": Text("een logboek van wie wat doet", "a log of who does what"),
    "MultiFactorAuthentication": Text("inloggen in twee stappen", "signing in with two steps"),
    "NDA": Text("ondertekende geheimhouding", "signed confidentiality"),
    "NetworkSecurityProtocols": Text("een beveiligd netwerk", "a secured network"),
    "OperatingSystemSecurity": Text("bijgewerkte en beveiligde systemen", "updated and secured systems"),
    "PasswordAuthentication": Text("wachtwoorden", "passwords"),
    "PenetrationTestingMethods": Text("proefinbraken door deskundigen", "penetration tests by experts"),
    "PermissionManagement": Text("beheer van rechten", "management of permissions"),
    "PhysicalAccessControlMethod": Text(
        "toegangscontrole bij de gebouwen", "access control at the buildings"
    ),
    "PhysicalSecureStorage": Text("afgesloten opslag", "locked storage"),
    "PhysicalSurveillance": Text("bewaking van de gebouwen", "surveillance of the buildings"),
    "PrivacyByDefault": Text("privacyvriendelijke standaardinstellingen", "privacy by default"),
    "PrivacyByDesign": Text("privacy vanaf het ontwerp", "privacy by design"),
    "Pseudonymisation": Text("namen vervangen door codes", "replacing names by codes"),
    "RiskAssessment": Text("onderzoek naar risico's", "risk assessment"),
    "SecurityAssessment": Text("onderzoek naar de beveiliging", "security assessment"),
    "SecurityAudit": Text("controles van de beveiliging", "security audits"),
    "SecurityKnowledgeTraining": Text("training in veilig werken", "training in working securely"),
    "SingleSignOn": Text("één beveiligde login", "single sign-on"),
    "StaffTraining": Text("training van medewerkers", "training of staff"),
    "SymmetricEncryption": Text("versleuteling", "encryption"),
    "UsageControl": Text("controle op het gebruik", "control of use"),
    "VulnerabilityTestingMethods": Text("zoeken naar zwakke plekken", "looking for weak spots"),
    "CodeOfConduct": Text("een gedragscode", "a code of conduct"),
    "ConsentRecord": Text("een lijst van gegeven toestemmingen", "a record of consent given"),
    "DataDeletionPolicy": Text("vaste regels voor het wissen", "fixed rules for erasing"),
    "DataErasurePolicy": Text("vaste regels voor het wissen", "fixed rules for erasing"),
    "DocumentSecurity": Text("beveiligde documenten", "secured documents"),
    "GovernanceProcedures": Text(
        "vaste afspraken over wie waarvoor verantwoordelijk is", "fixed rules on who answers for what"
    ),
    "HardwareSecurityProtocols": Text("beveiligde apparatuur", "secured hardware"),
    "LegalMeasure": Text("afspraken op papier", "agreements in writing"),
    "OrganisationalMeasure": Text("maatregelen in de organisatie", "measures in the organisation"),
    "PhysicalMeasure": Text("maatregelen in de gebouwen", "measures in the buildings"),
    "TechnicalMeasure": Text("technische maatregelen", "technical measures"),
    "MobilePlatformSecurity": Text("beveiligde telefoons en tablets", "secured phones and tablets"),
    "PhysicalDeviceSecurity": Text(
        "apparaten die vastzitten of achter slot liggen", "devices that are locked away"
    ),
    "RiskMitigationMeasure": Text("maatregelen tegen bekende risico's", "measures against known risks"),
    "SecureProcessingEnvironment": Text(
        "een afgeschermde omgeving om in te werken", "a shielded environment to work in"
    ),
    "SecurityProcedure": Text("vaste regels voor de beveiliging", "fixed rules for security"),
    "SecurityRoleProcedures": Text("vaste taken in de beveiliging", "fixed tasks in security"),
    "ThirdPartySecurityProcedures": Text(
        "eisen aan de beveiliging van onze leveranciers", "demands on the security of our suppliers"
    ),
    "VirtualisationSecurity": Text("gescheiden virtuele servers", "separated virtual servers"),
    "WebBrowserSecurity": Text("beveiliging van de browser", "browser security"),
    "WebSecurityProtocols": Text("een beveiligde verbinding met de site", "a secured connection to the site"),
    "WirelessSecurityProtocols": Text("beveiligde draadloze netwerken", "secured wireless networks"),
}


def measure(term: str) -> Text:
    """A measure in plain words; one that is not in the table by the words of its own English name."""
    spelled = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", term).lower()
    return _WORDS.get(term) or Text(f"“{spelled}”", spelled)


def measure_span(term: str, text: str, iri: str) -> Span:
    """The words of a measure; those that only the vocabulary knows lead to it."""
    return Span(text, "" if term in _WORDS else iri)
