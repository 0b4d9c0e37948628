"""湖南省清溪县 → 清溪县 and 县: the name an area has at home, and the word for what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: what an area with a column may be
LEVELS = "区县市旗"
GOVERNMENT = "人民政府"
#: how the name of what lies above ends, or nothing
ABOVE = ("", "省", "市", "区", "州", "盟")
#: what stands before its own name: a province, then what lies between; 津市市 and 沙市区 keep theirs
_ABOVE = re.compile(r"(?:.{2,}?(?:省|自治区))?(?:.+?(?:市|自治州|地区|盟))?(?=.+[区县市旗]$)")


@dataclass(frozen=True, slots=True)
class Area:
    """``whole`` as 湖南省清溪县, ``name`` as 清溪县, ``level`` as 县: of what cannot be told, 区."""

    whole: str
    name: str
    level: str

    @property
    def names(self) -> tuple[str, ...]:
        """As others write it before the name of an office, the longest first."""
        above = self.whole.removesuffix(self.name)
        city = re.sub(r"^.*?(?:省|自治区)", "", above)
        found = (self.whole, f"{city}{self.name}", self.name)
        return tuple(dict.fromkeys(each for each in found if each))


def area_of(name: str) -> Area:
    """Of an area's name, or of what its government is called in full."""
    whole = name.strip().removesuffix(GOVERNMENT)
    above = _ABOVE.match(whole)
    own = whole[above.end() :] if above else whole
    return Area(whole, own, own[-1] if own[-1:] and own[-1] in LEVELS else LEVELS[0])
