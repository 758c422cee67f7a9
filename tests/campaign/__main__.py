"""`python -m tests.campaign --seeds 200 --only data --keep FILE`: runs what is not in FILE yet, and prints the table.

Before anything else it proves that it can fail: with the look at mandatory signs switched off, a deleted cauda
equina sign must be seen as an escape. Exit code 1 for an escape or a crash, 2 when the proof of failing fails.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.campaign import data, finished, lists, others, pictures
from tests.campaign.control import can_fail
from tests.campaign.verdicts import Judge, Outcome, Verdict, counted

CLASSES: Mapping[str, tuple[Judge, int]] = {  # the judge, and how many mutants of 100
    "data": (data.judge, 38),
    "translations": (data.judge_translation, 12),
    "templates": (others.template, 11),
    "themes": (others.theme, 3),
    "symbols": (others.symbol, 3),
    "pictures": (pictures.picture, 6),
    "files": (finished.pdf, 11),
    "fonts": (finished.font, 4),
    "lists": (lists.roster, 8),
    "workbooks": (lists.workbook, 4),
}


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.campaign", description=__doc__.splitlines()[0])
    asked.add_argument("--seeds", type=int, default=2300, help="mutants in all")
    asked.add_argument("--only", choices=CLASSES, help="one class alone, with all mutants")
    asked.add_argument("--keep", type=Path, default=Path("campaign.jsonl"), help="what was judged; a later run goes on")
    wish = asked.parse_args()
    if not can_fail():
        sys.stderr.write("the campaign cannot fail: a control mutant was not seen as an escape\n")
        return 2
    kept = _kept(wish.keep)
    for name, (judge, share) in CLASSES.items():
        count = wish.seeds if wish.only == name else 0 if wish.only else wish.seeds * share // 100
        with wish.keep.open("a", encoding="utf-8") as file:
            for seed in range(count):
                if (name, seed) not in kept:
                    kept[name, seed] = one = judge(seed)
                    file.write(json.dumps([name, seed, one.outcome, one.done], ensure_ascii=False) + "\n")
                    file.flush()
    sys.stdout.write(table(kept))
    faults = [one for one in kept.values() if one.outcome in {Outcome.escape, Outcome.crash}]
    sys.stdout.writelines(f"{one.outcome}: {one.done}\n" for one in faults)
    sys.stdout.write(f"{time.process_time():.0f} s of CPU\n")
    return bool(faults)


def _kept(path: Path) -> dict[tuple[str, int], Verdict]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = (json.loads(line) for line in lines)
    return {(name, seed): Verdict(Outcome(outcome), done) for name, seed, outcome, done in rows}


def table(kept: Mapping[tuple[str, int], Verdict]) -> str:
    """Counts by class, as Markdown."""
    rows = ["| class | mutants | " + " | ".join(Outcome) + " |", "|---" * (len(Outcome) + 2) + "|"]
    for name in CLASSES:
        own = [one for (kind, _), one in kept.items() if kind == name]
        if own:
            rows.append(f"| {name} | {len(own)} | " + " | ".join(str(count) for _, count in counted(own)) + " |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
