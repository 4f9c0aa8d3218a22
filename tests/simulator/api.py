"""Calling the simulated server by hand."""

from __future__ import annotations

from typing import Any

from bot.simulator import TelegramServer, Upload


class Refused(Exception):
    """The server said no."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status} {body['description']}")
        self.status = status
        self.description: str = body["description"]
        self.parameters: dict[str, Any] = body.get("parameters", {})


class Api:
    """``await api("sendMessage", chat_id=…, text=…)``: the result, or Refused."""

    def __init__(self, server: TelegramServer) -> None:
        self.server = server

    async def __call__(
        self, method: str, *, upload: dict[str, Upload] | None = None, **params: Any
    ) -> Any:
        status, body = await self.server.call(self.server.bot.token, method, params, upload or {})
        assert body["ok"] == (status == 200)
        if status != 200:
            assert body["error_code"] == status
            raise Refused(status, body)
        return body["result"]
