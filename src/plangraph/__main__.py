"""``python -m plangraph``: the command line."""

from plangraph.cli import main

main()
