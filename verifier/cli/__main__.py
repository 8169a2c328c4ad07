"""Lets `python -m verifier.cli` stand in for `verify` where the command is not on the path."""

import sys

from verifier.cli import main

if __name__ == "__main__":
    sys.exit(main())
