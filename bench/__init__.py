"""Speed, memory and start-up of sayso beside the plain language model. `make bench`."""
