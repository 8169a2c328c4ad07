"""Says who may do what: one table of every address of the server, which the door reads and nothing else decides."""

from collections.abc import Mapping
from typing import Literal, get_args

Role = Literal["viewer", "reviewer", "editor", "admin"]
"""viewer: looks; reviewer: decides, notes and adds articles; editor: also changes what claims are compared with, and
what others are to do; admin: also lets people in."""
Least = Role | Literal["anyone"]

ROLES: tuple[Role, ...] = get_args(Role)
"""From the one who may do least to the one who may do all."""

LEAST: Mapping[tuple[str, str], Least] = {
    # What everybody may ask for, known or not.
    ("GET", "/static"): "anyone",
    ("GET", "/login"): "anyone",
    ("POST", "/login"): "anyone",
    ("GET", "/links/{secret}"): "anyone",
    ("POST", "/links/{secret}"): "anyone",
    # One's own account.
    ("POST", "/logout"): "viewer",
    ("GET", "/me"): "viewer",
    ("POST", "/me/password"): "viewer",
    ("POST", "/me/sessions/{session}/end"): "viewer",
    # Everybody's accounts.
    ("GET", "/people"): "admin",
    ("POST", "/people"): "admin",
    ("POST", "/people/begin"): "admin",
    ("POST", "/people/{account}/link"): "admin",
    ("POST", "/people/{account}/role"): "admin",
    ("POST", "/people/{account}/logout"): "admin",
    ("POST", "/people/{account}/tokens"): "admin",
    ("POST", "/people/{account}/deactivate"): "admin",
    ("POST", "/people/{account}/reactivate"): "admin",
    # The pages.
    ("GET", "/"): "viewer",
    ("GET", "/next"): "viewer",
    ("GET", "/claims/{name}"): "viewer",
    ("POST", "/claims/{name}/decisions"): "reviewer",
    ("POST", "/claims/{name}/lease"): "reviewer",
    ("POST", "/claims/{name}/assignee"): "reviewer",  # to oneself; to others it takes an editor
    ("POST", "/claims/{name}/opinion"): "editor",
    ("POST", "/bulk"): "reviewer",  # to decide and to take; to give and to ask for opinions it takes an editor
    ("GET", "/progress"): "viewer",
    ("GET", "/views"): "viewer",
    ("POST", "/views"): "reviewer",
    ("POST", "/views/{number}/name"): "reviewer",  # one's own; those for all, an editor as well
    ("POST", "/views/{number}/retired"): "reviewer",
    ("GET", "/articles/{article}"): "viewer",
    ("POST", "/articles/{article}/withdrawal"): "editor",
    ("GET", "/decisions"): "viewer",
    ("POST", "/decisions/{number}/undo"): "reviewer",
    ("POST", "/decisions/{number}/redo"): "reviewer",
    ("GET", "/topics/{name}"): "viewer",
    ("POST", "/topics/{name}/ties"): "editor",
    ("POST", "/topics/{name}/partings"): "editor",
    ("GET", "/add"): "reviewer",
    ("POST", "/add"): "reviewer",
    ("GET", "/added"): "viewer",
    ("POST", "/added/{addition}/again"): "reviewer",
    ("GET", "/keys"): "viewer",
    ("POST", "/keys"): "viewer",
    # What is handed on.
    ("GET", "/export"): "viewer",
    ("GET", "/export/claimreview.jsonld"): "viewer",
    ("GET", "/export/claims.csv"): "viewer",
    ("GET", "/export/everything.jsonl"): "admin",
    ("GET", "/tokens"): "viewer",
    ("GET", "/tokens/openapi.json"): "viewer",
    ("POST", "/tokens"): "viewer",
    ("POST", "/tokens/{token}/end"): "viewer",
    ("GET", "/webhooks"): "admin",
    ("POST", "/webhooks"): "admin",
    ("POST", "/webhooks/{webhook}/{step}"): "admin",
    # What programs ask, each with a token.
    ("POST", "/api/checks"): "reviewer",
    ("POST", "/api/looks"): "admin",  # any statement but those about accounts, all at once
    ("POST", "/api/looks/{look}"): "admin",
    ("DELETE", "/api/looks/{look}"): "admin",
    ("GET", "/api/exports/claimreview"): "viewer",
    ("GET", "/api/exports/csv"): "viewer",
    ("GET", "/api/exports/jsonl"): "admin",
    ("GET", "/api/v1/openapi.json"): "viewer",
    ("GET", "/api/v1/claims"): "viewer",
    ("GET", "/api/v1/claims/{claim}"): "viewer",
    ("GET", "/api/v1/articles"): "viewer",
    ("GET", "/api/v1/articles/{article}"): "viewer",
    ("GET", "/api/v1/topics"): "viewer",
    ("GET", "/api/v1/topics/{topic}"): "viewer",
    ("GET", "/api/v1/decisions"): "viewer",
}
"""By method and path as the route has it, the least role that is let in. What has no row here is let in by nobody."""


def least(method: str, path: str) -> Least | None:
    """Return the least role for a route; None where it has no row, and nobody may."""
    return LEAST.get(("GET" if method == "HEAD" else method, path))


def may(role: Role, method: str, path: str) -> bool:
    """Return whether a role is let in there: pages show nobody a button that would refuse them."""
    needed = least(method, path)
    return needed == "anyone" or (needed is not None and allows(needed, role))


def allows(needed: Role, role: Role) -> bool:
    """Return whether `role` is `needed`, or may do more."""
    return ROLES.index(role) >= ROLES.index(needed)
