"""The data folder for commands that need no token."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings import PREFIX


class _DataDir(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")
    data_dir: Path = Path("data")


def data_dir() -> Path:
    """`XINPING_DATA_DIR`, else `./data`."""
    return _DataDir().data_dir
