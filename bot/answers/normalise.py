"""One spelling for what people type in many."""

from __future__ import annotations

import re
import unicodedata

from bot.answers.tables import simplified, syllables

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^0-9a-z\u3400-\u9fff/%]+")
_HAN = "\u3400-\u9fff"
_INNER_SPACE = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_COURTESY_HEAD = re.compile(
    r"^(?:(?:尊敬的)?(?:各位)?(?:你好|您好|哈喽|嗨|早上好|上午好|中午好|下午好|晚上好|在吗|老师(?:们)?好?"
    r"|领导(?:们)?好?|同志|师傅|亲|打扰(?:一下|了|您了)?|不好意思|麻烦(?:您|你)?|劳驾|请教(?:一下)?|请问(?:一下|下)?"
    r"|想?咨询(?:一下|下|个事|个问题)?|我?想?问(?:一下|问|下|个事|个问题)|问个事(?:儿)?|那个|嗯+|哦+|额+|呃+|唉)"
    r"[\s,.!?~:;，。！？、：；…]*)+"
)
_COURTESY_TAIL = re.compile(
    r"[\s,.!?~，。！？、…]*(?:(?:多谢|谢谢|感谢)(?:您|你|老师|了|啦|哈)*|麻烦(?:您|你)?了|急+|在线等|盼复|求解答?|求告知"
    r"|跪求|拜托(?:了)?|辛苦(?:了|您了)?)[\s,.!?~，。！？、…]*$"
)


def plain(text: str) -> str:
    """Compatibility forms folded, simplified, lower case, single spaces, nothing invisible."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(simplified())
    return _INNER_SPACE.sub("", _SPACE.sub(" ", text.lower())).strip()


def without_courtesy(text: str) -> str:
    """Without greetings before and thanks after; unchanged if nothing would be left."""
    core = _COURTESY_TAIL.sub("", _COURTESY_HEAD.sub("", text))
    return core or text


def squeezed(text: str) -> str:
    """A plain text without spaces and punctuation."""
    return _NOT_WORD.sub("", text)


_FUZZY = re.compile(r"^(zh|ch|sh)|(?<=[aei]n)g$")


def _blurred(syllable: str) -> str:
    """zh z, ch c, sh s and ang an, eng en, ing in as one: they are confused in speech."""
    return _FUZZY.sub(lambda match: (match[1] or "")[:1], syllable)


_SOUNDS = {character: _blurred(syllable) for character, syllable in syllables().items()}


def sounds(text: str) -> list[str]:
    """The blurred syllable of each character; what has none stands for itself."""
    return [_SOUNDS.get(character, character) for character in text]
