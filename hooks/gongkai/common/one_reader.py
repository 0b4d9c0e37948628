"""PDFium reads one file at a time, whoever asks: two threads in it at once end the whole process."""

from __future__ import annotations

import threading

#: held from a document's opening to its closing
PDFIUM = threading.RLock()
