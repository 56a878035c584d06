"""Statements: who says, believes or intends what."""
