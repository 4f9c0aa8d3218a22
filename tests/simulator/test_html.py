"""The HTML mode refuses what the real server refuses."""

from __future__ import annotations

import pytest

from bot.simulator import Person
from bot.simulator.wire.errors import ApiError
from bot.simulator.wire.html_mode import html_length, parse_html
from tests.simulator.api import Api, Refused


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("文字<br>", 'Unsupported start tag "br" at byte offset 6'),
        ("<p>段落</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b>没有收尾", 'Can\'t find end tag corresponding to start tag "b"'),
        (
            "<b><i>交叉</b></i>",
            'Unmatched end tag at byte offset 12, expected "</i>", found "</b>"',
        ),
        ("多余</b>", "Unexpected end tag at byte offset 6"),
        ("尾巴<", "Unclosed start tag at byte offset 6"),
        ("尾巴<b", "Unclosed start tag at byte offset 6"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="http://a.cn>x</a>', "Unclosed start tag at byte offset 0"),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href=b/c>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<b ="x">x</b>', 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
        ("<!-- 注 -->", 'Unsupported start tag "!--" at byte offset 0'),
        ("<tg-time>x</tg-time>", "Invalid unix time specified"),
        ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
def test_broken_html_is_refused_in_the_servers_own_words(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.status == 400
    assert caught.value.description.startswith("Bad Request: can't parse entities: " + words)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>粗</b>", "粗", [("bold", 0, 1)]),
        ("<B>粗</b >", "粗", [("bold", 0, 1)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<ins>a</ins><del>b</del>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("<b></b>空", "空", []),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote>引</blockquote>", "引", [("blockquote", 0, 1)]),
        ("<blockquote expandable>引</blockquote>", "引", [("expandable_blockquote", 0, 1)]),
        ("<code>x</code><pre>y</pre>", "xy", [("code", 0, 1), ("pre", 1, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<tg-time unix='1700000000'>昨天</tg-time>", "昨天", [("date_time", 0, 2)]),
        ("<a href='https://a.cn'>x</a>", "x", [("text_link", 0, 1)]),
        ('<a href="不是链接">x</a>', "x", []),
        ("a &lt; b &amp;&amp; c &gt; d &quot;", 'a < b && c > d "', []),
        ("&#60;&#x3E;&lt", "<><", []),
        ("&nbsp;&copy;&notme;", "&nbsp;&copy;&notme;", []),
        ("2 > 1", "2 > 1", []),
    ],
)
def test_proper_html_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    parsed, found = parse_html(source)
    assert parsed == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


def test_a_code_block_keeps_its_language() -> None:
    assert parse_html('<pre><code class="language-py">x</code></pre>')[1][0]["language"] == "py"


def test_length_is_counted_after_parsing_in_utf16_units() -> None:
    assert html_length("<b>甲</b>&lt;😀") == 4


async def test_text_of_4096_units_passes_and_one_more_does_not(api: Api, alice: Person) -> None:
    await api("sendMessage", chat_id=alice.id, text="<b>" + "字" * 4096 + "</b>", parse_mode="HTML")
    with pytest.raises(Refused, match="message is too long"):
        await api("sendMessage", chat_id=alice.id, text="字" * 4097)
    with pytest.raises(Refused, match="message is too long"):
        await api("sendMessage", chat_id=alice.id, text="😀" * 2049)


async def test_white_space_is_no_text(api: Api, alice: Person) -> None:
    for text in ("", "  \n", "<b> </b>"):
        with pytest.raises(Refused, match="message text is empty"):
            await api("sendMessage", chat_id=alice.id, text=text, parse_mode="HTML")


async def test_text_is_trimmed_and_entities_move_along(api: Api, alice: Person) -> None:
    sent = await api("sendMessage", chat_id=alice.id, text="\n <b>甲</b> ", parse_mode="HTML")
    assert sent["text"] == "甲"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 1}]


async def test_more_than_100_entities_are_dropped_silently(api: Api, alice: Person) -> None:
    text = "".join(f"<b>{n}</b> " for n in range(150))
    sent = await api("sendMessage", chat_id=alice.id, text=text, parse_mode="HTML")
    assert len(sent["entities"]) == 100


async def test_without_parse_mode_tags_are_plain_text(api: Api, alice: Person) -> None:
    sent = await api("sendMessage", chat_id=alice.id, text="<b>")
    assert sent["text"] == "<b>"


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("见 https://a.cn/b。", "url", "https://a.cn/b"),
        ("发 t.me/some_bot 吧", "url", "t.me/some_bot"),
        ("按 /help 看", "bot_command", "/help"),
        ("/start@xinping_demo_bot 你好", "bot_command", "/start@xinping_demo_bot"),
        ("写信 a@b.cn", "email", "a@b.cn"),
        ("问 @some_one", "mention", "@some_one"),
        ("#补正 请看", "hashtag", "#补正"),
    ],
)
async def test_telegram_marks_links_and_commands_by_itself(
    api: Api, alice: Person, text: str, kind: str, part: str
) -> None:
    sent = await api("sendMessage", chat_id=alice.id, text=text)
    (entity,) = sent["entities"]
    assert entity["type"] == kind
    assert text[entity["offset"] : entity["offset"] + entity["length"]] == part


async def test_a_command_followed_by_chinese_letters_is_none(api: Api, alice: Person) -> None:
    sent = await api("sendMessage", chat_id=alice.id, text="/start你好")
    assert "entities" not in sent


async def test_markdown_is_not_simulated_and_says_so(api: Api, alice: Person) -> None:
    with pytest.raises(Refused, match="501"):
        await api("sendMessage", chat_id=alice.id, text="*x*", parse_mode="MarkdownV2")
    with pytest.raises(Refused, match="unsupported parse_mode"):
        await api("sendMessage", chat_id=alice.id, text="x", parse_mode="nonsense")
