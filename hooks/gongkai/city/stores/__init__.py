"""A release → a place elsewhere, by the digests of its files: what is there already is not sent again."""

from __future__ import annotations

from gongkai.city.stores.s3 import Bucket, upload

__all__ = ["Bucket", "upload"]
