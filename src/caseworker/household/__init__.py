"""What the household told us (家庭申报): the household file of the contract as models. No I/O, no policy."""

from caseworker.household.faults import Fault, HouseholdFaults
from caseworker.household.models import (
    Assets,
    Component,
    Disability,
    Expense,
    Hardship,
    Household,
    Income,
    MedicalBill,
    Member,
    Obligor,
    SelfCare,
    Vehicle,
)
from caseworker.household.read import json_schema, read_household, write_household

__all__ = [
    "Assets",
    "Component",
    "Disability",
    "Expense",
    "Fault",
    "Hardship",
    "Household",
    "HouseholdFaults",
    "Income",
    "MedicalBill",
    "Member",
    "Obligor",
    "SelfCare",
    "Vehicle",
    "json_schema",
    "read_household",
    "write_household",
]
