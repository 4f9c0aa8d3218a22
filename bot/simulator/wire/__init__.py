"""What goes over the wire: parameters, text, keyboards, refusals."""
