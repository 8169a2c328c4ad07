"""The command `verify`: every way it can end is an exit code and, at most, one sentence."""

import sys
from collections.abc import Sequence
from importlib import import_module

from verifier.cli import streams
from verifier.cli.signals import taken_as_ctrl_c
from verifier.errors import VerifierError

INTERRUPTED = 130
FAULT = 2
BUG = 70
"""What sysexits.h calls an internal software error: no option, no setting and no article is to blame."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `verify` with `arguments` (the process's own by default) and return its exit code."""
    streams.prepare()
    with taken_as_ctrl_c():
        code = _ended([*(sys.argv[1:] if arguments is None else arguments)])
        faults = streams.flush()
    for fault in faults:
        streams.complain(fault)
    return FAULT if faults and code not in (INTERRUPTED, BUG) else code


def _ended(arguments: list[str]) -> int:
    try:
        code = _run(arguments)
    except SystemExit as ended:  # argparse, after --help
        code = ended.code if isinstance(ended.code, int) else FAULT
    except KeyboardInterrupt:
        streams.complain("interrupted; what was stored before stays stored.")
        code = INTERRUPTED
    except VerifierError as error:
        streams.complain(str(error))
        code = error.exit_code
    except OSError as error:
        streams.complain(f"the system refused: {error}.")
        code = FAULT
    except Exception as error:  # noqa: BLE001 - the last resort: nobody should ever be shown a traceback unasked
        code = _fault(error)
    return code


def _run(arguments: list[str]) -> int:
    from verifier.cli.arguments import module_of, parse

    # The rooms behind a command are imported by it alone: `verify --help` needs none of them.
    options = parse(arguments)
    module = "version" if options.command == "check" and options.version else module_of(options.command)
    code: int = import_module(f"verifier.cli.{module}").run(options)
    return code


def _fault(error: Exception) -> int:
    from verifier.settings import wants_traceback

    if wants_traceback():
        from traceback import format_exception

        streams.tell("".join(format_exception(error)).rstrip())
    streams.complain(
        f"this is a bug in verifier: {type(error).__name__}: {error}; please report it "
        "(VERIFIER_DEBUG=1 shows where it happened)."
    )
    return BUG
