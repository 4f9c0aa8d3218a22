"""Files on the disk, encrypted: attachments as they came and papers that we made."""

from __future__ import annotations

import asyncio
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12  # bytes


class DamagedFile(OSError):
    """The file was changed outside the program, or the key is another one."""


class FileStore:
    """Keeps bytes under random names in `folder`; the key is made at the first start.

    Whoever copies the folder without the key has nothing. The name of a file is bound to its
    content, so that two files cannot be exchanged unnoticed.
    """

    def __init__(self, folder: Path, key_file: Path) -> None:
        self._folder = folder
        self._cipher = AESGCM(_key(key_file))
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    async def save(self, content: bytes) -> str:
        """Writes the file; returns the name to read it by. Raises OSError (disk full)."""
        name = secrets.token_hex(16)
        await asyncio.to_thread(self._write, name, content)
        return name

    async def read(self, name: str) -> bytes:
        """The content. Raises FileNotFoundError, DamagedFile."""
        return await asyncio.to_thread(self._read, name)

    async def delete(self, name: str) -> None:
        """Removes the file if it is there."""
        await asyncio.to_thread((self._folder / name).unlink, missing_ok=True)

    def _write(self, name: str, content: bytes) -> None:
        nonce = os.urandom(_NONCE)
        sealed = nonce + self._cipher.encrypt(nonce, content, name.encode())
        draft = self._folder / f"{name}.part"
        with draft.open("wb") as file:
            draft.chmod(0o600)
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._folder / name)

    def _read(self, name: str) -> bytes:
        sealed = (self._folder / name).read_bytes()
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
        except (InvalidTag, ValueError):  # ValueError: cut off within the nonce
            raise DamagedFile(f"文件已损坏或密钥不符：{name}") from None


def _key(path: Path) -> bytes:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(AESGCM.generate_key(bit_length=256))
    return path.read_bytes()
