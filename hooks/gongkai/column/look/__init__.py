"""How a column looks, as its mkdocs.yml says: colours, logo, icon, styles and scripts of its own."""

from gongkai.column.look.look import OURS, Look, Picture, Script
from gongkai.column.look.read import read_look

__all__ = ["OURS", "Look", "Picture", "Script", "read_look"]
