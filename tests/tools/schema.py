"""Which files do not fit a JSON Schema: one line each, its name and the first fault.

    schema.py SCHEMA FILE...

The judge is jsonschema; the schema itself is judged first. It says nothing of a file that fits.
"""

import json
import pathlib
import sys

import jsonschema


def read(name):
    return json.loads(pathlib.Path(name).read_text(encoding="utf-8"))


def main():
    schema, *files = sys.argv[1:]
    schema = read(schema)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for name in files:
        fault = next(validator(schema).iter_errors(read(name)), None)
        if fault is not None:
            print(f"{pathlib.Path(name).name}: {fault.message}")


main()
