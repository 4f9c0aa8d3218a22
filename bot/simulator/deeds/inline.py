"""Typing the bot's name in any chat and choosing from what it offers."""

from __future__ import annotations

from bot.simulator.deeds.acts import Act
from bot.simulator.deeds.writing import Place, Writer
from bot.simulator.state.message import Content
from bot.simulator.state.world import Draft, InlineQuery
from bot.simulator.wire.jsontypes import JsonList


class InlineWriter(Writer):
    """The part of a person that uses inline mode."""

    def types_inline(self, text: str, *, in_chat: Place = None) -> Act:
        """Type after the bot's name; the bot is asked for results."""
        chat = self.place(in_chat)
        query = InlineQuery(self.world.query_id(), self.bot, self.user, text, self.world.clock())
        self.world.inline_queries[query.id] = query
        self.bot.met.add(self.id)
        payload = {
            "id": query.id,
            "from": self.user.json(),
            "query": text,
            "offset": "",
            "chat_type": "sender" if chat.private else chat.type,
        }
        update = self.bot.updates.put("inline_query", payload)
        return Act(updates=[update] if update else [], query_id=query.id)

    def inline_results(self) -> JsonList:
        """What the bot offers for the newest query."""
        mine = [q for q in self.world.inline_queries.values() if q.user is self.user]
        return list(mine[-1].results or []) if mine else []

    def chooses_inline(
        self, number: int, *, in_chat: Place = None, query_id: str | None = None
    ) -> Act:
        """Send the offer with this number (from 0) to the chat."""
        mine = [
            q
            for q in self.world.inline_queries.values()
            if q.user is self.user and query_id in (None, q.id)
        ]
        if not mine or not mine[-1].results:
            raise LookupError("没有可选的结果")
        query = mine[-1]
        item = (query.results or [])[number]
        draft = Draft(
            Content(item["text"], list(item["entities"])),
            markup=item["markup"],
            via_bot=self.bot.user,
        )
        act = self.post(in_chat, draft)
        chosen = {"result_id": item["id"], "from": self.user.json(), "query": query.text}
        if act.message.inline_id:
            chosen["inline_message_id"] = act.message.inline_id
        update = self.bot.updates.put("chosen_inline_result", chosen)
        return act + Act(updates=[update] if update else [])
