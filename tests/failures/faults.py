"""What an endpoint can do wrong, by what has to come of it; each fault plays at every place of a conversation."""

import gzip
import json
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.failures.newsroom import claim, pointing
from tests.failures.wire import Reply, body_of, chat, chunked, cut, failed, http

GOOD = json.dumps(body_of('{"claims": [], "dismissed": []}'))
PAGE = "<html><head><title>Welcome</title></head><body>Sign in</body></html>"
JUNK = "perhaps a web page or half an answer"
EMPTY = "response holds no answer"
BROKEN = r"No connection to 127\.0\.0\.1:\d+ \(\w+.*\)\. Check the network, any proxy and OPENAI_BASE_URL"


class Fault(NamedTuple):
    """What is played, and what has to be said of it."""

    reply: Reply
    words: str
    """A pattern for the reason in the report."""


def _choices(choices: object) -> Reply:
    return http(json.dumps({**body_of("x"), "choices": choices}))


def _error(error: object, **more: object) -> Reply:
    return http(json.dumps({"error": error, **more}))


def _limited(**headers: str) -> Fault:
    return Fault(failed(429, "slow down", "rate_limit_exceeded", **headers), r"429 \(Too Many Requests\): slow down")


PASSING: dict[str, Fault] = {
    "429": _limited(),
    "429-seconds": _limited(retry_after="2"),
    "429-zero": _limited(retry_after="0"),
    "429-date-past": _limited(retry_after="Wed, 21 Oct 2015 07:28:00 GMT"),
    "429-ms": _limited(retry_after_ms="250", retry_after="9"),
    "429-ms-garbage": _limited(retry_after_ms="soon", retry_after="1"),
    "429-negative": _limited(retry_after="-5"),
    "429-garbage": _limited(retry_after="in a while"),
    "429-nan": _limited(retry_after="nan"),
    "429-page": Fault(http(PAGE, 429, content_type="text/html"), r"429 \(Too Many Requests\)\. It was asked"),
    "500": Fault(failed(500, "the server had an error"), "500 .Internal Server Error.: the server had an error"),
    "500-page": Fault(http(PAGE, 500, content_type="text/html"), r"500 \(Internal Server Error\)\. It"),
    "500-bytes": Fault(http(b"\xff\xfe\x00\x80", 500), "500"),
    "500-escapes": Fault(failed(500, "\x1b[31mred\x07 \u202e sk-test-1234567890abcdef"), "�.31mred� � sk-SCRUBBED"),
    "500-endless": Fault(failed(500, "x" * 100_000), "500 .Internal Server Error.: x{300}…"),
    "502-empty": Fault(http("", 502), r"502 \(Bad Gateway\)\. It"),
    "502-list": Fault(http("[]", 502), r"502 \(Bad Gateway\)\. It"),
    "503": Fault(failed(503, "overloaded", retry_after="1"), "503 .Service Unavailable.: overloaded"),
    "503-number": Fault(http("7", 503), "503"),
    "504-null": Fault(http("null", 504), r"504 \(Gateway Timeout\)\. It"),
    "529": Fault(failed(529, "overloaded"), "529: overloaded"),
    "408": Fault(failed(408), "408"),
    "409": Fault(failed(409), "409"),
    "425": Fault(failed(425), "425"),
    "999": Fault(http(GOOD, 999), "answered 999"),
    "status-of-four-digits": Fault(http(GOOD, 2000), BROKEN),
    "closed": Fault(Reply(end="close"), BROKEN),
    "reset": Fault(Reply(end="reset"), BROKEN),
    "closed-in-the-head": Fault(Reply(b"HTTP/1.1 200 OK\r\ncont", "close"), BROKEN),
    "closed-in-the-body": Fault(cut(http(GOOD)), BROKEN),
    "reset-in-the-body": Fault(cut(http(GOOD), "reset"), BROKEN),
    "cut-chunks": Fault(chunked(GOOD, whole=False), BROKEN),
    "length-too-long": Fault(cut(http(GOOD, length=len(GOOD) + 9), keep=1), BROKEN),
    "length-too-short": Fault(http(GOOD, length=len(GOOD) - 9, connection="close"), JUNK),
    "length-garbage": Fault(http(GOOD, content_length="many"), BROKEN),
    "length-negative": Fault(http(GOOD, content_length="-1"), BROKEN),
    "no-http": Fault(Reply(b"SSH-2.0-OpenSSH_9.9\r\n", "close"), BROKEN),
    "switching": Fault(Reply(b"HTTP/1.1 101 Other\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n", "close"), BROKEN),
    "endless-head": Fault(http(GOOD, x_padding="y" * 200_000), BROKEN),
    "gzip-garbage": Fault(http(b"\x1f\x8bgarbage", content_encoding="gzip"), JUNK),
    "gzip-cut": Fault(http(gzip.compress(GOOD.encode())[:60], content_encoding="gzip"), JUNK),
    "page": Fault(http(PAGE, content_type="text/html"), JUNK),
    "no-content": Fault(Reply(b"HTTP/1.1 204 No Content\r\n\r\n"), JUNK),
    "empty": Fault(http(""), JUNK),
    "null": Fault(http("null"), JUNK),
    "list": Fault(http("[]"), JUNK),
    "number": Fault(http("7"), JUNK),
    "string": Fault(http('"yes"'), JUNK),
    "blanks": Fault(http(" \n" * 500_000), JUNK),
    "utf-16": Fault(http(GOOD.encode("utf-16")), JUNK),
    "stream": Fault(http(f"data: {GOOD}\n\ndata: [DONE]\n\n", content_type="text/event-stream"), JUNK),
    "twice": Fault(http(GOOD + GOOD), JUNK),
    "deep": Fault(http("[" * 10_000), JUNK),
    "number-without-end": Fault(http(f'{GOOD[:-1]}, "x": {"9" * 5000}}}'), JUNK),
    "object": Fault(http("{}"), EMPTY),
    "detail": Fault(http('{"detail": "Not Found"}'), EMPTY),
    "no-choices": Fault(_choices([]), EMPTY),
    "choices-null": Fault(_choices(None), EMPTY),
    "choices-object": Fault(_choices({}), EMPTY),
    "choice-null": Fault(_choices([None]), EMPTY),
    "message-null": Fault(_choices([{"message": None}]), EMPTY),
    "message-missing": Fault(_choices([{"text": "yes"}]), EMPTY),
    "content-missing": Fault(_choices([{"message": {"role": "assistant"}}]), EMPTY),
    "content-list": Fault(chat([{"type": "text", "text": "{}"}]), EMPTY),
    "content-number": Fault(chat(7), EMPTY),
    "content-object": Fault(chat({"claims": []}), EMPTY),
    "200-error": Fault(_error({"message": "upstream is down", "code": 503}), "503 .*: upstream is down"),
    "200-error-words": Fault(_error("overloaded"), "502 .*: overloaded"),
    "200-error-number": Fault(_error(5), "502"),
    "200-error-true": Fault(_error(True), "502"),
    "200-error-list": Fault(_error(["busy"]), "502"),
    "200-error-within": Fault(_error({"error": {"message": "busy"}}), "502 .*: busy"),
    "200-error-code-words": Fault(_error({"code": "429", "message": "busy"}), "502 .*: busy"),
    "200-error-code-200": Fault(_error({"code": 200, "message": "fine"}), "502 .*: fine"),
    "200-error-beside": Fault(_error({"message": "half"}, choices=body_of("{}")["choices"]), "502 .*: half"),
    "200-error-listed": Fault(http('[{"error": {"code": 503, "message": "busy"}}]'), "503 .*: busy"),
    "200-error-object": Fault(http('{"object": "error", "message": "busy", "code": 500}'), "500 .*: busy"),
    "200-error-in-choice": Fault(
        chat('{"cl', choice={"finish_reason": "error", "error": {"code": 502, "message": "gone"}}), "502 .*: gone"
    ),
}
"""What may pass: it is asked again, as often as the attempts allow."""

