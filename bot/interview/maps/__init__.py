"""Flow maps of the checks, drawn from the same questions: `python -m bot.interview.maps`."""
