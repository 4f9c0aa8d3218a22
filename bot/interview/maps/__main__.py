"""`python -m bot.interview.maps` writes docs/rules/map-*.svg."""

from bot.interview.maps.write import main

main()
