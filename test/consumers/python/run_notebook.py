"""Runs a notebook from the first cell to the last, and writes it with its outputs to another file."""

import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
kernel = dict(notebook.metadata)
NotebookClient(notebook, timeout=120, kernel_name="python3", record_timing=False).execute()
# The kernel notes its own version, which is another one elsewhere.
notebook.metadata = kernel
nbformat.write(notebook, sys.argv[2])
