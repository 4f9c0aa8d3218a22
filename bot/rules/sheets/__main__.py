"""`python -m bot.rules.sheets` writes docs/rules."""

from bot.rules.sheets.write import main

main()
