"""By which wider words a statement may mean a narrow kind of data: an e-mail address is a contact too."""

from collections.abc import Mapping

_ADDRESS = ("PhysicalAddress", "HomeLocation", "Contact")
_IDENTIFIER = ("AccountIdentifier", "Identifier", "Identifying", "UID")
WIDER: Mapping[str, tuple[str, ...]] = {
    "Name": ("Identifying", "Contact"), "EmailAddress": ("Contact", "EmailAddressPersonal", "EmailAddressWork"),
    "TelephoneNumber": ("Contact",), "Contact": ("TelephoneNumber", "EmailAddress", "PhysicalAddress"),
    "PhysicalAddress": ("HomeLocation", "Contact"), "Street": _ADDRESS, "HouseNumber": _ADDRESS,
    "PostalCode": _ADDRESS, "City": (*_ADDRESS, "Location"), "Country": ("Location", *_ADDRESS),
    "Region": ("Location", *_ADDRESS), "Location": ("GPSCoordinate", "City"), "GPSCoordinate": ("Location",),
    "Username": _IDENTIFIER, "AccountIdentifier": ("Identifier", "Identifying", "UID"),
    "SocialMedia": ("AccountIdentifier", "Contact", "SocialNetwork"), "OfficialID": ("Identifying", "Identifier"),
    "Passport": ("OfficialID", "PersonalDocuments"), "BirthDate": ("Age", "Demographic"),
    "Gender": ("Demographic",), "Nationality": ("Citizenship", "Demographic"),
    "PaymentCard": ("PaymentCardNumber", "FinancialAccount", "Financial"), "PaymentCardNumber": ("PaymentCard",),
    "FinancialAccountNumber": ("BankAccount", "FinancialAccount", "Financial"), "Tax": ("Financial", "PaymentCard"),
    "Salary": ("Income", "Financial"), "Income": ("Salary", "Financial"), "Transactional": ("Transaction", "Purchase"),
    "UserAgent": ("BrowsingBehaviour", "DeviceBased", "DeviceSoftware"), "IPAddress": ("Tracking", "DeviceBased"),
    "BrowsingReferral": ("BrowsingBehaviour",), "BrowsingBehaviour": ("BrowserHistory", "LinkClicked", "Tracking"),
    "Tracking": ("BrowsingBehaviour", "UID"), "HealthData": ("Health", "MedicalHealth", "HealthRecord"),
    "ReligiousBelief": ("Religion",), "EthnicOrigin": ("Ethnicity",), "Job": ("Professional", "CurrentEmployment"),
    "Communication": ("EmailContent", "SocialMediaCommunication", "CommunicationsMetadata"),
    "Password": ("Authenticating", "SecretText"), "SecretText": ("Authenticating",), "Picture": ("Identifying",),
    "Professional": ("Job", "CurrentEmployment"), "Education": ("School", "EducationQualification"),
}  # fmt: skip
"""Terms of the statement that a narrower kind may be meant by, beside its own."""
