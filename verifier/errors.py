"""What can go wrong on purpose, so that every failure reaches a person as a sentence and an exit code.

VerifierError                 exit code
  x UsageError                2   an option, a setting or a combination of them makes no sense
    + InputError              2   an article cannot be read: missing, empty, binary, too large
    + ConfigurationError      2   no model, a wrong key, a broken settings file
    + StoreError              2   the store cannot be opened: not DuckDB, too new, held, disk full
      - StatementError        2   a statement cannot be carried out with what it was given
  x ServerGone                3   the server that had the work does not answer, or not to its end
  x ModelError                3   the model could not be asked, or its answer could not be used
    + ModelRefused            3   it declined to answer
    + ModelTruncated          3   its answer was cut off
    + ModelInvalid            3   its answer does not fit the schema, also after being asked again
    + ModelUnavailable        3   no answer: network, overload, time
    + ModelRejected           2   the request itself was turned down: key, quota, unknown model
    + ModelPending            3   the request waits for a batch, or a batch ended without an answer to it
    + OverBudget              3   the request could have cost more than the run may
    + NotRecorded             3   no recorded answer fits the request
"""


def first_line(error: object) -> str:
    """Return what somebody else's error says first, as a sentence; where it says nothing, what it is."""
    first = next(iter(str(error).strip().splitlines()), type(error).__name__)
    return first if first.endswith((".", "!", "?")) else f"{first}."


class VerifierError(Exception):
    """A failure with a sentence for a person: what happened, and what to do."""

    exit_code = 2


class UsageError(VerifierError):
    """The command, its options or its settings make no sense together."""


class InputError(UsageError):
    """An article cannot be read; the message names it."""


class ConfigurationError(UsageError):
    """A setting is missing or wrong; the message names it and where it came from."""


class StoreError(UsageError):
    """The store cannot be opened or written; what it held before is untouched."""


class StatementError(StoreError):
    """A statement cannot be carried out: a fault in this program, or in what was handed to it."""


class ServerGone(VerifierError):
    """The server that was to do the work does not answer, or stopped before it was done."""

    exit_code = 3


class ModelError(VerifierError):
    """The model could not be asked or its answer could not be used; the passage stays unchecked."""

    exit_code = 3

    def __init__(self, happened: str, advice: str = "", *, kind: str = "") -> None:
        """Say what happened, and what to do where that hangs on who asked.

        `kind` is the kind of trouble for which an endpoint turned a request down: key, quota, model, schema and so on.
        """
        super().__init__(f"{happened} {advice}".rstrip())
        self.happened = happened
        self.kind = kind


class ModelRefused(ModelError):
    """The model declined to answer."""


class ModelTruncated(ModelError):
    """The answer was cut off before its end."""


class ModelInvalid(ModelError):
    """The answer does not fit the schema, also after the model was asked again."""


class ModelUnavailable(ModelError):
    """No answer within the time and the attempts allowed."""


class ModelRejected(ModelError):
    """The endpoint turned the request down and would do so again: key, quota, unknown model.

    Where it answered other requests of the run, this is ModelUnavailable: what was answered is reported.
    """

    exit_code = 2


class ModelPending(ModelError):
    """The request waits for a batch, or a batch ended without an answer to it; it is not sent by itself."""


class OverBudget(ModelError):
    """The request was not sent: it could have cost more than the run may."""


class NotRecorded(ModelError):
    """No recorded answer fits the request; the message shows the nearest recording."""