_FAR = "Waiting another day or more would be longer than one answer may take"
LASTING: dict[str, Fault] = {
    "429-days": Fault(failed(429, retry_after="99999999999"), _FAR),
    "429-for-ever": Fault(failed(429, retry_after="1e308"), _FAR),
    "429-date-far": Fault(failed(429, retry_after="Fri, 31 Dec 9999 23:59:59 GMT"), _FAR),
    "too-long": Fault(failed(400, "too long", "context_length_exceeded"), "longer than the model reads. Split the"),
    "too-long-in-words": Fault(failed(400, "maximum context length is 4096 tokens"), "longer than the model reads"),
    "too-long-here": Fault(failed(400, "exceeds the available context size"), "longer than the model reads"),
    "413": Fault(failed(413), "longer than the model reads"),
    "parameter": Fault(failed(400, "Unsupported parameter: 'response_format'"), "Set VERIFIER_STRUCTURED=schema"),
    "400": Fault(failed(400, "messages: too odd"), "turned down.*messages: too odd.*VERIFIER_MODEL"),
    "400-empty": Fault(http("", 400), r"turned down.*400 \(Bad Request\)\. Another model"),
    "400-page": Fault(http(PAGE, 400), r"turned down.*400 \(Bad Request\)\. Another model"),
    "418": Fault(failed(418), "418"),
    "422": Fault(http('{"detail": "the input is odd"}', 422), "422 .*: the input is odd"),
    "451": Fault(failed(451), "451"),
    "firewall": Fault(http(PAGE, 403, content_type="text/html"), "a guard before the endpoint turned this text down"),
    "firewall-mute": Fault(http("", 403), "a guard before the endpoint turned this text down"),
    "moderation": Fault(failed(403, "Your input was flagged"), "content filter turned the request down"),
    "filtered": Fault(failed(400, "policy", "content_filter"), "content filter turned the request down"),
    "filtered-answer": Fault(chat("", choice={"finish_reason": "content_filter"}), "content filter stopped the model"),
    "refusal": Fault(chat(None, message={"refusal": "No\n\x1b[2J never."}), "declined to answer: “No �.2J never”"),
    "refusal-list": Fault(chat(None, message={"refusal": ["no"]}), "declined to answer"),
    "truncated": Fault(chat('{"claims": [', choice={"finish_reason": "length"}), "cut off at its longest length"),
    "truncated-mute": Fault(chat(None, choice={"finish_reason": "length"}), "cut off at its longest length"),
    "endless": Fault(chat(" " * 1_100_000), "longer than 1,000,000 characters"),
}
"""What would come again: it is asked once."""

