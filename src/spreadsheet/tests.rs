//! What is written out, filled in and read back is what was answered; what is wrong is told by cell; nothing hostile
//! gets through.

use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use jiff::tz::TimeZone;
use regex::Regex;
use uuid::Uuid;

use super::*;
use crate::engine::answer::{Answer, Response, Value};
use crate::engine::id::QuestionIx;
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Advance, Circumstances, Interview};
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::{Kind as Asked, Questionnaire};
use crate::engine::text::Finding;

/// What is written into a cell of a question's row.
type Cells = Vec<(String, Column, String)>;

fn builtin() -> Vec<Arc<Questionnaire>> {
    BUILTIN.iter().map(|it| Arc::new(read(it.text).unwrap().0)).collect()
}

fn now() -> jiff::Zoned {
    jiff::civil::date(2026, 11, 29).to_zoned(TimeZone::UTC).unwrap()
}

fn texts(lang: Lang) -> Texts {
    Texts::new(lang, TimeZone::UTC)
}

fn stamp(questionnaire: &Questionnaire, lang: Lang) -> Stamp {
    Stamp {
        id: Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_00ab_cdef),
        questionnaire: questionnaire.id.clone(),
        version: questionnaire.version.clone(),
        hash: questionnaire.hash.clone(),
        form: Form::Full,
        lang,
        firm: "Buxoro Non".to_owned(),
    }
}

fn filled_csv(bytes: &[u8], cells: &Cells) -> Vec<u8> {
    let mut reader = ::csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap());
    // As a spreadsheet of this country saves it.
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for record in reader.records() {
        let mut record: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
        let name = record[0].clone();
        for (_, column, text) in cells.iter().filter(|(id, ..)| *id == name) {
            record[usize::from(column.place())].clone_from(text);
        }
        writer.write_record(record).unwrap();
    }
    writer.into_inner().unwrap()
}

