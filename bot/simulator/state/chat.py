"""A chat: its members, its messages, and what it looks like now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.simulator.state.accounts import BotAccount, User
from bot.simulator.wire.jsontypes import JsonDict, words

if TYPE_CHECKING:
    from bot.simulator.state.message import Message

PRESENT = frozenset({"creator", "administrator", "member"})

_ADMIN_RIGHTS = words(
    "can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
    "can_change_info can_invite_users can_pin_messages"
)
_WITHHELD_RIGHTS = words(
    "can_be_edited is_anonymous can_promote_members can_post_stories can_edit_stories "
    "can_delete_stories"
)


@dataclass(eq=False)
class Chat:
    """A private chat of one person with one bot, a group, or a supergroup."""

    id: int
    type: str
    title: str = ""
    user: User | None = None
    bot: BotAccount | None = None
    started: bool = False
    blocked: bool = False
    members: dict[int, str] = field(default_factory=dict)
    """User id → status: creator, administrator, member, left, kicked."""
    people: dict[int, User] = field(default_factory=dict)
    people_roles: dict[int, str] = field(default_factory=dict)
    """User id → 机构, 工作人员…: only for the transcript."""
    all_messages: dict[int, Message] = field(default_factory=dict)
    """Also the deleted ones."""
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None

    @property
    def private(self) -> bool:
        """Whether it is one person's chat with a bot."""
        return self.type == "private"

    @property
    def name(self) -> str:
        """The title, or the person's name."""
        return self.user.name if self.user else self.title

    @property
    def messages(self) -> list[Message]:
        """What is shown now, oldest first: after edits, without the deleted."""
        return [m for m in self.all_messages.values() if m.shown]

    @property
    def last(self) -> Message:
        """The newest message that is shown."""
        shown = self.messages
        if not shown:
            raise LookupError(f"“{self.name}”里还没有消息")
        return shown[-1]

    def from_bot(self) -> list[Message]:
        """The shown messages that a bot wrote."""
        return [m for m in self.messages if m.sender.is_bot and not m.service]

    def find(self, text: str) -> Message:
        """The newest shown message that contains the text."""
        for message in reversed(self.messages):
            if text in message.text:
                return message
        raise LookupError(f"“{self.name}”里没有含“{text}”的消息：\n{self.transcript()}")

    def transcript(self) -> str:
        """What is shown now, as lines that anybody can read."""
        from bot.simulator.state.transcript import transcript_of

        return transcript_of(self)

    def has(self, user: User) -> bool:
        """Whether the account takes part at present."""
        if self.private:
            return user in (self.user, self.bot.user if self.bot else None)
        return self.members.get(user.id) in PRESENT

    def is_admin(self, user: User) -> bool:
        """Whether the account may delete and pin what others wrote."""
        return self.members.get(user.id) in {"creator", "administrator"}

    def member_json(self, user: User, status: str | None = None) -> JsonDict:
        """A `ChatMember` of the Bot API."""
        status = status or self.members.get(user.id, "left")
        result: JsonDict = {"status": status, "user": user.json()}
        if status == "creator":
            result["is_anonymous"] = False
        if status == "kicked":
            result["until_date"] = 0
        if status == "administrator":
            result.update(dict.fromkeys(_ADMIN_RIGHTS, True))
            result.update(dict.fromkeys(_WITHHELD_RIGHTS, False))
        return result

    def json(self) -> JsonDict:
        """A `Chat` of the Bot API."""
        if self.user is None:
            return {"id": self.id, "title": self.title, "type": self.type}
        result: JsonDict = {"id": self.id, "first_name": self.user.first_name, "type": self.type}
        if self.user.last_name:
            result["last_name"] = self.user.last_name
        if self.user.username:
            result["username"] = self.user.username
        return result
