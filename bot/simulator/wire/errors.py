"""Refusals in the words of the real server."""

from __future__ import annotations

from bot.simulator.wire.jsontypes import JsonDict


class ApiError(Exception):
    """A refused call. `avoidable` says that a correct bot never gets this answer."""

    def __init__(
        self,
        status: int,
        description: str,
        *,
        avoidable: bool = True,
        parameters: JsonDict | None = None,
    ) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.avoidable = avoidable
        self.parameters = parameters

    def answer(self) -> JsonDict:
        """The body of the HTTP answer."""
        body: JsonDict = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class AnswerLost(Exception):
    """The connection ended without an answer: the caller cannot know what was done."""


class Unreachable(Exception):
    """No connection came about: nothing was done."""


def bad_request(text: str, *, avoidable: bool = True) -> ApiError:
    """400, the bot's own mistake unless it is said to be nobody's."""
    return ApiError(400, f"Bad Request: {text}", avoidable=avoidable)


def forbidden(text: str) -> ApiError:
    """403: people block, leave and kick as they like, so it is never the bot's mistake."""
    return ApiError(403, f"Forbidden: {text}", avoidable=False)


def cannot_parse(text: str) -> ApiError:
    """400 for broken HTML."""
    return bad_request(f"can't parse entities: {text}")


def chat_not_found(*, avoidable: bool) -> ApiError:
    """400: avoidable when no such chat ever was, not when a person simply never pressed start."""
    return bad_request("chat not found", avoidable=avoidable)


def migrated(new_id: int) -> ApiError:
    """400 with the new id of a group that became a supergroup."""
    return ApiError(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        avoidable=False,
        parameters={"migrate_to_chat_id": new_id},
    )


def too_many_requests(seconds: int, *, avoidable: bool = False) -> ApiError:
    """429 with the number of seconds to be silent."""
    return ApiError(
        429,
        f"Too Many Requests: retry after {seconds}",
        avoidable=avoidable,
        parameters={"retry_after": seconds},
    )


def conflict(text: str) -> ApiError:
    """409: somebody else is asking for the same updates."""
    return ApiError(409, f"Conflict: {text}", avoidable=False)


def not_simulated(what: str) -> ApiError:
    """501: the real server may do this, ours does not."""
    return ApiError(501, f"Not Implemented: the simulator does not know {what}")
