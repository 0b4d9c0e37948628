"""Attachments as they were checked → attachments without author, place and device in them."""

from gongkai.gate.cleaning.clean import clean_picture
from gongkai.gate.cleaning.cleaned_files import Taken, take

__all__ = ["Taken", "clean_picture", "take"]
