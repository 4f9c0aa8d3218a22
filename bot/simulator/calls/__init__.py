"""What a bot can ask for: one function for each method."""
