"""Faults under the plain names that collections of labelled statements use: `no_contact`, `missing_right:erasure`."""

from gestand.lint.remark import Remark

NAMES = {
    "AVG1301": "no_controller_identity",
    "AVG1302": "no_contact",
    "AVG1305": "unlimited_purpose",
    "AVG1306": "no_legal_basis",
    "AVG1310": "no_recipients",
    "BRE03": "breach_over_72h",
    "CON01": "consent_by_use",
    "CON02": "bundled_marketing_consent",
    "COO01": "analytics_called_necessary",
    "COO02": "analytics_called_necessary",
    "COO07": "cookie_wall",
    "COO08": "consent_by_use",
    "COO11": "dnt_ignored",
    "KID01": "minors_under_16_without_parent",
    "LNG03": "outdated_law",
    "LNG04": "no_effective_date",
    "RET01": "unlimited_retention",
    "RET02": "vague_retention",
    "RET03": "no_retention",
    "RGT07": "no_complaint_authority",
    "RGT08": "response_term_over_one_month",
    "RGT10": "id_copy_demanded",
    "TRF01": "privacy_shield",
    "TRF02": "transfer_without_safeguard",
}
"""The name for each code; the missing rights and withdrawal make names of their own."""
_RIGHTS = ("RGT01", "RGT02", "RGT03", "RGT04", "RGT05", "RGT06")
_CORE = frozenset(_RIGHTS[:4])
"""The rights that hold on every basis: with all four missing, no right is named at all."""


def issues(remarks: tuple[Remark, ...]) -> list[dict[str, str | None]]:
    """The faults that were found, not ignored, each name with its first quote; undecided ones are no findings."""
    told = {
        (name, _quote(remark)): None
        for remark, name in zip(remarks, named(remarks), strict=True)
        if name and remark.found and not remark.ignored
    }
    return [{"issue": name, "quote": quote} for name, quote in told]


def named(remarks: tuple[Remark, ...]) -> tuple[str, ...]:
    """The name of each remark, in their order; none for a fault that such collections do not label."""
    none_at_all = _names_no_right(remarks)
    return tuple(_name(remark, none_at_all) for remark in remarks)


def _quote(remark: Remark) -> str | None:
    return remark.quotes[0].text if remark.quotes else None


def _names_no_right(remarks: tuple[Remark, ...]) -> bool:
    """None of the rights that always hold is stated, and of all but one that is certain."""
    core = {remark.rule.code: remark.found for remark in remarks if remark.rule.code in _CORE}
    return len(core) == len(_CORE) and sum(core.values()) >= len(_CORE) - 1


def _name(remark: Remark, none_at_all: bool) -> str:
    if remark.rule.code in _RIGHTS or (remark.rule.code == "CON03" and remark.about):
        return "no_rights" if none_at_all else f"missing_right:{remark.about}"
    if remark.about == "purpose":
        return ""
    return NAMES.get(remark.rule.code, "")
