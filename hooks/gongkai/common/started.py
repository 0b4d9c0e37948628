"""The program as it was when this process first asked, before it read the rest of it.

A process that runs for long, as a preview does, works on with the code it began with.
"""

from __future__ import annotations

from gongkai.common import program

#: a digest of the code
CODE = program.code()
