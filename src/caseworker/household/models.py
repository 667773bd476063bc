"""The household file (家庭文件) of contract.md as models: what the household told us. None = not yet asked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from caseworker.household import kinds
from caseworker.household.fields import Day, Fen, IdNumber, Key, PersonName, Region, Text
from caseworker.text import idnumber


class _Facts(BaseModel):
    """Strict, closed, and never changed after it is read: an unknown key is a fault, a word is not a number."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Component(_Facts):
    """One kind of a multiple disability."""

    kind: kinds.DisabilityKind | None = None
    grade: Annotated[int, Field(ge=1, le=4)] | None = None


class Disability(Component):
    """A disability certificate (残疾人证): kind and grade 1 (heaviest) to 4; `components` for kind "multiple"."""

    components: list[Component] | None = None


def _word_or_object(value: Any) -> str:
    return "#word" if isinstance(value, str) else "#object"


NoneWord = Annotated[Literal["none"], Tag("#word")]
DisabilityAnswer = Annotated[Annotated[Disability, Tag("#object")] | NoneWord, Discriminator(_word_or_object)]


class SelfCare(_Facts):
    """The six indicators of 特困人员认定办法第二十一条: true = can do it alone."""

    eating: bool | None = None
    dressing: bool | None = None
    bed: bool | None = None
    toilet: bool | None = None
    walking: bool | None = None
    bathing: bool | None = None


class Member(_Facts):
    """A person of the household (家庭成员)."""

    id: Key
    name: PersonName = None
    id_number: IdNumber | None = None
    birth_date: Day | None = None
    sex: kinds.Sex | None = None
    phone: Text = None
    relation: kinds.Relation | None = None
    shares_household: bool | None = None
    absence: kinds.Absence | None = None
    marital: kinds.Marital | None = None
    independent: bool | None = None
    disability: DisabilityAnswer | None = None
    illness: kinds.Illness | None = None
    schooling: kinds.Schooling | None = None
    full_time: bool | None = None
    labour: kinds.Labour | None = None
    employment: kinds.Employment | None = None
    employed_since: Day | None = None
    self_care: SelfCare | None = None
    insured: bool | None = None
    categories: list[kinds.Category] | None = None
    dependent: bool | None = None
    long_term_care: bool | None = None

    @property
    def born(self) -> date | None:
        """Birth date, from the ID number where there is one."""
        return idnumber.parse(self.id_number).birth_date if self.id_number else self.birth_date


class Income(_Facts):
    """One income (收入): `amount` in fen per `per`; `member` None = the household's. Wages before any employment cost."""

    member: Key | None = None
    kind: kinds.IncomeKind
    amount: Fen | None = None
    per: kinds.Per


class Expense(_Facts):
    """What the household itself pays (支出), after insurance: `amount` in fen per `per`; `member` None = the household's."""

    member: Key | None = None
    kind: kinds.ExpenseKind
    amount: Fen | None = None
    per: kinds.Per


class Vehicle(_Facts):
    """A vehicle of the household; `value` in fen."""

    kind: kinds.VehicleKind
    value: Fen | None = None


class Assets(_Facts):
    """Property (家庭财产), money in fen; `within_limits` is the worker's finding where the policy gives no figure."""

    financial: Fen | None = None
    homes: Annotated[int, Field(ge=0, le=99)] | None = None
    vehicles: list[Vehicle] | None = None
    businesses: Annotated[int, Field(ge=0, le=99)] | None = None
    within_limits: bool | None = None


class Obligor(_Facts):
    """A person outside the household who by law owes support (法定义务人); money in fen a month."""

    name: PersonName = None
    relation: kinds.Relation | None = None
    owes_to: list[Key] | None = None
    id_number: IdNumber | None = None
    birth_date: Day | None = None
    disability: DisabilityAnswer | None = None
    status: kinds.ObligorStatus | None = None
    income_monthly: Fen | None = None
    household_size: Annotated[int, Field(ge=1, le=99)] | None = None
    household_income_monthly: Fen | None = None
    consent: bool | None = None
    supports: Annotated[int, Field(ge=0, le=99)] | None = None
    agreed_monthly: Fen | None = None
    within_limits: bool | None = None

    @property
    def born(self) -> date | None:
        """Birth date, from the ID number where there is one."""
        return idnumber.parse(self.id_number).birth_date if self.id_number else self.birth_date


class Hardship(_Facts):
    """The event behind a request for temporary assistance (临时救助); money in fen, `months` in months."""

    kind: kinds.HardshipKind | None = None
    occurred_on: Day | None = None
    scope: kinds.Scope | None = None
    member: Text = None
    urgent: bool | None = None
    severity: kinds.Severity | None = None
    needs_now: bool | None = None
    cost: Fen | None = None
    covered: Fen | None = None
    months: Annotated[int, Field(ge=0, le=120)] | None = None
    aid_this_year: Annotated[int, Field(ge=0, le=99)] | None = None
    same_cause_aided: bool | None = None
    last_aid_on: Day | None = None


HardshipAnswer = Annotated[Annotated[Hardship, Tag("#object")] | NoneWord, Discriminator(_word_or_object)]


class MedicalBill(_Facts):
    """A medical bill of the year (医疗费用), money in fen."""

    member: Key
    kind: kinds.MedicalKind | None = None
    admitted_on: Day | None = None
    total: Fen | None = None
    in_policy: Fen | None = None
    basic_paid: Fen | None = None
    serious_paid: Fen | None = None
    other_paid: Fen | None = None
    major: bool | None = None
    designated: bool | None = None
    referred: bool | None = None
    assisted_this_year: Fen | None = None


class Household(_Facts):
    """One application (申请): everything the household said, with what was not asked left None."""

    reference: Text = None
    applied_on: Day | None = None
    region: Region | None = None
    township: Text = None
    village: Text = None
    area: kinds.Area | None = None
    residence_basis: kinds.ResidenceBasis | None = None
    channel: kinds.Channel | None = None
    programmes: list[kinds.Programme] | None = None
    authorised: bool | None = None
    truth_pledge: bool | None = None
    staff_relative: bool | None = None
    members: Annotated[list[Member], Field(min_length=1)]
    incomes: list[Income] | None = None
    expenses: list[Expense] | None = None
    assets: Assets | None = None
    obligors: list[Obligor] | None = None
    hardship: HardshipAnswer | None = None
    medical: list[MedicalBill] | None = None

    @property
    def applicant(self) -> Member:
        """The first member with relation "self" (申请人); `read_household` holds that there is one."""
        return next((m for m in self.members if m.relation == "self"), self.members[0])
