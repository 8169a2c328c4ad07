"""verifier: what the articles claim, and what the other articles say about it.

from verifier import read, verify

report = verify([read("article.txt")], database="claims.duckdb")
for finding in report.conflicting: ...
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verifier.api import verify
    from verifier.article import from_text, read
    from verifier.errors import VerifierError
    from verifier.models import Article, Claim, Comparison, Figure, Finding, Period, Report, Verdict

__all__ = [
    "Article",
    "Claim",
    "Comparison",
    "Figure",
    "Finding",
    "Period",
    "Report",
    "Verdict",
    "VerifierError",
    "from_text",
    "read",
    "verify",
]

_ROOMS = {"verify": "api", "read": "article", "from_text": "article", "VerifierError": "errors"}


def __getattr__(name: str) -> Any:
    # The command line starts in a twentieth of a second because nothing is imported before it is needed.
    if name not in __all__:
        raise AttributeError(f"module 'verifier' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"verifier.{_ROOMS.get(name, 'models')}"), name)
