"""Reads a response in JSON-LD that was saved to a file, with rdflib and with PyLD, and tells what each found."""

import json
import sys
import urllib.request
from pathlib import Path

from pyld import jsonld
from rdflib import Graph, URIRef

saved, statement = Path(sys.argv[1]), sys.argv[2]
AUTHOR = "https://schema.org/author"


def load(url, _options):
    with urllib.request.urlopen(url) as response:
        return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": json.load(response)}


graph = Graph().parse(saved, format="json-ld")
dataset = jsonld.to_rdf(json.loads(saved.read_text()), {"documentLoader": load})
triples = dataset["@default"]

print(
    json.dumps(
        {
            "rdflib": {
                "triples": len(graph),
                "author": [str(author) for author in graph.objects(URIRef(statement), URIRef(AUTHOR))],
            },
            "pyld": {
                "triples": len(triples),
                "author": [
                    triple["object"]["value"]
                    for triple in triples
                    if triple["subject"]["value"] == statement and triple["predicate"]["value"] == AUTHOR
                ],
            },
        }
    )
)
