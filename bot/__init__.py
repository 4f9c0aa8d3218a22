"""忻评助手: answers, self-checks and cases for the evaluation institutions of 忻州市."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")  # durations as timedelta, as PTB's next version has it
