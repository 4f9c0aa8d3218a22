"""The methods we simulate and their parameters: name, kind, and ``!`` where it must be given.

Kinds: i whole number, s string, b yes or no, c chat (number or @name), f file or its id,
u file only, o object, a list.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.wire.jsontypes import words

_PLACE = (
    "business_connection_id:s chat_id:c! message_thread_id:i direct_messages_topic_id:i "
    "disable_notification:b protect_content:b allow_paid_broadcast:b message_effect_id:s "
    "suggested_post_parameters:o reply_parameters:o reply_markup:o"
)
_CAPTION = "caption:s parse_mode:s caption_entities:a"
_EDITED = (
    "business_connection_id:s chat_id:c message_id:i inline_message_id:s parse_mode:s "
    "reply_markup:o"
)
_COPIED = (
    "chat_id:c! message_thread_id:i direct_messages_topic_id:i from_chat_id:c! "
    "video_start_timestamp:i disable_notification:b protect_content:b message_effect_id:s "
    "suggested_post_parameters:o message_id:i!"
)
_ABOUT = "chat_id:c! message_id:i!"

_TABLE: dict[str, str] = {
    "getMe": "",
    "logOut": "",
    "close": "",
    "getUpdates": "offset:i limit:i timeout:i allowed_updates:a",
    "setWebhook": "url:s! certificate:u ip_address:s max_connections:i allowed_updates:a "
    "drop_pending_updates:b secret_token:s",
    "deleteWebhook": "drop_pending_updates:b",
    "getWebhookInfo": "",
    "sendMessage": f"{_PLACE} text:s! parse_mode:s entities:a link_preview_options:o",
    "sendDocument": f"{_PLACE} {_CAPTION} document:f! thumbnail:f disable_content_type_detection:b",
    "sendPhoto": f"{_PLACE} {_CAPTION} photo:f! show_caption_above_media:b has_spoiler:b",
    "sendMediaGroup": "business_connection_id:s chat_id:c! message_thread_id:i "
    "direct_messages_topic_id:i media:a! disable_notification:b protect_content:b "
    "allow_paid_broadcast:b message_effect_id:s reply_parameters:o",
    "forwardMessage": _COPIED,
    "copyMessage": f"{_COPIED} {_CAPTION} show_caption_above_media:b allow_paid_broadcast:b "
    "reply_parameters:o reply_markup:o",
    # Rich messages are not simulated, so for us the text of an edit is required.
    "editMessageText": f"{_EDITED} text:s entities:a link_preview_options:o rich_message:o",
    "editMessageCaption": f"{_EDITED} caption:s caption_entities:a show_caption_above_media:b",
    "editMessageReplyMarkup": "business_connection_id:s chat_id:c message_id:i "
    "inline_message_id:s reply_markup:o",
    "deleteMessage": _ABOUT,
    "deleteMessages": "chat_id:c! message_ids:a!",
    "pinChatMessage": f"business_connection_id:s {_ABOUT} disable_notification:b",
    "unpinChatMessage": "business_connection_id:s chat_id:c! message_id:i",
    "unpinAllChatMessages": "chat_id:c!",
    "setMessageReaction": f"{_ABOUT} reaction:a is_big:b",
    "sendChatAction": "business_connection_id:s chat_id:c! message_thread_id:i action:s!",
    "answerCallbackQuery": "callback_query_id:s! text:s show_alert:b url:s cache_time:i",
    "answerInlineQuery": "inline_query_id:s! results:a! cache_time:i is_personal:b "
    "next_offset:s button:o",
    "getFile": "file_id:s!",
    "getChat": "chat_id:c!",
    "getChatMember": "chat_id:c! user_id:i!",
    "getChatMemberCount": "chat_id:c!",
    "getChatAdministrators": "chat_id:c! return_bots:b",
    "leaveChat": "chat_id:c!",
    "setMyCommands": "commands:a! scope:o language_code:s",
    "getMyCommands": "scope:o language_code:s",
    "deleteMyCommands": "scope:o language_code:s",
    "setMyName": "name:s language_code:s",
    "getMyName": "language_code:s",
    "setMyDescription": "description:s language_code:s",
    "getMyDescription": "language_code:s",
    "setMyShortDescription": "short_description:s language_code:s",
    "getMyShortDescription": "language_code:s",
    "setChatMenuButton": "chat_id:i menu_button:o",
    "getChatMenuButton": "chat_id:i",
}

UNSIMULATED = frozenset(
    words(
        "business_connection_id message_thread_id direct_messages_topic_id message_effect_id "
        "suggested_post_parameters rich_message video_start_timestamp certificate"
    )
)
"""Parameters of the real server that would change the outcome in ways we do not model."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of a method."""

    name: str
    kind: str
    required: bool


@dataclass(frozen=True)
class MethodSpec:
    """A method under its proper name, with its parameters."""

    name: str
    parameters: dict[str, Parameter]


def _spec(name: str, line: str) -> MethodSpec:
    parameters = {}
    for word in line.split():
        key, _, kind = word.partition(":")
        parameters[key] = Parameter(key, kind[0], kind.endswith("!"))
    return MethodSpec(name, parameters)


METHODS: dict[str, MethodSpec] = {name: _spec(name, line) for name, line in _TABLE.items()}

_BY_LOWER = {name.lower(): spec for name, spec in METHODS.items()}


def find_method(name: str) -> MethodSpec | None:
    """The real server does not look at upper and lower case in method names."""
    return _BY_LOWER.get(name.lower())
