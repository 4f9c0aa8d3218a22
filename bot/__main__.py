"""`python -m bot`: one subcommand a file under `bot/cli`."""

from __future__ import annotations

import sys

from bot.cli.main import main

sys.exit(main())
