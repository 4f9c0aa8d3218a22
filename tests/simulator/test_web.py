"""The server on the loopback interface."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from telegram import Update
from telegram.error import NetworkError
from telegram.ext import Application
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import websocket_connect

from bot.simulator import Fault, Person, TelegramServer
from bot.simulator.web import serve
from tests.simulator.sample import add_handlers, polling_application, sample_cast


async def fetch(url: str, **options: Any) -> HTTPResponse:
    return await AsyncHTTPClient().fetch(HTTPRequest(url, **options), raise_error=False)


async def test_the_library_polls_for_real_over_loopback(
    server: TelegramServer, alice: Person
) -> None:
    serving = await serve(server)
    application = polling_application(serving.url)
    try:
        async with application:
            await application.start()
            assert application.updater is not None
            await application.updater.start_polling()
            alice.says("第二十四条")
            await server.until(lambda: alice.chat.last.text == "您说：第二十四条")
            alice.sends_document("营业执照（副本）.pdf", b"%PDF" * 1000)
            await server.until(lambda: "回执" in alice.chat.transcript())
            await application.updater.stop()
            await application.stop()
    finally:
        await serving.stop()
    document = alice.chat.last.content.document
    assert document is not None
    assert document.content == b"%PDF" * 1000
    assert "营业执照" in document.name
    assert len(server.bot.updates) == 0
    assert not server.violations


async def test_an_answer_that_is_lost_on_the_wire_may_have_had_its_effect(
    server: TelegramServer, alice: Person
) -> None:
    serving = await serve(server)
    try:
        async with polling_application(serving.url) as application:
            server.faults.next("sendMessage", Fault.timeout(after_effect=True))
            with pytest.raises(NetworkError):
                await application.bot.send_message(alice.id, "发出了")
    finally:
        await serving.stop()
    assert alice.chat.last.text == "发出了"


async def test_calls_come_by_get_form_and_json(server: TelegramServer, alice: Person) -> None:
    serving = await serve(server)
    root = f"{serving.url}/bot{server.bot.token}"
    try:
        query = urlencode({"chat_id": alice.id, "text": "一"})
        by_get = await fetch(f"{root}/sendMessage?{query}")
        by_form = await fetch(f"{root}/sendMessage", method="POST", body=query)
        by_json = await fetch(
            f"{root}/sendMessage",
            method="POST",
            headers={"Content-Type": "application/json"},
            body=json.dumps({"chat_id": alice.id, "text": "一"}),
        )
        for response in (by_get, by_form, by_json):
            assert json.loads(response.body)["result"]["text"] == "一"
        server.faults.next("getMe", Fault.flood(9))
        flooded = await fetch(f"{root}/getMe")
        assert (flooded.code, flooded.headers["Retry-After"]) == (429, "9")
        assert (await fetch(f"{serving.url}/bot1:2/getMe")).code == 404
        assert (await fetch(f"{serving.url}/bot7000000001:wrong/getMe")).code == 401
        assert (await fetch(f"{root}/sendCheese")).code == 404
        malformed = await fetch(
            f"{root}/getMe",
            method="POST",
            headers={"Content-Type": "application/json"},
            body="{",
        )
        assert malformed.code == 400
    finally:
        await serving.stop()


async def test_only_this_machine_is_served_and_only_under_its_own_name(
    server: TelegramServer,
) -> None:
    with pytest.raises(ValueError, match="只在本机开放"):
        await serve(server, "0.0.0.0")
    serving = await serve(server, cast=sample_cast(server))
    try:
        foreign = {"Host": "evil.example"}
        assert (await fetch(serving.url, headers=foreign)).code == 404
        assert (await fetch(serving.url)).code == 200
        upload = await fetch(
            f"{serving.url}/page/upload",
            method="POST",
            body="",
            headers={"Origin": "https://evil.example"},
        )
        assert upload.code == 403
    finally:
        await serving.stop()


async def test_the_page_loads_nothing_from_elsewhere(server: TelegramServer) -> None:
    serving = await serve(server, cast=sample_cast(server))
    try:
        page = await fetch(serving.url)
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        for part in ("", "css/base.css", "js/main.js", "icon.svg", "pattern.svg"):
            body = (await fetch(f"{serving.url}/{part}")).body.decode()
            addresses = body.replace("http://www.w3.org/2000/svg", "")
            assert "http://" not in addresses
            assert "https://" not in addresses
    finally:
        await serving.stop()


async def test_files_of_the_chat_are_saved_and_never_opened_by_the_browser(
    server: TelegramServer, alice: Person
) -> None:
    serving = await serve(server, cast=sample_cast(server))
    try:
        page = alice.sends_document("坏.html", b"<script>alert(1)</script>").message
        assert page.content.document is not None
        got = await fetch(f"{serving.url}/page/file/{page.content.document.id}")
        assert got.headers["Content-Disposition"].startswith("attachment")
        assert got.headers["Content-Type"] == "application/octet-stream"
    finally:
        await serving.stop()


async def test_a_page_socket_tells_everything_and_then_every_change(
    server: TelegramServer,
) -> None:
    cast = sample_cast(server)
    person = cast.left.seats[0].person
    serving = await serve(server, cast=cast)
    try:
        address = f"{serving.url}/page/socket".replace("http", "ws")
        socket = await websocket_connect(HTTPRequest(address, headers={"Origin": serving.url}))
        everything = json.loads(str(await socket.read_message()))
        assert [side["title"] for side in everything["sides"]] == ["机构", "工作人员"]
        ask = {"as": person.id, "in": f"p{person.id}", "do": "says", "text": "<b>你好"}
        await socket.write_message(json.dumps(ask))
        told = json.loads(str(await socket.read_message()))
        assert (told["type"], told["message"]["text"]) == ("message", "<b>你好")
        for wrong in ({**ask, "as": 1}, {**ask, "do": "dances"}, {**ask, "text": " "}):
            await socket.write_message(json.dumps(wrong))
            assert json.loads(str(await socket.read_message()))["type"] == "problem"
        socket.close()
    finally:
        await serving.stop()


async def test_updates_are_brought_to_a_webhook_with_its_secret(
    server: TelegramServer, alice: Person
) -> None:
    serving = await serve(server)
    builder = Application.builder().token(server.bot.token)
    application = builder.base_url(f"{serving.url}/bot").build()
    add_handlers(application)
    port = unused_port()
    try:
        async with application:
            await application.start()
            assert application.updater is not None
            await application.updater.start_webhook(
                "127.0.0.1",
                port,
                "hook",
                webhook_url=f"http://127.0.0.1:{port}/hook",
                secret_token="geheim",
                allowed_updates=Update.ALL_TYPES,
            )
            alice.says("送来的")
            await server.until(lambda: alice.chat.last.text == "您说：送来的")
            await server.until(lambda: len(server.bot.updates) == 0)
            await application.updater.stop()
            await application.stop()
    finally:
        await serving.stop()
    assert not server.violations


def unused_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
