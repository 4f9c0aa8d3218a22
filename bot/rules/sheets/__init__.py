"""Review sheets for officials, written from the clauses: `python -m bot.rules.sheets`."""
