"""Attachments and pictures: taken by size and kind, looked through for what acts, read."""

from gongkai.load.attached.intake import read_attachment

__all__ = ["read_attachment"]
