"""Reads the workbook of a profile back with openpyxl and compares it with the profile as JSON.

Usage: profile.py PROFILE.xlsx PROFILE.json. Prints "same" at the end.
"""

import json
import math
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    profile = json.load(file)

assert book.sheetnames == ["Profile", "Areas", "Items", "Answers", "Actions", "Method"], book.sheetnames


def rows(name):
    head, *rest = [[cell.value for cell in row] for row in book[name].iter_rows()]
    assert len(set(head)) == len(head) and all(head), head
    return [dict(zip(head, row)) for row in rest]


def same(written, got, what):
    """A number is a number, and what is not known is an empty cell."""
    if written is None:
        assert got is None, (what, got)
    else:
        assert isinstance(got, (int, float)) and math.isclose(written, got, abs_tol=1e-9), (what, written, got)


def text(written):
    """A text as a cell holds it: nothing that steers."""
    return "".join(c for c in written if c == "\n" or c.isprintable()) or None


facts = {row["Name"]: row["Value"] for row in rows("Profile")}
assert facts["Enterprise"] == text(profile["assessment"]["enterprise"]), facts
assert facts["How the answers were given"] == "Interview by D. Karimova", facts
if profile["index"]:
    same(profile["index"]["headline"], facts["Overall score"], "index")
    same(profile["index"]["low"], facts["Possible range, lower end"], "index")

areas = rows("Areas")
assert [row["Id"] for row in areas] == [area["id"] for area in profile["areas"]]
for row, area in zip(areas, profile["areas"]):
    for column, key in [("Score", "score"), ("Weight", "weight"), ("Coverage", "coverage"), ("Maturity level", "staged")]:
        same(area[key], row[column], (area["id"], key))

items = {row["Id"]: row for row in rows("Items")}
for area in profile["areas"]:
    for item in area["items"]:
        row = items.pop(item["question"])
        for column, key in [("Score", "score"), ("Gain in the overall score", "gain"), ("Weight", "weight")]:
            same(item[key], row[column], (item["question"], key))
assert not items, items

answers = {row["Id"]: row for row in rows("Answers")}
for answer in profile["answers"]:
    row = answers.get(answer["question"])
    if answer["status"] == "not_asked" and row is None:
        continue
    if answer["status"] == "not_asked":
        continue
    response = answer.get("response")
    reason = response["not_applicable"]["reason"] if isinstance(response, dict) and "not_applicable" in response else ""
    for column, written in [
        ("Evidence", answer.get("evidence", "")),
        ("Comment", answer.get("comment", "")),
        ("Reason why it does not apply", reason),
    ]:
        assert row[column] == text(written), (answer, row)
    assert (row["Answer"] is None) == (answer["value"] is None), (answer, row)
    kind = next(iter(response["value"])) if isinstance(response, dict) and "value" in response else None
    if kind in ("integer", "decimal", "level"):
        same(response["value"][kind], row["As a number"], answer["question"])

actions = rows("Actions")
assert [row["Id"] for row in actions][: len(profile["recommendations"])] == [it["id"] for it in profile["recommendations"]]
for row, advice in zip(actions, profile["recommendations"]):
    same(advice["gain"], row["Gain in the overall score"], advice["id"])

method = {str(row["Name"]): row["Value"] for row in rows("Method")}
assert str(profile["simulation"]["seed"]) == method["Seed"], method

for sheet in book:
    assert sheet.freeze_panes, sheet.title
    assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows, sheet.title
    assert "Interview by" in sheet.oddHeader.right.text, sheet.title
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f", (sheet.title, cell.coordinate, cell.value)
            if isinstance(cell.value, float):
                assert cell.number_format != "General", (sheet.title, cell.coordinate)
charts = book["Profile"]._charts
assert len(charts) == 1 and "Areas" in charts[0].series[0].val.numRef.f, charts
print("same")
