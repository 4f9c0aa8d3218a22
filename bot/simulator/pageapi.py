"""The demo page's own API: a websocket for words and presses, HTTP for files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import tornado.web
import tornado.websocket

from bot.simulator.demo import DemoCast
from bot.simulator.pagedeeds import PageDeeds
from bot.simulator.pageview import PageView, message_view, results_view
from bot.simulator.server import TelegramServer
from bot.simulator.state.events import Event
from bot.simulator.state.world import Toast
from bot.simulator.wire.jsontypes import JsonDict

PAGE = Path(__file__).parent / "page"
PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


class PageHandler(tornado.web.StaticFileHandler):
    """The page itself; it loads nothing from anywhere else."""

    def set_extra_headers(self, path: str) -> None:
        """No foreign scripts, no framing, no stale copies after an upgrade."""
        self.set_header("Content-Security-Policy", _POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-cache")


class SocketHandler(tornado.websocket.WebSocketHandler):
    """One open page: gets every change, sends what its people do.

    Tornado refuses pages of other origins before `open`.
    """

    def initialize(self, server: TelegramServer, cast: DemoCast) -> None:
        """Tornado's way to hand over what the handler works on."""
        self._server = server
        self._view = PageView(server, cast)
        self._deeds = PageDeeds(server, cast, self._view)
        self._unlisten: Callable[[], None] | None = None

    def open(self, *args: str, **kwargs: str) -> None:
        """Show everything, then every change."""
        self._send(self._view.everything())
        self._unlisten = self._server.world.events.listen(self._changed)

    def on_close(self) -> None:
        """The page is gone."""
        if self._unlisten is not None:
            self._unlisten()
            self._unlisten = None

    def on_message(self, message: str | bytes) -> None:
        """Something that one of the page's people does."""
        try:
            answer = self._deeds.do(json.loads(message))
        except (LookupError, ValueError, TypeError, KeyError) as error:
            answer = {"type": "problem", "text": str(error).strip("'")}
        if answer is not None:
            self._send(answer)

    def _send(self, data: JsonDict) -> None:
        if self.ws_connection is not None:
            self.write_message(json.dumps(data, ensure_ascii=False))

    def _changed(self, event: Event) -> None:
        told = self._told(event)
        if told is not None:
            self._send(told)

    def _told(self, event: Event) -> JsonDict | None:
        if event.kind in {"profile", "chat"}:
            return self._view.everything()
        if event.kind == "results":
            return self._results(event.data)
        key = self._view.key(event.chat) if event.chat is not None else None
        if key is None:
            return None
        told: JsonDict = {"type": event.kind, "chat": key}
        if event.message is not None:
            told["message"] = message_view(event.message)
        if event.kind == "answered":
            toast: Toast = event.data["toast"]
            told |= {"user": event.data["user"], "text": toast.text}
            told |= {"alert": toast.alert, "url": toast.url}
        return told

    def _results(self, data: JsonDict) -> JsonDict:
        query = self._server.world.inline_queries[data["query"]]
        return {
            "type": "results",
            "query": query.id,
            "user": query.user.id,
            "results": results_view(query.results or []),
            "button": query.button,
        }


class UploadHandler(tornado.web.RequestHandler):
    """Files that a person of the page sends; several become an album."""

    def initialize(self, server: TelegramServer, cast: DemoCast) -> None:
        """Tornado's way to hand over what the handler works on."""
        self._deeds = PageDeeds(server, cast, PageView(server, cast))

    def post(self) -> None:
        """Take the files, unless the request comes from another site."""
        origin = urlsplit(self.request.headers.get("Origin", "")).netloc
        if origin != self.request.host:
            raise tornado.web.HTTPError(403)
        files = [
            (part.filename, part.body, part.content_type)
            for part in self.request.files.get("files", [])
        ]
        fields = {name: self.get_body_argument(name) for name in self.request.body_arguments}
        try:
            self._deeds.upload(fields, files)
        except (LookupError, ValueError) as error:
            self.set_status(400)
            self.write({"problem": str(error).strip("'")})
            return
        self.write({"ok": True})


class StoredFileHandler(tornado.web.RequestHandler):
    """A file of a chat, to look at or to keep."""

    def initialize(self, server: TelegramServer) -> None:
        """Tornado's way to hand over what the handler works on."""
        self._server = server

    def get(self, file_id: str) -> None:
        """Pictures are shown; all else is only ever saved, never opened by the browser."""
        stored = self._server.world.files.get(file_id)
        if stored is None:
            raise tornado.web.HTTPError(404)
        content = stored.content if stored.content is not None else bytes(stored.size)
        shown = stored.kind == "photo" and stored.mime in PICTURES
        kind = stored.mime if shown else "application/octet-stream"
        self.set_header("Content-Type", kind)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
        if not shown:
            name = quote(stored.name or "file")
            self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{name}")
        self.write(content)


def page_routes(server: TelegramServer, cast: DemoCast) -> list[Any]:
    """The routes of the page."""
    both = {"server": server, "cast": cast}
    static = {"path": str(PAGE), "default_filename": "index.html"}
    return [
        (r"/page/socket", SocketHandler, both),
        (r"/page/upload", UploadHandler, both),
        (r"/page/file/([\w-]+)", StoredFileHandler, {"server": server}),
        (r"/(.*)", PageHandler, static),
    ]