KEY = "does not accept the key. Check OPENAI_API_KEY"
QUOTA = "has no quota left. Check its plan and billing"
PLACE = "Check VERIFIER_MODEL, which is “gpt-6-luna”, and OPENAI_BASE_URL"
MOVED = "sends requests on.*Set OPENAI_BASE_URL to where it answers"
TURNED_DOWN: dict[str, Fault] = {
    "401": Fault(failed(401, "Incorrect API key provided: sk-test-1234567890abcdef"), KEY),
    "401-page": Fault(http(PAGE, 401), KEY),
    "403": Fault(failed(403, "Country not supported"), KEY),
    "key-as-400": Fault(http('[{"error": {"code": 400, "message": "API key not valid."}}]', 400), KEY),
    "quota": Fault(failed(429, "You exceeded your quota", "insufficient_quota"), QUOTA),
    "credit": Fault(failed(402), QUOTA),
    "200-quota": Fault(_error({"message": "no", "code": "insufficient_quota"}), QUOTA),
    "model": Fault(failed(404, "The model `gpt-9` does not exist", "model_not_found"), PLACE),
    "model-as-400": Fault(failed(400, "gpt-9 is not a valid model ID"), PLACE),
    "path": Fault(http(PAGE, 404, content_type="text/html"), PLACE),
    "method": Fault(http("", 405), PLACE),
    "moved": Fault(http("", 301, location="https://other.invalid/v1?token=1"), rf"{MOVED}"),
    "moved-for-now": Fault(http("", 307, location="//other.invalid"), MOVED),
    "moved-nowhere": Fault(http("", 302), MOVED),
    "not-modified": Fault(http("", 304), MOVED),
}
"""What every request would meet: nothing is asked again, and a run in which nothing was answered ends at once."""


def _unfit(content: str | None, words: str, **changes: Any) -> Fault:
    return Fault(chat(content, **changes), f"does not fit what it was asked for, also after being asked again.*{words}")


_CALL = {"id": "1", "type": "function", "function": {"name": "answer", "arguments": "{}"}}


def _claimed(**changes: Any) -> str:
    return pointing({**claim("s1", "f1"), **changes})


