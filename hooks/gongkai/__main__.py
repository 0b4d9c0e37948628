"""``python -m gongkai``: every command, interruptible in order before anything else is loaded."""

from __future__ import annotations

import sys

from gongkai import interrupt

if __name__ == "__main__":
    interrupt.install()
    from gongkai.cli import main

    sys.exit(main())
