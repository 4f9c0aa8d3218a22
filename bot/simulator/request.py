"""python-telegram-bot talking to the server in the same process, without a socket."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import IO
from urllib.parse import unquote, urlsplit

import httpx
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.simulator.server import TelegramServer
from bot.simulator.wire.arguments import Upload
from bot.simulator.wire.errors import AnswerLost, Unreachable

_METHOD = re.compile(r"/bot([^/]+)/(\w+)\Z")
_FILE = re.compile(r"/file/bot([^/]+)/(.+)\Z")
_Part = tuple[str, bytes | IO[bytes], str]


class SimulatorRequest(BaseRequest):
    """For ``ApplicationBuilder().request(…).get_updates_request(…)``: one object for each."""

    def __init__(self, server: TelegramServer, *, read_timeout: float = 5.0) -> None:
        self._server = server
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float:
        """Only told, never used: nothing here takes time."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call. The parameters pass through their JSON form, as on a real wire."""
        path = unquote(urlsplit(url).path)
        try:
            if found := _FILE.search(path):
                return self._server.fetch_file(found.group(1), found.group(2))
            found = _METHOD.search(path)
            if found is None:
                return 404, b'{"ok":false,"error_code":404,"description":"Not Found"}'
            params = request_data.json_parameters if request_data else {}
            files = _uploads(request_data) if request_data else {}
            status, body = await self._server.call(found.group(1), found.group(2), params, files)
        except AnswerLost as error:
            raise TimedOut from error
        except Unreachable as error:
            raise NetworkError("Simulated") from httpx.ConnectError(str(error))
        return status, json.dumps(body, ensure_ascii=False).encode()


def _uploads(request_data: RequestData) -> dict[str, Upload]:
    parts: Mapping[str, _Part] = request_data.multipart_data or {}
    uploads = {}
    for name, (filename, content, mime) in parts.items():
        data = content if isinstance(content, bytes) else content.read()
        uploads[name] = Upload(filename, data, mime)
    return uploads
