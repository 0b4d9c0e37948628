"""Attachments and pictures → their kind, size and digest, what in them is refused, and what they say."""

from gongkai.load.attached.intake import read_attachment

__all__ = ["read_attachment"]
