"""OpenFisca's side: the country template's own variables for one household after another, tracing on.

The situation is what its web service takes. The simulation is built anew for each household and every variable that
has a formula is calculated, as the service does for one request. Runs in benchmarks/.venv.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from openfisca_core.simulations import SimulationBuilder
from openfisca_country_template import CountryTaxBenefitSystem
from rounds import on_one_core, serve

MONTH, YEAR = "2017-01", "2017"
ADULT_BORN_BEFORE = "1999-01-01"


def main() -> None:
    """The word of the command line: the households, one JSON document a line."""
    on_one_core()
    system = CountryTaxBenefitSystem()
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    situations = [situation(json.loads(line)) for line in lines]
    wanted = [
        (name, YEAR if str(variable.definition_period) == "year" else MONTH)
        for name, variable in sorted(system.variables.items())
        if variable.formulas
    ]
    serve(
        f"OpenFisca-Core {version('openfisca-core')}, country template {version('openfisca-country-template')}, "
        f"{len(wanted)} variables",
        {
            "calculate, trace on": lambda: sum(calculated(system, one, wanted) for one in situations),
            "the same, trace as JSON": lambda: sum(told(system, one, wanted) for one in situations),
        },
    )


def situation(household: Mapping[str, Any]) -> dict[str, Any]:
    """A situation with as many persons as the household has members, every input of the template's that fits given."""
    members = household["members"]
    born = {member["id"]: f"{1960 + 9 * (place % 6)}-01-01" for place, member in enumerate(members)}
    adults = [name for name, day in born.items() if day < ADULT_BORN_BEFORE]
    home = {"adults": adults, "rent": {MONTH: 300}, "accommodation_size": {MONTH: 60}}
    home |= {"children": [name for name in born if name not in adults]}
    persons = {
        name: {"birth": {"ETERNITY": day}, "salary": {MONTH: 1800 if name in adults else 0}}
        for name, day in born.items()
    }
    return {"persons": persons, "households": {"_": home}}


def calculated(system: CountryTaxBenefitSystem, given: dict[str, Any], wanted: list[tuple[str, str]]) -> int:
    """Build, switch tracing on, calculate; gives the number of traced calculations asked for."""
    _simulate(system, given, wanted)
    return len(wanted)


def told(system: CountryTaxBenefitSystem, given: dict[str, Any], wanted: list[tuple[str, str]]) -> int:
    """The same, and the trace written out as the service's /trace does; gives the number of its entries."""
    return len(_simulate(system, given, wanted).tracer.get_serialized_flat_trace())


def _simulate(system: CountryTaxBenefitSystem, given: dict[str, Any], wanted: list[tuple[str, str]]) -> Any:
    simulation = SimulationBuilder().build_from_entities(system, given)
    simulation.trace = True
    for name, period in wanted:
        simulation.calculate(name, period)
    return simulation


if __name__ == "__main__":
    main()
