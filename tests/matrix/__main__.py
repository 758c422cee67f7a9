"""The clinic matrix: `python -m tests.matrix` sets, writes and proofs every pair of masthead, patient line, language,
style and paper, and says what is refused and why. For the night: minutes, not seconds."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from matrix_cases import MASTHEADS, PATIENTS, Case, factors, pairwise
from matrix_sheets import order_for, published, shop_of

from handout.errors import HandoutError
from handout.shop import Shop


def refusal(case: Case, shop: Shop) -> str:
    """Why a sheet is refused; "" where it is released."""
    _, patient, language, style, paper = case
    try:
        published(order_for(language, **PATIENTS[patient], style=style, paper=paper), shop)
    except HandoutError as error:
        return "; ".join(dict.fromkeys(finding.what for finding in error.findings))
    return ""


def main() -> int:
    """0 where every sheet is released."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0, help="only so many cases")
    cases = sorted(pairwise(factors()))
    wanted = cases[:: max(1, len(cases) // given)] if (given := parser.parse_args().first) else cases
    refused: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        shops: dict[str, Shop] = {}
        for case in wanted:
            if case[0] not in shops:
                place = Path(folder) / case[0]
                place.mkdir()
                shops = {case[0]: shop_of(MASTHEADS[case[0]], place, Path(folder) / "ink")}
            if why := refusal(case, shops[case[0]]):
                refused[why[:60]] += 1
                sys.stdout.write(f"{' '.join(case)}: {why}\n")
    sys.stdout.write(f"{len(wanted)} sheets, {sum(refused.values())} refused\n")
    for why, count in refused.most_common():
        sys.stdout.write(f"{count:4d}  {why}\n")
    return 1 if refused else 0


if __name__ == "__main__":
    raise SystemExit(main())
