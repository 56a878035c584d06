"""Events: what somebody does, did, would do or is said to do, with its parties, status, time, place and numbers."""