fn edited(bytes: &[u8], edit: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        to.start_file(name.clone(), zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(edit(&name, text).as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn filled_xlsx(bytes: &[u8], cells: &Cells) -> Vec<u8> {
    let grid = Grid::read(bytes, Kind::Xlsx).unwrap();
    let row = |id: &str| {
        let found = grid.sheets[1].cells.iter().find(|((_, column), cell)| *column == 0 && cell.shown() == id);
        found.unwrap().0.0
    };
    edited(bytes, |name, mut text| {
        if name != "xl/worksheets/sheet2.xml" {
            return text;
        }
        for (id, column, value) in cells {
            let at = grid::named((row(id), u32::from(column.place())));
            let blank = Regex::new(&format!("<c r=\"{at}\"( s=\"\\d+\")/>")).unwrap();
            assert!(blank.is_match(&text), "{at} is no open cell");
            let filled = |found: &regex::Captures| match value.parse::<f64>() {
                Ok(number) => format!("<c r=\"{at}\"{}><v>{number}</v></c>", &found[1]),
                Err(_) => {
                    format!("<c r=\"{at}\"{} t=\"inlineStr\"><is><t>{}</t></is></c>", &found[1], escaped(value))
                }
            };
            text = blank.replace(&text, filled).into_owned();
        }
        text
    })
}

fn read_back(bytes: &[u8], kind: Kind, questionnaire: &Arc<Questionnaire>) -> Result<Sound, Vec<Finding>> {
    let filled = Filled::read(&Grid::read(bytes, kind).unwrap())?;
    judged(&filled, questionnaire, now(), filled.stamp.lang)
}

/// Answers as a person might give them, and how they are written into cells: by code, by words, as a number.
fn answered(questionnaire: &Arc<Questionnaire>, lang: Lang) -> (Interview, Cells) {
    let mut interview = Interview::new(Arc::clone(questionnaire), Form::Full, now());
    let (mut journal, mut cells) = (MemoryJournal::default(), Vec::new());
    for (turn, (ix, question)) in questionnaire.questions.enumerate().enumerate() {
        if !interview.is_asked(ix) || !question.kind.is_answerable() {
            continue;
        }
        let comment = if turn % 3 == 0 { format!("Izoh {turn}") } else { String::new() };
        let Some((answer, text)) = fitting(&interview, ix, lang, turn) else { continue };
        let answer = Answer { comment: comment.clone(), ..answer };
        let change = interview.propose(ix, answer).unwrap();
        let circumstances = Circumstances { lang, shown_ms: 0, advance: Advance::Next };
        interview.commit(change, circumstances, &mut journal).unwrap();
        cells.push((question.id.to_string(), Column::Answer, text));
        if !comment.is_empty() {
            cells.push((question.id.to_string(), Column::Comment, comment));
        }
    }
    (interview, cells)
}

fn fitting(interview: &Interview, ix: QuestionIx, lang: Lang, turn: usize) -> Option<(Answer, String)> {
    let question = &interview.questionnaire().questions[ix];
    let offered = interview.offered(ix);
    let one = offered.iter().find(|choice| !choice.exclusive).or(offered.first());
    let typed: Vec<(String, String)> = match &question.kind {
        Asked::SelectOne(_) => offered
            .iter()
            .map(|it| {
                (
                    it.id.to_string(),
                    if turn.is_multiple_of(2) { it.label.get(lang).to_owned() } else { it.id.to_string() },
                )
            })
            .collect(),
        Asked::SelectMultiple(_) => {
            let codes: Vec<&str> = offered.iter().filter(|it| !it.exclusive).take(2).map(|it| it.id.as_str()).collect();
            vec![(codes.join(" "), codes.join("; ")), one.map(|it| (it.id.to_string(), it.id.to_string()))?]
        }
        Asked::Level { anchors } => {
            vec![("1".to_owned(), format!("1 – {}", anchors[1].get(lang).replace('\n', " ")))]
        }
        Asked::Date => vec![("2020-05-17".to_owned(), "17.05.2020".to_owned())],
        Asked::Text { .. } => vec![("Yangi pech".to_owned(), "Yangi pech".to_owned())],
        _ => ["20", "2", "100", "2000", "0", "1", "5000"].map(|it| (it.to_owned(), it.to_owned())).into(),
    };
    typed.into_iter().find_map(|(typed, cell)| {
        let answer = Answer::from(question.parse(&typed).ok()??);
        interview.propose(ix, answer.clone()).is_ok().then_some((answer, cell))
    })
}

#[test]
fn what_is_filled_in_is_what_was_answered() {
    let mut kinds = std::collections::BTreeSet::new();
    for questionnaire in builtin() {
        for lang in [Lang::Uz, Lang::Ru, Lang::UzCyrl] {
            let (expected, cells) = answered(&questionnaire, lang);
            kinds.extend(
                cells.iter().map(|(id, ..)| questionnaire.questions[questionnaire.find(id).unwrap()].kind.name()),
            );
            assert!(cells.len() > 30, "{} {}", questionnaire.id, cells.len());
            let (texts, stamp) = (texts(lang), stamp(&questionnaire, lang));
            let files = [
                (Kind::Xlsx, filled_xlsx(&xlsx(&questionnaire, &texts, &stamp).unwrap(), &cells)),
                (Kind::Csv, filled_csv(&csv(&questionnaire, &texts, &stamp).unwrap(), &cells)),
            ];
            for (kind, bytes) in files {
                let sound = read_back(&bytes, kind, &questionnaire);
                let sound = sound.unwrap_or_else(|findings| panic!("{kind:?} {lang:?} {findings:#?}"));
                for (ix, question) in questionnaire.questions.enumerate() {
                    assert_eq!(sound.interview.answer(ix), expected.answer(ix), "{kind:?} {lang:?} {}", question.id);
                }
                assert_eq!(Filled::read(&Grid::read(&bytes, kind).unwrap()).unwrap().stamp, stamp);
            }
        }
    }
    for kind in ["select_one", "select_multiple", "level", "integer"] {
        assert!(kinds.contains(kind), "{kind} is not among {kinds:?}");
    }
}

/// Cells that are filled in, where a problem is said to be, and how it begins.
type Case<'a> = (&'a [(&'a str, Column, &'a str)], &'a str, &'a str);

#[test]
fn what_is_wrong_is_told_by_cell() {
    let questionnaire = builtin().remove(0);
    let bytes = csv(&questionnaire, &texts(Lang::En), &stamp(&questionnaire, Lang::En)).unwrap();
    let said = |cells: &[(&str, Column, &str)]| {
        let cells = cells.iter().map(|(id, column, text)| ((*id).to_owned(), *column, (*text).to_owned())).collect();
        let findings = read_back(&filled_csv(&bytes, &cells), Kind::Csv, &questionnaire).map(|_| ()).unwrap_err();
        let texts = texts(Lang::En);
        findings.iter().map(|it| format!("{}: {}", texts.say(&it.place), texts.say(&it.message))).collect::<Vec<_>>()
    };
    let yes = ("consent", Column::Answer, "Yes");
    let cases: [Case; 10] = [
        (&[], "the file", "Nothing is filled in"),
        (
            &[("consent", Column::Answer, " \u{1} "), ("F1", Column::Comment, "\u{202e}")],
            "the file",
            "Nothing is filled",
        ),
        (&[("F9", Column::Answer, " ; ")], "the file", "Nothing is filled in"),
        (&[("consent", Column::Answer, "Perhaps")], "E", "“Perhaps” is not one of the answer options"),
        (&[yes, ("F1", Column::Answer, "hundred")], "E", "“hundred” is not a whole number"),
        (&[yes, ("F1", Column::Answer, "1700")], "E", "The value does not fit: "),
        (&[yes, ("F1", Column::Reason, "lazy")], "F", "“lazy” is not one of the reasons"),
        (&[yes, ("F1", Column::Reason, "Does not apply to us")], "G", "Write in the comment why"),
        (&[yes, ("F1", Column::Answer, "1998"), ("F1", Column::Reason, "Don’t know")], "F", "Leave one of the two"),
        (&[("consent", Column::Answer, "No"), ("F1", Column::Answer, "1998")], "E", "This question is not asked"),
    ];
    for (cells, column, message) in cases {
        let said = said(cells);
        assert_eq!(said.len(), 1, "{cells:?} {said:?}");
        assert!(said[0].starts_with(column) && said[0].contains(message), "{cells:?} {said:?}");
    }
    assert_eq!(said(&[yes, ("F1", Column::Answer, "x"), ("F17", Column::Answer, "y")]).len(), 2, "all at once");
}

#[test]
fn a_reason_and_a_comment_are_kept() {
    let questionnaire = builtin().remove(0);
    let bytes = xlsx(&questionnaire, &texts(Lang::Ru), &stamp(&questionnaire, Lang::Ru)).unwrap();
    let cell = |id: &str, column, text: &str| (id.to_owned(), column, text.to_owned());
    let cells = vec![
        cell("consent", Column::Answer, "yes"),
        cell("F1", Column::Reason, "Не знаю"),
        cell("F1", Column::Comment, "спросить бухгалтера"),
        cell("F17", Column::Reason, "not_applicable"),
        cell("F17", Column::Comment, "=1+1"),
        cell("F9", Column::Answer, " ; "),
        cell("F9", Column::Comment, "нет таких"),
    ];
    let sound = read_back(&filled_xlsx(&bytes, &cells), Kind::Xlsx, &questionnaire).unwrap();
    let answer = |id: &str| sound.interview.answer(questionnaire.find(id).unwrap()).clone();
    assert_eq!(answer("F1").response, Some(Response::DontKnow));
    assert_eq!(answer("F1").comment, "спросить бухгалтера");
    assert_eq!(answer("F17").response, Some(Response::NotApplicable { reason: "=1+1".to_owned() }));
    assert!(matches!(answer("consent").value(), Some(Value::Choice(_))));
    assert_eq!(
        (answer("F9").response, answer("F9").comment.as_str()),
        (None, "нет таких"),
        "signs that divide nothing"
    );
    assert_eq!(sound.events.len(), 4);
}

#[test]
fn one_template_sent_to_two_enterprises_becomes_two_assessments() {
    let one = stamp(&builtin()[0], Lang::Uz);
    let again = Stamp { firm: " BUXORO  non ".to_owned(), ..one.clone() };
    let other = Stamp { firm: "Navoiy Non".to_owned(), ..one.clone() };
    assert_eq!(one.assessment(), again.assessment());
    assert_ne!(one.assessment(), other.assessment());
}

#[test]
fn nothing_hostile_gets_through() {
    let questionnaire = builtin().remove(0);
    let good = xlsx(&questionnaire, &texts(Lang::Uz), &stamp(&questionnaire, Lang::Uz)).unwrap();
    let key = |bytes: &[u8], kind| Grid::read(bytes, kind).map(|_| ()).unwrap_err().key;
    for length in (0..good.len()).step_by(good.len() / 40) {
        assert!(Grid::read(&good[..length], Kind::Xlsx).is_err(), "cut at {length}");
    }
    let bomb = edited(&good, |name, text| match name {
        "xl/sharedStrings.xml" => text + &" ".repeat(49 << 20),
        _ => text,
    });
    assert!(bomb.len() < MOST_BYTES, "it is small while it is packed");
    assert_eq!(key(&bomb, Kind::Xlsx), "spreadsheet-unpacks");
    let far = edited(&good, |name, text| match name {
        "xl/worksheets/sheet2.xml" => {
            text.replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>")
        }
        _ => text,
    });
    assert_eq!(key(&far, Kind::Xlsx), "spreadsheet-too-many-rows");
    let styles = edited(&good, |name, text| match name {
        "xl/styles.xml" => text.replace("</cellXfs>", &("<xf/>".repeat(1 << 18) + "</cellXfs>")),
        _ => text,
    });
    assert_eq!(key(&styles, Kind::Xlsx), "spreadsheet-too-many-styles");
    assert_eq!(key(&vec![b'a'; MOST_BYTES + 1], Kind::Csv), "spreadsheet-too-large");
    assert_eq!(key(b"a,b\n\xd0\n", Kind::Csv), "spreadsheet-not-utf8");
    let long = vec![("consent".to_owned(), Column::Answer, "x".repeat(1 << 20))];
    let findings = read_back(&filled_xlsx(&good, &long), Kind::Xlsx, &questionnaire).map(|_| ()).unwrap_err();
    assert!(texts(Lang::Uz).say(&findings[0].message).len() < 500, "a cell of a megabyte is not quoted whole");
    let other = Filled::read(&Grid::read(b"a;b\n1;2\n", Kind::Csv).unwrap()).unwrap_err();
    assert_eq!(other[0].message.key, "spreadsheet-no-template");
}

#[test]
fn a_single_cell_in_the_last_corner_is_not_the_whole_sheet_in_memory() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_number(1_048_575, 16_383, 1).unwrap();
    assert_eq!(Grid::read(&book.save_to_buffer().unwrap(), Kind::Xlsx).unwrap_err().key, "spreadsheet-too-many-rows");
    // A sheet that says that it is full, and is not.
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_number(0, 0, 1).unwrap();
    let claims = edited(&book.save_to_buffer().unwrap(), |_, text| {
        text.replace("<dimension ref=\"A1\"/>", "<dimension ref=\"A1:XFD1048576\"/>")
    });
    let grid = Grid::read(&claims, Kind::Xlsx).unwrap();
    assert_eq!(grid.sheets[0].cells.len(), 1);
    // Empty cells that only have a format count for nothing.
    let mut book = rust_xlsxwriter::Workbook::new();
    let bold = rust_xlsxwriter::Format::new().set_bold();
    book.add_worksheet().write_blank(1_048_575, 16_383, &bold).unwrap();
    assert_eq!(Grid::read(&book.save_to_buffer().unwrap(), Kind::Xlsx).unwrap().sheets[0].cells.len(), 0);
}

/// What a spreadsheet keeps when somebody types `12 %`: 0.12, and a format that shows it as per cent.
#[test]
fn per_cent_in_a_cell_is_per_cent_at_the_question_and_nothing_elsewhere() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let formats = ["0%", "0.00%", "#,##0.0\\ %", "0\"%\"", "0\\%", "General"];
    for (row, format) in (0..).zip(formats) {
        let format = rust_xlsxwriter::Format::new().set_num_format(format);
        sheet.write_number_with_format(row, 0, 0.07, &format).unwrap();
    }
    let grid = Grid::read(&book.save_to_buffer().unwrap(), Kind::Xlsx).unwrap();
    let shown: Vec<String> = grid.sheets[0].cells.values().map(grid::Cell::shown).collect();
    assert_eq!(shown, ["7%", "7%", "7%", "0.07", "0.07", "0.07"]);

    let questionnaire = builtin().remove(0);
    let kind = |id: &str| questionnaire.questions[questionnaire.find(id).unwrap()].clone();
    let typed = |id: &str, cell: &grid::Cell| typed::typed(&kind(id), cell);
    assert_eq!(typed("F6a", &grid::Cell::Percent(12.5)), "12.5");
    assert_eq!(typed("F6a", &grid::Cell::Text("12,5 %".to_owned())), "12,5");
    assert_eq!(typed("F6a", &grid::Cell::Number(12.5)), "12.5");
    // In millions of soum a share is no answer; it is refused where it stands.
    assert_eq!(typed("F4", &grid::Cell::Percent(12.0)), "12%");
    assert!(kind("F4").parse("12%").is_err());
}
