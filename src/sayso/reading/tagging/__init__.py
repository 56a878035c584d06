"""The trained part of reading: a small encoder that tags who says what, beside the rules."""
