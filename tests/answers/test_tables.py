from bot.answers.tables import HERE, make, simplified, syllables


def test_the_stored_tables_are_what_opencc_and_pypinyin_say() -> None:
    assert (HERE / "simplified.txt").read_text(encoding="utf-8") == make.simplified()
    assert (HERE / "pinyin.txt").read_text(encoding="utf-8") == make.pinyin()


def test_every_character_of_the_document_has_a_reading() -> None:
    from bot.measures import load

    text = "".join(load().printed()).translate(simplified())
    han = {character for character in text if "\u4e00" <= character <= "\u9fff"}
    assert han <= set(syllables())
