"""How updates leave the server: asked for, or brought to a webhook."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.simulator.state.accounts import BotAccount, Webhook
from bot.simulator.state.events import Event
from bot.simulator.state.world import World
from bot.simulator.wire.arguments import Arguments
from bot.simulator.wire.errors import bad_request, conflict
from bot.simulator.wire.jsontypes import JsonDict, JsonList, words

KINDS = frozenset(
    words(
        "message edited_message channel_post edited_channel_post business_connection "
        "business_message edited_business_message deleted_business_messages guest_message "
        "message_reaction message_reaction_count inline_query chosen_inline_result callback_query "
        "shipping_query pre_checkout_query purchased_paid_media poll poll_answer my_chat_member "
        "chat_member chat_join_request chat_boost removed_chat_boost managed_bot"
    )
)
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_SECRET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


def _allow(bot: BotAccount, arguments: Arguments) -> None:
    if not arguments.has("allowed_updates"):
        return
    kinds = arguments.array("allowed_updates")
    if not KINDS.issuperset(map(str, kinds)):
        raise bad_request(f"unknown kinds of updates: {sorted(set(map(str, kinds)) - KINDS)}")
    bot.updates.allow([str(kind) for kind in kinds])


async def get_updates(world: World, bot: BotAccount, arguments: Arguments) -> JsonList:
    """Long polling; not while a webhook is set."""
    if bot.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    _allow(bot, arguments)
    return await bot.updates.get(
        arguments.whole("offset"), arguments.whole("limit", 100), arguments.whole("timeout")
    )


def set_webhook(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """Bring updates to this address; without one, no more."""
    url = arguments.text("url")
    if not url:
        return delete_webhook(world, bot, arguments)
    parts = urlsplit(url)
    if parts.scheme != "https" and (parts.hostname or "") not in _LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = arguments.text("secret_token")
    if len(secret) > 256 or not _SECRET.issuperset(secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(bot, arguments)
    bot.updates.end_poll("terminated by setWebhook request")
    bot.webhook = Webhook(url, secret, arguments.whole("max_connections", 40))
    _drop(bot, arguments)
    world.events.tell(Event("profile"))
    return True


def delete_webhook(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """Back to asking."""
    bot.webhook = None
    _drop(bot, arguments)
    world.events.tell(Event("profile"))
    return True


def _drop(bot: BotAccount, arguments: Arguments) -> None:
    if arguments.yes("drop_pending_updates"):
        bot.updates.take_all()


def get_webhook_info(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """The state of the webhook; an empty address means there is none."""
    info: JsonDict = {
        "url": bot.webhook.url if bot.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(bot.updates),
    }
    if bot.updates.allowed:
        info["allowed_updates"] = bot.updates.allowed
    if bot.webhook is not None:
        info["max_connections"] = bot.webhook.max_connections
        if bot.webhook.last_error:
            info["last_error_date"] = bot.webhook.last_error_date
            info["last_error_message"] = bot.webhook.last_error
    return info
