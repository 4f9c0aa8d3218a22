"""What the forms of the desk share. Their buttons: df:<deed>:<form>:<version>[:<value>]."""

from __future__ import annotations

from markupsafe import Markup

from bot.handlers.desk import card
from bot.replies import Button, Replies, Say, Text
from bot.storage import focus, outbox
from bot.storage.desk import Form
from bot.storage.focus import Focus
from bot.turn import Turn

FLOW = "desk_words"
"""The flow that takes a clerk's words; its ref is the id of the form."""


def press(label: str, form: Form, deed: str, *arguments: object) -> Button:
    """A button of a form; it knows which version of the form it belongs to."""
    return Button(label, data=":".join(map(str, ("df", deed, form.id, form.version, *arguments))))


async def wait_for_words(turn: Turn, form: Form, question: str) -> Replies:
    """Asks this clerk, by name, to reply: in a group a bot hears replies only."""
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, str(form.id)))
    who = card.mention(turn.user_id, turn.incoming.user_name)
    text = Text.of(Markup("{}　{}").format(who, question), "请回复本条消息。")
    return [Say(text, force_reply=True, topic=asked_under(form.id))]


def asked_under(form_id: int) -> str:
    """The lasting name of the message that asked for words or a file."""
    return f"df:{form_id}"


async def answers(turn: Turn, form_id: int) -> bool:
    """Whether this is a reply to what the form asked; talk in the group is not.

    In somebody's own chat no reply is needed.
    """
    replied = turn.incoming.reply_to
    if replied is None:
        return turn.incoming.private
    topic = await outbox.topic_of(turn.tx, turn.chat_id, replied)
    return topic == asked_under(form_id) or (topic is None and turn.incoming.private)
