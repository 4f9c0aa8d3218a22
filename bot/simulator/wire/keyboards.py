"""Keyboards under and below messages: what the server accepts."""

from __future__ import annotations

from typing import Any

from bot.simulator.wire.errors import ApiError, bad_request, not_simulated
from bot.simulator.wire.jsontypes import JsonDict
from bot.simulator.wire.links import checked_link
from bot.simulator.wire.utf16 import utf16_len

DATA_LIMIT = 64
BUTTONS_LIMIT = 100
ROW_LIMIT = 8
STYLES = {"primary", "success", "danger"}
_LOOKS = {"text", "style", "icon_custom_emoji_id"}
_ACTIONS = {
    "callback_data",
    "url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
}
_UNSIMULATED = {"web_app", "login_url", "switch_inline_query_chosen_chat", "callback_game", "pay"}
_REPLY_KEYS = {
    "keyboard",
    "is_persistent",
    "resize_keyboard",
    "one_time_keyboard",
    "input_field_placeholder",
    "selective",
}


def checked_markup(markup: JsonDict | None, *, inline_only: bool = False) -> Any:
    """The markup as it is stored; None for an empty inline keyboard."""
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        _refuse_keys(markup, {"inline_keyboard"}, "inline keyboard")
        rows = _inline_rows(markup["inline_keyboard"])
        return {"inline_keyboard": rows} if rows else None
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        return _reply_keyboard(markup)
    if markup.get("remove_keyboard") is True:
        _refuse_keys(markup, {"remove_keyboard", "selective"}, "reply keyboard remove")
        return markup
    if markup.get("force_reply") is True:
        _refuse_keys(markup, {"force_reply", "selective", "input_field_placeholder"}, "force reply")
        _check_placeholder(markup)
        return markup
    raise bad_request("object expected as reply markup")


def _refuse_keys(given: JsonDict, known: set[str], what: str) -> None:
    unknown = sorted(set(given) - known)
    if unknown:
        raise bad_request(f"can't parse {what}: unknown fields {unknown}")


def _check_placeholder(markup: JsonDict) -> None:
    if utf16_len(str(markup.get("input_field_placeholder", ""))) > 64:
        raise bad_request("input field placeholder is too long")


def _inline_rows(given: Any) -> list[list[JsonDict]]:
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise bad_request(
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        )
    rows = [[_inline_button(button) for button in row] for row in given if row]
    # Doubt: the real server drops or wraps what is too much; a lost button is no better.
    if sum(map(len, rows)) > BUTTONS_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise bad_request("reply markup is too long")
    return rows


def _bad_button(text: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {text}")


def _inline_button(button: Any) -> JsonDict:
    if not isinstance(button, dict):
        raise _bad_button("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise _bad_button('field "text" must be a non-empty String')
    if set(button) & _UNSIMULATED:
        raise not_simulated(f"buttons with {sorted(set(button) & _UNSIMULATED)}")
    unknown = set(button) - _ACTIONS - _LOOKS
    if unknown:
        raise _bad_button(f"unknown fields {sorted(unknown)}")
    actions = set(button) & _ACTIONS
    if not actions:
        raise _bad_button("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _bad_button(f"exactly one action is allowed, not {sorted(actions)}")
    if str(button.get("style", "primary")) not in STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    _check_action(actions.pop(), button)
    return dict(button)


def _check_action(action: str, button: JsonDict) -> None:
    value = button[action]
    if action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 1 <= utf16_len(text) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        return
    if not isinstance(value, str):
        raise _bad_button(f'field "{action}" must be of type String')
    if action == "callback_data":
        if not value:
            raise _bad_button("Text buttons are unallowed in the inline keyboard")
        if len(value.encode()) > DATA_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and not checked_link(value):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def _reply_keyboard(markup: JsonDict) -> JsonDict:
    _refuse_keys(markup, _REPLY_KEYS, "reply keyboard")
    _check_placeholder(markup)
    rows = markup["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    checked = []
    for row in rows:
        buttons = [{"text": b} if isinstance(b, str) else b for b in row]
        for button in buttons:
            if not isinstance(button, dict) or not str(button.get("text", "")).strip():
                raise bad_request("can't parse keyboard button: text must be non-empty")
            if set(button) - {"text", "style", "icon_custom_emoji_id"}:
                raise not_simulated("buttons that ask for contacts, places, polls or web apps")
        checked.append(buttons)
    if not any(checked):
        raise bad_request("reply keyboard is empty")
    return {**markup, "keyboard": checked}