UNFIT: dict[str, Fault] = {
    "mute": _unfit(None, "EOF"),
    "blank": _unfit("", "EOF"),
    "spaces": _unfit("  \n", "EOF"),
    "tool": _unfit(None, "EOF", message={"tool_calls": [_CALL]}, choice={"finish_reason": "tool_calls"}),
    "tool-nonsense": _unfit(None, "EOF", message={"tool_calls": "x", "function_call": 7}, choice={"finish_reason": 9}),
    "prose": _unfit("I found three claims in this article.", "Invalid JSON"),
    "fence": _unfit(f"```json\n{_claimed()}\n```", "Invalid JSON"),
    "prefix": _unfit(f"Here you are: {_claimed()}", "Invalid JSON"),
    "suffix": _unfit(f"{_claimed()} Anything else?", "Invalid JSON"),
    "two": _unfit(f"{_claimed()}\n{_claimed()}", "Invalid JSON"),
    "cut": _unfit(_claimed()[:-9], "Invalid JSON", choice={"finish_reason": None}),
    "nan": _unfit('{"claims": [NaN], "dismissed": [Infinity]}', "Input should be an object"),
    "nested": _unfit("[" * 10_000, "recursion limit"),
    "nested-within": _unfit(f'{{"claims": {"[" * 10_000}{"]" * 10_000}, "dismissed": []}}', "recursion limit"),
    "control": _unfit('{"claims": "\x00\x1b[2J"}', "control character"),
    "half-a-character": _unfit('{"claims": "\\ud800", "dismissed": []}', "Invalid JSON"),
    "half-a-character-in-prose": _unfit("Prose \udc80 only", "Invalid JSON"),
    "extra": _unfit(_claimed(verdict="true"), "claims.0.verdict: Extra inputs are not permitted"),
    "extra-above": _unfit('{"claims": [], "dismissed": [], "verdict": 1}', "verdict: Extra inputs"),
    "missing": _unfit('{"claims": [{"sentence": "s1"}]}', "Field required"),
    "types": _unfit('{"claims": "all", "dismissed": 7}', "valid array"),
    "nulls": _unfit('{"claims": null, "dismissed": null}', "valid array"),
    "figures-number": _unfit(_claimed(figures=[1]), "valid string"),
    "figures-string": _unfit(_claimed(figures="f1"), "valid array"),
    "sentence-number": _unfit(_claimed(sentence=1), "valid string"),
    "unknown-aspect": _unfit(_claimed(aspect="verdict"), "'amount', 'change'"),
    "unknown-modality": _unfit(_claimed(modality="true"), "'fact'"),
    "another-answer": _unfit('{"same": [], "related": [], "statements": []}', "claims: Field required"),
}
"""What is no answer to what was asked: the fault is pointed out, once."""


def _used(usage: object) -> Callable[[str], Reply]:
    return lambda content: chat(content, usage=usage)


SERVED: dict[str, Callable[[str], Reply]] = {
    "content-type": lambda content: http(json.dumps(body_of(content)), content_type="text/html; charset=latin-1"),
    "no-length": lambda content: Reply(b"HTTP/1.1 200 OK\r\n\r\n" + json.dumps(body_of(content)).encode(), "close"),
    "chunks": lambda content: chunked(json.dumps(body_of(content)), whole=True),
    "gzip": lambda content: http(gzip.compress(json.dumps(body_of(content)).encode()), content_encoding="gzip"),
    "unknown-encoding": lambda content: http(json.dumps(body_of(content)), content_encoding="nonsense"),
    "byte-order-mark": lambda content: http(b"\xef\xbb\xbf" + json.dumps(body_of(content)).encode()),
    "padded": lambda content: http(" \n" * 50_000 + json.dumps(body_of(content)) + "\n" * 50_000),
    "bad-bytes": lambda content: http(json.dumps(body_of(content, note="?")).encode().replace(b"?", b"\xff\xc0\x80")),
    "duplicate-keys": lambda content: chat(f'{{"dismissed": [], "claims": [], {content[1:]}'),
    "nested-beside": lambda content: http(f'{json.dumps(body_of(content))[:-1]}, "x": {"[" * 400}{"]" * 400}}}'),
    "nan-beside": lambda content: http(f'{json.dumps(body_of(content))[:-1]}, "x": NaN, "y": -Infinity}}'),
    "fields-of-any-kind": lambda content: chat(content, id=None, model=7, created="x", service_tier=["x"]),
    "refusal-empty": lambda content: chat(content, message={"refusal": ""}),
    "error-null": lambda content: chat(content, error=None),
    "two-choices": lambda content: chat(content, choices=body_of(content)["choices"] * 2),
    "usage-null": _used(None),
    "usage-words": _used("many"),
    "usage-list": _used([5]),
    "usage-negative": _used({"prompt_tokens": -5, "completion_tokens": -1, "total_tokens": -6}),
    "usage-strings": _used({"prompt_tokens": "9", "completion_tokens": "9", "total_tokens": "18"}),
    "usage-enormous": _used({"prompt_tokens": 10**30, "completion_tokens": 10**30, "total_tokens": 1}),
    "usage-fractions": _used({"prompt_tokens": 1.5, "completion_tokens": True, "cost": True}),
    "usage-details": _used({"prompt_tokens": 5, "completion_tokens": 5, "prompt_tokens_details": "x"}),
    "usage-cached": _used(
        {"prompt_tokens": 5, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 9e99}}
    ),
}
"""A good answer, oddly wrapped."""
