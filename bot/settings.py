"""Settings from the environment or `.env`; each wrong one is one clear Chinese line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "XINPING_"


class WrongSettings(Exception):
    """The lines to show to the operator."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Settings(BaseSettings):
    """What the operator decides. Names in the environment: `XINPING_` + the name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", extra="ignore"
    )

    bot_token: SecretStr
    api_base_url: str = "https://api.telegram.org"
    proxy_url: str | None = None
    data_dir: Path = Path("data")
    staff_chat_id: int
    staff_user_ids: Annotated[frozenset[int], NoDecode] = Field(min_length=1)
    admin_user_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    webhook_url: str | None = None
    webhook_listen: str = "127.0.0.1:8443"
    webhook_secret: SecretStr | None = None

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        number, _, secret = value.get_secret_value().partition(":")
        if not (number.isdecimal() and secret):
            raise ValueError("应是 BotFather 给的“数字:字母”一串")
        return value

    @field_validator("api_base_url")
    @classmethod
    def _root(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("应以 http:// 或 https:// 开头")
        return value.rstrip("/")

    @field_validator("proxy_url", "webhook_url", "webhook_secret", mode="before")
    @classmethod
    def _empty_is_none(cls, value: Any) -> Any:
        return None if value == "" else value

    @field_validator("proxy_url")
    @classmethod
    def _proxy(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://", "socks5://")):
            raise ValueError("应以 http://、https:// 或 socks5:// 开头")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _hook(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith("https://"):
            raise ValueError("应以 https:// 开头")
        return value

    @field_validator("webhook_listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdecimal() or not 1 <= int(port) <= 65535:
            raise ValueError("应是“地址:端口”，如 127.0.0.1:8443")
        return value

    @field_validator("staff_user_ids", "admin_user_ids", mode="before")
    @classmethod
    def _numbers(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.replace("，", ",").split(",") if part.strip()]
        for part in parts:
            if not part.isdecimal():
                raise ValueError(f"“{part}”不是用户编号，应是用逗号分开的数字")
        return frozenset(int(part) for part in parts)

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.data_dir / "xinping.db"

    @property
    def base_url(self) -> str:
        """What PTB wants as base_url: the token is appended to it."""
        return f"{self.api_base_url}/bot"

    @property
    def base_file_url(self) -> str:
        """What PTB wants as base_file_url."""
        return f"{self.api_base_url}/file/bot"

    def may_decide(self, user_id: int) -> bool:
        """Whether this person is on the list of staff or administrators."""
        return user_id in self.staff_user_ids or user_id in self.admin_user_ids


_KINDS = {
    "missing": "没有设置",
    "int_parsing": "应是整数",
    "int_type": "应是整数",
    "too_short": "至少要填一个用户编号",
}
_HELP = {
    "bot_token": "向 BotFather 申请后填入",
    "staff_chat_id": "填工作群（或一个人的会话）的编号，群编号以 - 开头",
    "staff_user_ids": "填可以办件的工作人员的用户编号，用逗号分开",
}


def load_settings(**given: Any) -> Settings:
    """The settings. Raises WrongSettings with one Chinese line for each that is wrong."""
    try:
        return Settings(**given)
    except ValidationError as error:
        lines = []
        for problem in error.errors():
            name = str(problem["loc"][0]) if problem["loc"] else "?"
            words = _KINDS.get(problem["type"]) or str(problem.get("ctx", {}).get("error", "不对"))
            help_words = f"（{_HELP[name]}）" if name in _HELP else ""
            lines.append(f"设置 {PREFIX}{name.upper()} {words}{help_words}。")
        raise WrongSettings(lines) from None
