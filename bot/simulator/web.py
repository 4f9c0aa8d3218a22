"""The server on the loopback interface: the Bot API, file downloads, and the demo page."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any
from urllib.parse import unquote

import tornado.httpserver
import tornado.netutil
import tornado.web

from bot.simulator.demo import DemoCast
from bot.simulator.pageapi import page_routes
from bot.simulator.server import TelegramServer
from bot.simulator.webhook import WebhookCourier
from bot.simulator.wire.arguments import Upload
from bot.simulator.wire.errors import AnswerLost, Unreachable

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
BODY_LIMIT = 60 * 1024 * 1024


class BotApiHandler(tornado.web.RequestHandler):
    """``/bot<token>/<method>``, by GET or POST, as form, multipart or JSON."""

    def initialize(self, server: TelegramServer) -> None:
        """Tornado's way to hand over what the handler works on."""
        self._server = server
        self._call: asyncio.Task[tuple[int, dict[str, Any]]] | None = None

    async def get(self, token: str, method: str) -> None:
        """Parameters in the address."""
        await self._answer(unquote(token), method)

    async def post(self, token: str, method: str) -> None:
        """Parameters in the body."""
        await self._answer(unquote(token), method)

    def on_connection_close(self) -> None:
        """Whoever hangs up no longer waits for updates."""
        if self._call is not None:
            self._call.cancel()

    def log_exception(self, *args: Any) -> None:
        """The address holds the token, so tornado's own line is not written."""

    async def _answer(self, token: str, method: str) -> None:
        params, files = self._params(), self._uploads()
        self._call = asyncio.ensure_future(self._server.call(token, method, params, files))
        try:
            status, body = await self._call
        except asyncio.CancelledError:
            return
        except (AnswerLost, Unreachable):
            self._hang_up()
            return
        self.set_status(status)
        if "parameters" in body and "retry_after" in body["parameters"]:
            self.set_header("Retry-After", str(body["parameters"]["retry_after"]))
        self.set_header("Content-Type", "application/json")
        self.write(json.dumps(body, ensure_ascii=False))

    def _hang_up(self) -> None:
        """No answer at all: on a real line nobody can tell what was done."""
        stream = self.detach()
        stream.close()

    def _params(self) -> dict[str, Any]:
        params: dict[str, Any] = {}
        for name, values in self.request.arguments.items():
            params[name] = values[-1].decode("utf-8", "surrogateescape")
        kind = self.request.headers.get("Content-Type", "")
        if kind.startswith("application/json") and self.request.body:
            try:
                body = json.loads(self.request.body)
            except ValueError:
                # Told by the server as an unknown parameter, and so noted as a violation.
                body = {"malformed JSON body": True}
            params.update(body if isinstance(body, dict) else {})
        return params

    def _uploads(self) -> dict[str, Upload]:
        return {
            name: Upload(parts[-1].filename, parts[-1].body, parts[-1].content_type)
            for name, parts in self.request.files.items()
        }


class FileHandler(tornado.web.RequestHandler):
    """``/file/bot<token>/<path>``."""

    def initialize(self, server: TelegramServer) -> None:
        """Tornado's way to hand over what the handler works on."""
        self._server = server

    def get(self, token: str, path: str) -> None:
        """The bytes, or 404 when the link is dead."""
        status, content = self._server.fetch_file(unquote(token), unquote(path))
        self.set_status(status)
        self.set_header("Content-Type", "application/octet-stream")
        self.write(content)


class Serving:
    """A server that is up. `url` is the root: give it to a bot, or open it in a browser."""

    def __init__(
        self, http: tornado.httpserver.HTTPServer, url: str, courier: WebhookCourier
    ) -> None:
        self.url = url
        self._http = http
        self._courier = courier

    async def stop(self) -> None:
        """Let nobody in any more and close what is open."""
        self._http.stop()
        await self._courier.stop()
        with suppress(TimeoutError):
            async with asyncio.timeout(2):
                await self._http.close_all_connections()


async def serve(
    server: TelegramServer,
    host: str = "127.0.0.1",
    port: int = 0,
    cast: DemoCast | None = None,
) -> Serving:
    """Serve on the loopback interface; with a cast also the demo page, at the root."""
    if host not in LOOPBACK:
        raise ValueError(f"模拟器只在本机开放，不能用{host}")
    routes: list[Any] = [
        (r"/bot([^/]+)/(\w+)", BotApiHandler, {"server": server}),
        (r"/file/bot([^/]+)/(.+)", FileHandler, {"server": server}),
    ]
    if cast is not None:
        routes += page_routes(server, cast)
    # Doubt: a web page elsewhere may point its own name at 127.0.0.1; its name is not ours.
    names = r"(?:127\.0\.0\.1|localhost|\[::1\])"
    application = tornado.web.Application(log_function=lambda handler: None)
    application.add_handlers(names, routes)
    http = tornado.httpserver.HTTPServer(
        application, max_body_size=BODY_LIMIT, max_buffer_size=BODY_LIMIT
    )
    sockets = tornado.netutil.bind_sockets(port, host)
    http.add_sockets(sockets)
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{sockets[0].getsockname()[1]}"
    courier = WebhookCourier(server)
    courier.start()
    return Serving(http, url, courier)
