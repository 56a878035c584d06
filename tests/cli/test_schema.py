"""The schema: valid, and what readings are valid against."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import msgspec
import pytest

from tests.cli.conftest import Run
from tests.cli.samples import READING


def test_the_schema_is_one_and_readings_fit_it(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    valid = json.loads(msgspec.json.encode(READING))
    jsonschema.validate(valid, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**valid, "events": [{"type": "ASSAULT"}]}, schema)


def test_its_fields_as_a_list(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("schema", "--csv").stdout)))
    assert {"type": "Event", "field": "said_by", "form": "string | null"}.items() <= {
        **next(row for row in rows if (row["type"], row["field"]) == ("Event", "said_by"))
    }.items()
    shown = run("schema", "--table").stdout
    assert "\nEVENT  Something politically relevant" in shown
    assert "happened" in shown
