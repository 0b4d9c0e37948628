"""PDFium reads one file at a time, whoever asks: two threads in it at once end the whole process."""

from __future__ import annotations

import os
import threading

#: held from a document's opening to its closing
PDFIUM = threading.RLock()
# a process is not parted in two while a thread is within: the other would wait for a thread that it has not
if hasattr(os, "register_at_fork"):  # Windows has no such parting
    os.register_at_fork(before=PDFIUM.acquire, after_in_parent=PDFIUM.release, after_in_child=PDFIUM.release)
