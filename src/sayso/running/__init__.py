"""Where reading runs: in this process or in several."""
