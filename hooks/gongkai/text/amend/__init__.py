"""Amendments: what they do to which part, read from official wording, and applied to a document."""

from gongkai.text.amend.address import Address, article_label, read_address
from gongkai.text.amend.applying import apply
from gongkai.text.amend.operations import Act, Operation, Remark

__all__ = ["Act", "Address", "Operation", "Remark", "apply", "article_label", "read_address"]
