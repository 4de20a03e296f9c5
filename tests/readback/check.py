"""Reads the tables of an export back with other people's programs and compares them with the CSV.

Usage: check.py FOLDER, with wide.csv, codebook.csv, table.dta, table.sav and table.xlsx in it. Prints "same" at the end.
"""

import csv
import math
import pathlib
import sys

import openpyxl
import pyreadstat

folder = pathlib.Path(sys.argv[1])


def rows(name):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


wide, codebook = rows("wide.csv"), rows("codebook.csv")
columns = list(wide[0])
kinds = {row["variable"]: row["type"] for row in codebook if not row["code"]}
assert list(kinds) == columns, "the codebook has a row for each column, in order"
questions = {row["variable"] for row in codebook if row["question"]}
codes = {column: {row["code"]: row for row in codebook if row["variable"] == column and row["code"]} for column in columns}
MISSING = {"-9": "a", "-8": "b", "-7": "c", "-6": "d", "-5": "e"}


def unguarded(text):
    """The text before it was kept from being a formula."""
    return text[1:] if text.startswith("'") else text


def same_number(column, written, got, what):
    assert not isinstance(got, str) and math.isclose(float(written), float(got), rel_tol=1e-12), (what, column, written, got)


def compare(frame, what, missing):
    """`missing` says what stands in the frame for a code."""
    assert list(frame.columns) == columns, what
    assert len(frame) == len(wide), what
    for at, row in enumerate(wide):
        for column in columns:
            written, got = row[column], frame[column][at]
            if kinds[column] == "text":
                text = "" if column in questions and written in MISSING else written
                got = "" if got is None or got != got else got
                assert got in (text, unguarded(text)), (what, column, written, got)
            elif written == "":
                assert got is None or got != got, (what, column, written, got)
            elif written in MISSING and column in questions:
                assert missing(written, got), (what, column, written, got)
            elif kinds[column] in ("number", "coded"):
                same_number(column, written, got, what)
            else:
                assert str(got)[:10] == written[:10], (what, column, written, got)


frame, about = pyreadstat.read_dta(folder / "table.dta", user_missing=True)
compare(frame, "dta", lambda code, got: got == MISSING[code])
assert len(wide[0]) == len(about.column_names)
for column in columns:
    labels = about.variable_value_labels.get(column, {})
    if kinds[column] == "coded":
        for code, row in codes[column].items():
            key = MISSING[code] if code in MISSING and column in questions else int(code)
            assert labels.get(key) == row["label_en"], ("dta", column, code, labels)

frame, about = pyreadstat.read_sav(folder / "table.sav", user_missing=True)
compare(frame, "sav", lambda code, got: float(got) == float(code))
for column in columns:
    if column in questions and kinds[column] in ("number", "coded", "date"):
        assert about.missing_ranges[column] == [{"lo": -9.0, "hi": -5.0}], (column, about.missing_ranges.get(column))
    labels = about.variable_value_labels.get(column, {})
    if kinds[column] == "coded":
        for code, row in codes[column].items():
            got = labels.get(float(code), "")
            assert got and row["label_en"].startswith(got), ("sav", column, code, got)
# Without user-missing values a mean is a mean.
plain, _ = pyreadstat.read_sav(folder / "table.sav")
for column in columns:
    if column in questions and kinds[column] in ("number", "coded"):
        values = [value for value in plain[column] if value == value]
        assert all(value not in (-9, -8, -7, -6) for value in values), column

book = openpyxl.load_workbook(folder / "table.xlsx")
table, answers, coded = book.worksheets
assert [cell.value for cell in table[1]] == columns
for at, row in enumerate(wide, start=2):
    for place, column in enumerate(columns, start=1):
        written, got = row[column], table.cell(at, place).value
        if written == "":
            assert got is None, ("xlsx", column, got)
        elif kinds[column] == "text":
            assert str(got) in (written, unguarded(written)), ("xlsx", column, written, got)
            assert table.cell(at, place).data_type != "f", column
        elif kinds[column] in ("number", "coded"):
            same_number(column, written, got, "xlsx")
        else:
            assert str(got)[:10] == written[:10], ("xlsx", column, written, got)
assert answers.max_row > len(wide) and coded.max_row == len(codebook) + 1
print("same")
