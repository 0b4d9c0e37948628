"""Files of Word before .docx: .doc, .wps, .rtf, turned into .docx by LibreOffice where it is there.

LibreOffice is not believed: what the file itself holds (``Held``) is read without it, and what was turned
must have the same letters, and no picture that the file has not. A hostile file can make it fetch a picture
of the machine it runs on, and a field that it does not know it drops in silence.
"""

from gongkai.desk.intake.older.converting import read

__all__ = ["read"]
