"""Reads a network of the running service with networkx in each of its formats, and tells what it found."""

import io
import json
import sys
import urllib.request

import networkx


def fetch(form):
    with urllib.request.urlopen(f"{sys.argv[1]}/v1/network?limit=2000&format={form}") as answer:
        return answer.read()


def told(graph):
    edges = list(graph.edges(keys=True, data=True))
    return {
        "directed": graph.is_directed(),
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "weight": sum(int(data["weight"]) for _, _, _, data in edges),
        "kinds": sorted({data["kind"] for _, _, _, data in edges}),
        "mutual": sum(data["mutual"] is True for _, _, _, data in edges),
        "goldstein": round(sum(float(data["goldsteinSum"]) for _, _, _, data in edges), 3),
        "pakistan": graph.nodes["pakistan"]["label"],
    }


print(
    json.dumps(
        {
            "gexf": told(networkx.read_gexf(io.BytesIO(fetch("gexf")))),
            "graphml": told(networkx.read_graphml(io.BytesIO(fetch("graphml")), force_multigraph=True)),
            "cytoscape": told(networkx.cytoscape_graph(json.loads(fetch("cytoscape")))),
        }
    )
)
