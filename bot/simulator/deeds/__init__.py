"""What people do: write, send, press, type."""
