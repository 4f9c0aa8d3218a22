"""What Telegram keeps: accounts, chats, messages, files, waiting updates."""
