"""The kinds of files that file choosers offer, as Qt takes them."""

from __future__ import annotations

from ui.language import mark, shown, tr

PLANS = mark("Continuity plans (*.bcplan)")
SEALED = mark("Encrypted plans (*.bcplan.age)")


def exported() -> str:
    """Return the kinds of files that can be written."""
    from bcp_planner.interchange import formats

    return ";;".join(
        f"{shown(title)} ({' '.join(f'*{ending}' for ending in endings)})"
        for title, endings in formats.written_kinds()
    )


def opened() -> str:
    """Return the kinds of files that can be opened."""
    from bcp_planner.interchange import formats

    others = " ".join(f"*{ending}" for ending in formats.endings())
    plans = tr("Continuity plans (*.bcplan *.json *.age)")
    return tr(
        "{plans};;Other programs' files ({others});;All files (*)", plans=plans, others=others
    )


def imported() -> str:
    """Return the kinds of files that can be added to a plan."""
    from bcp_planner.interchange import formats

    known = " ".join(f"*{ending}" for ending in formats.endings())
    sheets = tr("Spreadsheets (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt)")
    return tr(
        "All files that can be read ({known});;{sheets};;All files (*)", known=known, sheets=sheets
    )
