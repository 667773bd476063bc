"""The closed lists of the household file (contract.md): every value that a choice field may take."""

from __future__ import annotations

from typing import Literal

Programme = Literal[
    "dibao", "dibao_single", "special_hardship", "temporary_assistance", "medical_assistance", "premium_aid",
    "low_income_edge", "rigid_expenditure",
]  # fmt: skip
Area = Literal["urban", "rural"]
ResidenceBasis = Literal["hukou", "residence_permit", "resettlement_permit", "none"]
Channel = Literal["window", "village_agent", "online", "proactive"]
Sex = Literal["male", "female"]
Relation = Literal[
    "self", "spouse", "child", "parent", "grandparent", "grandchild", "sibling", "child_in_law", "parent_in_law",
    "other",
]  # fmt: skip
Absence = Literal["none", "conscript", "prison", "compulsory_detox", "declared_missing", "religious_3y"]
Marital = Literal["single", "married", "divorced", "widowed"]
DisabilityKind = Literal["visual", "hearing", "speech", "physical", "intellectual", "psychiatric", "multiple"]
Illness = Literal["none", "chronic", "severe"]
Schooling = Literal[
    "none", "preschool", "compulsory", "senior_secondary", "vocational", "undergraduate", "postgraduate"
]
Labour = Literal["full", "partial", "none"]
Employment = Literal[
    "none", "employed", "flexible", "self_employed", "farming", "unemployed", "retired"
]  # fmt: skip
Category = Literal[
    "dibao", "special_hardship", "low_income_edge", "rigid_expenditure", "illness_impoverished", "orphan",
    "de_facto_orphan", "poverty_monitored", "poverty_registered", "long_term_dibao", "veteran",
]  # fmt: skip
IncomeKind = Literal[
    "wage", "business", "farming", "property", "pension", "basic_pension", "personal_account_pension",
    "unemployment_benefit", "support", "gift", "preferential_allowance", "family_planning_award", "scholarship",
    "bravery_award", "social_assistance", "old_age_allowance", "disability_allowance", "price_subsidy", "other",
]  # fmt: skip
ExpenseKind = Literal[
    "living", "illness", "disability", "schooling", "employment", "disaster", "housing", "other_rigid"
]
Per = Literal["month", "year", "once"]
VehicleKind = Literal["car", "motorcycle", "disability_vehicle", "farm_machine", "truck", "boat", "other"]
ObligorStatus = Literal["normal", "special_hardship", "dibao", "prison", "declared_missing", "no_civil_capacity"]
HardshipKind = Literal[
    "fire", "traffic_accident", "accident", "sudden_illness", "schooling", "illness_cost", "living_cost", "other"
]
Severity = Literal["light", "medium", "severe"]
Scope = Literal["household", "individual"]
MedicalKind = Literal["inpatient", "outpatient_chronic", "outpatient"]
