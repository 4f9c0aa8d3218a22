"""A Word document on A4 as a Chinese office writes it: fonts, margins, page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from bot.reports import fonts
from bot.reports.clean import free_text, printable
from bot.reports.sealed import sealed


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    BOTH = "both"


_ALIGN = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.BOTH: WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True)
class Margins:
    """In millimetres."""

    top: float
    right: float
    bottom: float
    left: float


LETTER = Margins(top=26, right=26, bottom=23, left=28)
"""The width of GB/T 9704 (156 mm); a little higher, so that a usual application is one sheet."""
RECORD = Margins(top=25, right=20, bottom=22, left=25)
"""More room for tables; the left margin is for filing."""


@dataclass(frozen=True)
class Look:
    """Font, size in points, and line distance in points (None: single)."""

    font: str = fonts.BODY
    size: float = 14
    line: float | None = 23
    bold: bool = False


TITLE = Look(fonts.TITLE, 22, 34)
HEADING = Look(fonts.HEADING)
BODY = Look()
NOTE = Look(fonts.NOTE, 9, 13)
CELL = Look(fonts.BODY, 12, 18)
CELL_HEAD = Look(fonts.HEADING, 12, 18)
FINE = Look(fonts.BODY, 10.5, 15)
FINE_HEAD = Look(fonts.HEADING, 10.5, 15)


class Paper:
    """One document being written from top to bottom."""

    def __init__(self, title: str, margins: Margins, prepared: date | datetime) -> None:
        self.document = Document()
        self._prepared = prepared
        _chinese_defaults(self.document)
        _a_page(self.document.sections[0], margins)
        core = self.document.core_properties
        core.title = free_text(title)[:200]
        core.author = core.last_modified_by = "忻评助手"
        core.comments = core.keywords = core.subject = core.category = ""
        core.language = "zh-CN"
        core.revision = 1
        self.width = 210 - margins.left - margins.right

    def write(
        self,
        text: str,
        look: Look = BODY,
        align: Align = Align.BOTH,
        *,
        indent: float = 0,
        left: float = 0,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
        verbatim: bool = False,
    ) -> Paragraph:
        """One paragraph; `indent` (first line) and `left` (all) in characters.

        `keep`: on the same page as the next one. `verbatim`: see `say`.
        """
        paragraph = self.document.add_paragraph()
        shape(paragraph, look, align, before=before, after=after, keep=keep)
        _indent(paragraph, look, indent, left)
        say(paragraph, text, look, verbatim=verbatim)
        return paragraph

    def page_numbers(self, *, of_total: bool = False) -> None:
        """— 1 — as in letters, or 第1页 共3页 for records whose sheets may part."""
        paragraph = self.document.sections[0].footer.paragraphs[0]
        look = Look(fonts.TABLE, 10.5 if of_total else 14, None)
        shape(paragraph, look, Align.CENTRE)
        before, between, after = ("第", "页　共", "页") if of_total else ("— ", "", " —")
        say(paragraph, before, look, verbatim=True, keep_spaces=True)
        _field(paragraph, "PAGE", look)
        if of_total:
            say(paragraph, between, look)
            _field(paragraph, "NUMPAGES", look)
        say(paragraph, after, look, verbatim=True, keep_spaces=True)

    def header(self, text: str) -> None:
        """A line at the top of every page: what the sheet belongs to."""
        paragraph = self.document.sections[0].header.paragraphs[0]
        look = Look(fonts.TABLE, 9, None)
        shape(paragraph, look, Align.RIGHT)
        say(paragraph, text, look)

    def save(self) -> bytes:
        """The file; the same input gives the same bytes."""
        prepared = self._prepared
        stamp = f"{prepared:%Y-%m-%dT00:00:00Z}"
        out = BytesIO()
        self.document.save(out)
        return sealed(out.getvalue(), stamp)


def shape(
    paragraph: Paragraph,
    look: Look,
    align: Align,
    *,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> None:
    """Alignment and distances of a paragraph."""
    layout = paragraph.paragraph_format
    layout.alignment = _ALIGN[align]
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.keep_with_next = keep
    layout.widow_control = True
    if look.line is not None:
        layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        layout.line_spacing = Pt(look.line)


def say(
    paragraph: Paragraph,
    text: str,
    look: Look,
    *,
    verbatim: bool = False,
    keep_spaces: bool = False,
) -> Run:
    """Words at the end of a paragraph; `verbatim` for codes, in which nothing is to be hidden."""
    if not keep_spaces:
        text = printable(text) if verbatim else free_text(text)
    run = paragraph.add_run(text)
    run.font.size = Pt(look.size)
    run.font.bold = look.bold
    latin = look.font if look.font == fonts.SYMBOL else fonts.LATIN
    _set_fonts(run._r.get_or_add_rPr(), look.font, latin)
    return run


def _set_fonts(properties: Any, chinese: str, latin: str) -> None:
    """The hint makes “”—… Chinese, which stand in both kinds of font."""
    element = properties.get_or_add_rFonts()
    for name in [*element.attrib]:
        del element.attrib[name]
    for name, value in (
        ("hint", "eastAsia"),
        ("ascii", latin),
        ("hAnsi", latin),
        ("eastAsia", chinese),
        ("cs", latin),
    ):
        element.set(qn(f"w:{name}"), value)


def _indent(paragraph: Paragraph, look: Look, first: float, left: float) -> None:
    """In characters, as Word's Chinese edition counts, with the points beside it."""
    if not first and not left:
        return
    element = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, characters in (("left", left), ("firstLine", first)):
        if characters:
            element.set(qn(f"w:{name}Chars"), str(round(characters * 100)))
            element.set(qn(f"w:{name}"), str(round(characters * look.size * 20)))


def _field(paragraph: Paragraph, instruction: str, look: Look) -> None:
    for kind in ("begin", None, "separate", "1", "end"):
        run = say(paragraph, "", look)
        if kind is None:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {instruction} "
        elif kind == "1":
            element = OxmlElement("w:t")
            element.text = "1"
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _a_page(section: Any, margins: Margins) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = Mm(min(15, margins.top - 10))
    section.footer_distance = Mm(12)


def _chinese_defaults(document: Any) -> None:
    """The library's template is an English one: language, fonts and spacing are set anew."""
    styles = document.styles.element
    properties = styles.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts_element = properties.find(qn("w:rFonts"))
    properties.remove(fonts_element)
    normal = document.styles["Normal"]
    _set_fonts(normal.element.get_or_add_rPr(), fonts.BODY, fonts.LATIN)
    properties.find(qn("w:lang")).set(qn("w:eastAsia"), "zh-CN")
    spacing = styles.find(f".//{qn('w:pPrDefault')}//{qn('w:spacing')}")
    spacing.getparent().remove(spacing)
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    package = document.part.package
    for key, relation in [*package.rels.items()]:
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = fonts.font_table()
