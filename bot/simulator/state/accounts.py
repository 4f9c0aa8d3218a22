"""Who takes part: people and bots."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.simulator.state.updates import UpdateQueue
from bot.simulator.wire.jsontypes import JsonDict, JsonList


@dataclass(eq=False)
class User:
    """An account, of a person or of a bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "zh-hans"
    is_bot: bool = False
    deactivated: bool = False

    @property
    def name(self) -> str:
        """As it is shown above messages."""
        return f"{self.first_name} {self.last_name}".strip()

    def json(self) -> JsonDict:
        """A `User` of the Bot API."""
        result: JsonDict = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            result["last_name"] = self.last_name
        if self.username:
            result["username"] = self.username
        if self.language_code and not self.is_bot:
            result["language_code"] = self.language_code
        return result


@dataclass
class Profile:
    """What a bot tells about itself; the keys of the dictionaries are languages and scopes."""

    commands: dict[tuple[str, str], JsonList] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, JsonDict] = field(default_factory=dict)


@dataclass
class Webhook:
    """Where updates are to be brought instead of being fetched."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_date: int = 0


@dataclass(eq=False)
class BotAccount:
    """A bot with its token, its waiting updates and the people it has met."""

    user: User
    token: str
    updates: UpdateQueue
    privacy_mode: bool = True
    """In groups only commands, replies to the bot and service messages reach it."""
    inline_mode: bool = True
    profile: Profile = field(default_factory=Profile)
    met: set[int] = field(default_factory=set)
    webhook: Webhook | None = None

    @property
    def id(self) -> int:
        """The account's number, also the first part of the token."""
        return self.user.id

    def me(self) -> JsonDict:
        """The answer to `getMe`."""
        return {
            **self.user.json(),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy_mode,
            "supports_inline_queries": self.inline_mode,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
