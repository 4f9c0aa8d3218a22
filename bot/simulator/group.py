"""A group, as those see it who manage it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.simulator.deeds.acts import Act
from bot.simulator.state.accounts import BotAccount, User
from bot.simulator.state.chat import Chat
from bot.simulator.state.events import Event
from bot.simulator.state.message import Message
from bot.simulator.state.world import Draft, World

if TYPE_CHECKING:
    from bot.simulator.people import Person


class Group:
    """A handle that stays the same when the group becomes a supergroup."""

    def __init__(self, world: World, chat: Chat, founder: User) -> None:
        self._world = world
        self._founder = founder
        self.chat = chat

    @classmethod
    def founded(
        cls,
        world: World,
        chat: Chat,
        members: Sequence[Person],
        bot: BotAccount | None,
        *,
        bot_admin: bool,
    ) -> Group:
        """A new group; its first member made it."""
        if not members:
            raise ValueError("群组至少要有一个人")
        world.groups[chat.id] = chat
        group = cls(world, chat, members[0].user)
        for person in members:
            group._seat(person, "member")
        chat.members[members[0].user.id] = "creator"
        if bot is not None:
            group.adds_bot(bot, admin=bot_admin)
        created = "group_chat_created" if chat.type == "group" else "supergroup_chat_created"
        group._service({created: True})
        return group

    @property
    def id(self) -> int:
        """The chat id; a new one after the upgrade."""
        return self.chat.id

    @property
    def title(self) -> str:
        """The name of the group."""
        return self.chat.title

    @property
    def messages(self) -> list[Message]:
        """What is shown now."""
        return self.chat.messages

    def transcript(self) -> str:
        """What is shown now, as lines."""
        return self.chat.transcript()

    def adds(self, person: Person) -> Act:
        """Somebody joins."""
        before = self.chat.members.get(person.id, "left")
        self._seat(person, "member")
        act = self._service({"new_chat_members": [person.user.json()]})
        act.updates += self._world.membership(
            self.chat, person.user, self._founder, before, "member"
        )
        return act

    def removes(self, person: Person) -> Act:
        """Somebody is sent away."""
        self.chat.members[person.id] = "left"
        act = self._service({"left_chat_member": person.user.json()})
        act.updates += self._world.membership(
            self.chat, person.user, self._founder, "member", "left"
        )
        return act

    def adds_bot(self, bot: BotAccount, *, admin: bool = False) -> Act:
        """The bot is let in."""
        before = self.chat.members.get(bot.id, "left")
        after = "administrator" if admin else "member"
        self.chat.members[bot.id] = after
        self.chat.people[bot.id] = bot.user
        bot.met.add(self._founder.id)
        updates = self._world.membership(self.chat, bot.user, self._founder, before, after)
        return Act(updates=updates)

    def promotes(self, who: Person | BotAccount) -> Act:
        """Somebody, or the bot, becomes an administrator."""
        return self._change(who.user, "administrator")

    def demotes(self, who: Person | BotAccount) -> Act:
        """An administrator becomes a plain member."""
        return self._change(who.user, "member")

    def kicks_bot(self, bot: BotAccount) -> Act:
        """The bot is removed: from now on it gets 403."""
        return self._change(bot.user, "kicked")

    def upgrades(self) -> Act:
        """The group becomes a supergroup with a new id; the old id answers with the new one."""
        old = self.chat
        if old.type != "group":
            raise ValueError("已经是超级群组")
        new = Chat(-1_000_000_000_000 + old.id, "supergroup", title=old.title)
        new.members, new.people = dict(old.members), dict(old.people)
        new.people_roles = dict(old.people_roles)
        self._world.groups[new.id] = new
        act = self._service({"migrate_to_chat_id": new.id})
        old.migrated_to = new.id
        self.chat = new
        act += self._service({"migrate_from_chat_id": old.id})
        self._world.events.tell(Event("chat", new))
        return act

    def _change(self, account: User, after: str) -> Act:
        before = self.chat.members.get(account.id, "left")
        self.chat.members[account.id] = after
        self.chat.people[account.id] = account
        return Act(updates=self._world.membership(self.chat, account, self._founder, before, after))

    def _seat(self, person: Person, status: str) -> None:
        self.chat.members[person.id] = status
        self.chat.people[person.id] = person.user
        self.chat.people_roles[person.id] = person.role

    def _service(self, what: dict[str, object]) -> Act:
        message = self._world.post(self.chat, self._founder, Draft(service=dict(what)))
        return Act([message], self._world.deliver(message))
