from pathlib import Path

import pytest

from bot.settings import WrongSettings, load_settings

GOOD = {
    "XINPING_BOT_TOKEN": "123456:AAxx",
    "XINPING_STAFF_CHAT_ID": "-100123",
    "XINPING_STAFF_USER_IDS": "11, 22，33",
}


@pytest.fixture(autouse=True)
def good(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)


def lines() -> list[str]:
    with pytest.raises(WrongSettings) as caught:
        load_settings()
    return caught.value.lines


def test_good_settings_are_read_and_the_addresses_made() -> None:
    settings = load_settings()
    assert settings.staff_user_ids == {11, 22, 33}
    assert settings.base_url == "https://api.telegram.org/bot"
    assert settings.may_decide(22)
    assert not settings.may_decide(44)


def test_an_own_server_gets_its_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINPING_API_BASE_URL", "http://127.0.0.1:8081/")
    settings = load_settings()
    assert settings.base_url == "http://127.0.0.1:8081/bot"
    assert settings.base_file_url == "http://127.0.0.1:8081/file/bot"


@pytest.mark.parametrize("name", sorted(GOOD))
def test_each_missing_setting_is_one_chinese_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv(name)
    (line,) = lines()
    assert name in line
    assert "没有设置" in line


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("XINPING_BOT_TOKEN", "abc", "BotFather"),
        ("XINPING_STAFF_CHAT_ID", "群", "整数"),
        ("XINPING_STAFF_USER_IDS", "11,王芳", "“王芳”不是用户编号"),
        ("XINPING_STAFF_USER_IDS", " ", "至少"),
        ("XINPING_ADMIN_USER_IDS", "x", "不是用户编号"),
        ("XINPING_API_BASE_URL", "api.telegram.org", "http://"),
        ("XINPING_PROXY_URL", "127.0.0.1:1080", "socks5://"),
        ("XINPING_WEBHOOK_URL", "http://x", "https://"),
        ("XINPING_WEBHOOK_LISTEN", "8443", "地址:端口"),
    ],
)
def test_each_wrong_setting_is_one_chinese_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(name, value)
    (line,) = lines()
    assert name in line
    assert words in line


def test_the_token_never_shows_in_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINPING_STAFF_CHAT_ID", "x")
    assert "AAxx" not in "".join(lines())
    monkeypatch.undo()
