"""Article numbers in any writing: 第26条, 二十六条第一款, 24条(二), 廿四条, 第五章, 21和22条."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.measures import Citation, Measures

_CN = "零〇一二三四五六七八九十廿卅百两壹贰叁肆伍陆柒捌玖拾"
_NUM = rf"(?:\d{{1,4}}|[{_CN}]{{1,6}})"
_TO = r"\s*(?:[-—~至到]|一直到)+\s*"
_AND = r"\s*(?:[、,，和与跟及]|以及|还有)+\s*"
_LIST = rf"{_NUM}\s*条?(?:(?:{_TO}|{_AND})第?\s*{_NUM}\s*条?)*"
_ALL = r"(?!都|全|是不是|是否|同时|必须|条件|里|缺)"
_TAIL = (
    rf"(?:\s*的?\s*第?\s*(?P<paragraph>{_NUM})\s*(?:自然段|款|段))?"
    rf"(?:\s*的?\s*(?:第?\s*[(（]?\s*(?P<item>{_NUM})\s*[)）]?\s*(?:项|点|小点|小项|小条){_ALL}"
    rf"|[(（]\s*(?P<bracket>{_NUM})\s*[)）]))?"
)
_MEASURE = r"(?!意见|建议|消息|线|路|街|裤|命|龙|心|件|狗|鱼|短信|理由|原则|标准|具体|硬|都|不)"
_ARTICLE = re.compile(
    rf"(?:第\s*(?P<with>{_LIST})\s*条?(?<=条)|(?<![{_CN}\d])(?P<bare>{_LIST})(?<=条){_MEASURE}){_TAIL}"
)
_CHAPTER = re.compile(rf"(?P<sure>第\s*)?(?P<chapter>{_NUM})\s*章")
_LATIN = re.compile(r"\b(?:article|art\.?)\s*(?P<latin>\d{1,3})\b")
_ALONE = re.compile(rf"^第?\s*(?P<alone>{_NUM})\s*[条?.。]*$")
_SHORT = re.compile(r"^(?P<short>\d{1,2})\s*[(.-]\s*(?P<part>\d)\s*\)?$")
_NUMBER = re.compile(_NUM)
_LAST = re.compile(r"(?:最后|末尾?|最末)的?一?条")
_DOUBTFUL = 10
"""三条, 3条 without 第 may count something else; from here on they are article numbers."""
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGIT |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30}


@dataclass(frozen=True)
class Reference:
    """What a person named: `words` as typed, and the place, which need not exist.

    Not `sure`: it may as well be a count (“少一条”), to be believed only if nothing else is asked.
    """

    words: str
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    chapter: int | None = None
    sure: bool = True

    def missing(self, measures: Measures) -> str | None:
        """Why the place does not exist: 章, 条, 款 or 项; None when it does."""
        if self.chapter is not None:
            return None if 1 <= self.chapter <= len(measures.chapters) else "章"
        if self.article not in measures.articles:
            return "条"
        if not measures.exists(Citation(self.article, self.paragraph)):
            return "款"
        return None if measures.exists(self.citation) else "项"

    @property
    def citation(self) -> Citation:
        """The place named. Only for references to articles."""
        assert self.article is not None
        return Citation(self.article, self.paragraph, self.item)


def number(words: str) -> int:
    """24, 二十四, 廿四, 二四, 贰拾肆 → 24; 一百零三 → 103. Zero for what is no number."""
    if words.isdecimal():
        return int(words)
    if "百" in words:
        head, _, tail = words.partition("百")
        return 100 * (number(head) or 1) + (number(tail.strip("零〇")) if tail else 0)
    if not any(c in _TENS for c in words):
        return int("".join(str(_DIGIT[c]) for c in words)) if words else 0
    total, digit = 0, 0
    for c in words:
        if c in _TENS:
            total += _TENS[c] * (digit or 1) if _TENS[c] == 10 else _TENS[c]
            digit = 0
        else:
            digit = _DIGIT[c]
    return total + digit


def references(text: str, measures: Measures) -> tuple[list[Reference], str]:
    """The places named in a plain text, in order, and what is left of the text without them."""
    alone = _ALONE.match(text)
    if alone and (text.endswith("条") or 1 <= number(alone["alone"]) <= len(measures.articles)):
        return [Reference(text, number(alone["alone"]))], ""
    short = _SHORT.match(text)
    if short and 1 <= number(short["short"]) <= len(measures.articles):
        return [Reference(text, number(short["short"]), None, number(short["part"]))], ""
    found: list[tuple[int, Reference]] = []

    def taken(match: re.Match[str]) -> str:
        found.extend((match.start(), r) for r in _read(match, measures))
        return " "

    rest = text
    for pattern in (_LAST, _ARTICLE, _CHAPTER, _LATIN):
        rest = pattern.sub(taken, rest)
    unique = dict.fromkeys(r for _, r in sorted(found, key=lambda pair: pair[0]))
    return list(unique), rest.strip()


def _read(match: re.Match[str], measures: Measures) -> list[Reference]:
    words, parts = match[0].strip(), match.groupdict()
    if match.re is _LAST:
        return [Reference(words, max(measures.articles))]
    if parts.get("chapter"):
        return [Reference(words, chapter=number(parts["chapter"]), sure=bool(parts["sure"]))]
    if parts.get("latin"):
        return [Reference(words, number(parts["latin"]))]
    articles = _articles(parts["with"] or parts["bare"])
    sure = bool(parts["with"]) or max(articles) > _DOUBTFUL
    if len(articles) > 1:
        return [Reference(f"{n}条", n, sure=sure) for n in articles]
    paragraph = number(parts["paragraph"]) if parts["paragraph"] else None
    item = parts["item"] or parts["bracket"]
    sure = sure or bool(paragraph or item)
    return [Reference(words, articles[0], paragraph, number(item) if item else None, sure=sure)]


def _articles(words: str) -> list[int]:
    """The numbers of a list, ranges written out (a long or backward one only by its ends)."""
    numbers: list[int] = []
    end = 0
    for match in _NUMBER.finditer(words):
        n = number(match[0])
        if numbers and re.search(_TO, words[end : match.start()]) and 0 < n - numbers[-1] <= 12:
            numbers.extend(range(numbers[-1] + 1, n))
        numbers.append(n)
        end = match.end()
    return list(dict.fromkeys(numbers))
