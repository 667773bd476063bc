"""What the law says here and now (政策): packs of dated, sourced parameters, overlaid nation → province → county."""

from caseworker.policy.check import check_pack
from caseworker.policy.day import Citation, Policy, PolicyDay, Value, load_policy
from caseworker.policy.faults import PolicyFaults, PolicyMissing
from caseworker.policy.parameters import definition, definitions

__all__ = [
    "Citation",
    "Policy",
    "PolicyDay",
    "PolicyFaults",
    "PolicyMissing",
    "Value",
    "check_pack",
    "definition",
    "definitions",
    "load_policy",
]
