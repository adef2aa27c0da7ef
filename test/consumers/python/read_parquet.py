"""Reads a list as Parquet with pandas and with polars, from its URL, and prints what each has of it as JSON."""

import json
import sys

import pandas
import polars

base = sys.argv[1]
url = base + "/v1/statements?format=parquet"

by_pandas = pandas.read_parquet(url)
by_polars = polars.read_parquet(url)
targets = polars.read_parquet(url + "&rows=target")

print(
    json.dumps(
        {
            "pandas": {
                "ids": by_pandas["id"].tolist(),
                "speakers": [[one["id"] for one in speakers] for speakers in by_pandas["speakers"]],
                "goldstein": [None if act is None else act["goldstein"] for act in by_pandas["act"]],
            },
            "polars": {
                "ids": by_polars["id"].to_list(),
                "speakers": [[one["id"] for one in speakers] for speakers in by_polars["speakers"]],
                "goldstein": [None if act is None else act["goldstein"] for act in by_polars["act"]],
            },
            "days": str(by_polars.schema["said"]),
            "targets": targets.height,
        }
    )
)
