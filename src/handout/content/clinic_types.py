"""A clinic: its door, its people, and what it changes in every sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from handout.errors import Place

Days = tuple[str, str]  # from one day of the week to another, mon ... sun; twice the same for a single day


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours on some days of the week."""

    days: tuple[Days, ...]
    opens: str  # 08:00
    closes: str


@dataclass(frozen=True, slots=True)
class ClinicianEntry:
    """Somebody who hands out sheets; `role` is a term of the language files, so every language can say it."""

    id: str
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class ClinicChanges:
    """What a clinic changes in every routine."""

    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    doses: dict[str, dict[str, float]] = field(default_factory=dict)


# What Python can read and a practice system may still write; UTF-8 and UTF-16 need no naming.
CODE_PAGES = (
    *(f"windows-{page}" for page in range(1250, 1259)), *(f"iso-8859-{part}" for part in (1, 2, 5, 6, 7, 8, 9, 15)),
    "mac-roman", "mac-cyrillic", "koi8-r", "koi8-u", "gb18030", "gbk", "big5", "shift_jis", "euc-kr", "cp949",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RosterWords:
    """A practice system's own words in its lists."""

    columns: dict[str, str] = field(default_factory=dict)  # its column -> ours
    languages: dict[str, str] = field(default_factory=dict)  # its name of a language, small letters -> tag
    ignore: tuple[str, ...] = ()
    encoding: str = ""  # an old code page that its lists are saved in


@dataclass(frozen=True, slots=True)
class Clinic:
    """Everything a clinic file says. `emergency` and `advice` beat the country's; "" leaves them to it."""

    where: Place
    name: str
    country: str
    address: str = ""
    telephone: str = ""
    second_telephone: str = ""
    email: str = ""
    website: str = ""
    sheets_at: str = ""  # the folder on its site that `handout render --web` wrote
    hours: tuple[Hours, ...] = ()
    emergency: str = ""
    advice: str = ""
    advice_name: str = ""
    logo: Path | None = None
    leaflet_code: str = ""
    clinicians: dict[str, ClinicianEntry] = field(default_factory=dict)
    clinician: str = ""  # the id of who hands a sheet out where nobody else is named
    changes: ClinicChanges = field(default_factory=ClinicChanges)
    roster: RosterWords = field(default_factory=RosterWords)
    paper: Literal["", "a4", "letter"] = ""
    length: Literal["", "leaf", "sheet"] = ""
    card: bool | None = None  # whether a fridge card comes with each handout; None says nothing
    initials: bool = False  # whether the cover list of a print job shows patients' initials
    nobody_paid: bool = False  # whether its sheets say that nobody paid for them
    keep_days: int = 0  # after so many days a run's folder is removed by the next one; 0: never
    require_approval: bool = False  # no draft is printed for a patient, as with --final

    @property
    def files(self) -> tuple[Path, ...]:
        """The clinic file and its logo."""
        return Path(self.where.file), *([self.logo] if self.logo else [])

    def page_of(self, routine: str, tag: str) -> str:
        """Where the stock page of a routine stands: an address with its scheme; "" where there are no pages. It tells
        nothing of a patient, nor of what is prescribed."""
        if not self.sheets_at:
            return ""
        scheme = "" if self.sheets_at.startswith(("http://", "https://")) else "https://"
        return f"{scheme}{self.sheets_at.rstrip('/')}/{page_name(routine, tag)}"


def page_name(routine: str, tag: str) -> str:
    """The file of a stock page: "upper-back.ar.html"."""
    return f"{routine}.{tag}.html"
