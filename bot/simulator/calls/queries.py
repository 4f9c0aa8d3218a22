"""Answers to pressed buttons and to what is typed after the bot's name."""

from __future__ import annotations

from typing import Any

from bot.simulator.state.accounts import BotAccount
from bot.simulator.state.events import Event
from bot.simulator.state.world import Toast, World
from bot.simulator.wire.arguments import Arguments
from bot.simulator.wire.errors import ApiError, bad_request, not_simulated
from bot.simulator.wire.formatted import TEXT_LIMIT, formatted
from bot.simulator.wire.jsontypes import JsonDict
from bot.simulator.wire.keyboards import checked_markup
from bot.simulator.wire.links import start_link
from bot.simulator.wire.utf16 import utf16_len

ANSWER_LIMIT = 200
RESULTS_LIMIT = 50
_ARTICLE = {
    "type",
    "id",
    "title",
    "input_message_content",
    "reply_markup",
    "url",
    "description",
    "thumbnail_url",
    "thumbnail_width",
    "thumbnail_height",
}


def _too_old(*, avoidable: bool) -> ApiError:
    return bad_request(
        "query is too old and response timeout expired or query ID is invalid",
        avoidable=avoidable,
    )


def answer_callback_query(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """The answer to a pressed button, in time and once."""
    query = world.callbacks.get(arguments.text("callback_query_id"))
    if query is None or query.bot is not bot:
        raise _too_old(avoidable=True)
    text = arguments.text("text")
    if utf16_len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    url = arguments.text("url")
    if url and (start_link(url) or ("", ""))[0].lower() != bot.user.username.lower():
        raise bad_request("URL_INVALID")
    # A press that waited while the bot was away is nobody's mistake; a second answer is one.
    if query.answer is not None:
        raise _too_old(avoidable=True)
    if world.clock() - query.born > world.patience.callback_seconds:
        raise _too_old(avoidable=False)
    query.answer = Toast(text, arguments.yes("show_alert"), url)
    data = {"query": query.id, "user": query.user.id, "toast": query.answer}
    world.events.tell(Event("answered", query.message.chat, query.message, data))
    return True


def answer_inline_query(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """The list from which somebody chooses what to send through the bot."""
    query = world.inline_queries.get(arguments.text("inline_query_id"))
    if query is None or query.bot is not bot or query.results is not None:
        raise _too_old(avoidable=True)
    results = arguments.array("results")
    if len(results) > RESULTS_LIMIT:
        raise bad_request("RESULTS_TOO_MUCH")
    checked = [_article(item) for item in results]
    if len({item["id"] for item in checked}) < len(checked):
        raise bad_request("RESULT_ID_DUPLICATE")
    if world.clock() - query.born > world.patience.inline_seconds:
        raise _too_old(avoidable=False)
    query.results = checked
    query.button = _button(arguments.obj("button"))
    data = {"query": query.id, "user": query.user.id}
    world.events.tell(Event("results", data=data))
    return True


def _button(given: JsonDict | None) -> JsonDict | None:
    if given is None:
        return None
    if "web_app" in given:
        raise not_simulated("web apps")
    payload = str(given.get("start_parameter", ""))
    if not given.get("text") or not 1 <= len(payload) <= 64:
        raise bad_request("can't parse inline query results button")
    return given


def _article(item: Any) -> JsonDict:
    """One result, its text parsed; only articles with text are simulated."""
    if not isinstance(item, dict) or item.get("type") != "article":
        raise not_simulated("inline results other than articles")
    if set(item) - _ARTICLE:
        raise bad_request(f"can't parse inline query result: {sorted(set(item) - _ARTICLE)}")
    if not isinstance(item.get("id"), str) or not 1 <= len(item["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if not item.get("title"):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = item.get("input_message_content")
    if not isinstance(content, dict) or "message_text" not in content:
        raise not_simulated("inline results without text")
    text, entities = formatted(
        str(content["message_text"]),
        str(content.get("parse_mode", "")),
        content.get("entities"),
        what="message",
        limit=TEXT_LIMIT,
    )
    if not text:
        raise bad_request("message text is empty")
    markup = checked_markup(item.get("reply_markup"), inline_only=True)
    return {**item, "text": text, "entities": entities, "markup": markup}
