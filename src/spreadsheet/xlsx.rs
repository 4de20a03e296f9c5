//! The spreadsheet as a workbook: a page of explanation, the answers, and the lists that the drop-downs show.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet,
};

use super::plan::{Plan, Row, clean, plan};
use super::{Column, LINES, Line, Reason, Stamp, Unwritten};
use crate::engine::questionnaire::{Kind, Question, Questionnaire};
use crate::i18n::Texts;
use crate::report::form::sheet::Sheet as FormSheet;

/// The most letters of a cell.
const MOST_LETTERS: usize = 32_767;
/// The numbers that are taken without a question.
const WIDEST: f64 = 1e15;
/// The height of a line of text, in points.
const LINE_HEIGHT: usize = 15;
/// The most that a row may be high, in points.
const HIGHEST: usize = 405;

/// Formats that cells share.
struct Looks {
    title: Format,
    head: Format,
    text: Format,
    small: Format,
    plain: Format,
    general: Format,
    typed: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let framed = wrapped.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF));
        let open = framed.clone().set_unlocked().set_background_color(Color::RGB(0x00FF_F8DC));
        Self {
            title: Format::new().set_bold().set_font_size(16).set_text_wrap().set_align(FormatAlign::Top),
            head: framed.clone().set_bold().set_background_color(Color::RGB(0x00DD_E6F0)),
            small: wrapped.clone().set_font_color(Color::RGB(0x0059_5959)).set_font_size(9),
            text: wrapped,
            plain: framed,
            typed: open.clone().set_num_format("@"),
            day: open.clone().set_num_format("dd.mm.yyyy"),
            general: open,
        }
    }

    /// How the cell of an answer looks.
    const fn answer(&self, question: &Question) -> &Format {
        match question.kind {
            Kind::Integer { .. } | Kind::Decimal { .. } => &self.general,
            Kind::Date => &self.day,
            _ => &self.typed,
        }
    }
}

/// Writes the questionnaire as the bytes of a workbook.
///
/// # Errors
/// What the writer says.
pub fn xlsx(questionnaire: &Questionnaire, texts: &Texts, stamp: &Stamp) -> Result<Vec<u8>, Unwritten> {
    let looks = Looks::new();
    let plan = plan(questionnaire, texts, stamp);
    let mut book = Workbook::new();
    // The number of the sending-out tells when it was made.
    let made = stamp.id.get_timestamp().map_or(0, |time| i64::try_from(time.to_unix().0).unwrap_or_default());
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_timestamp(made)?));
    explanation(book.add_worksheet(), &plan.form, texts, stamp, &looks)?;
    let lists = Lists::new(&plan, texts);
    answers(book.add_worksheet(), questionnaire, texts, &plan, &lists, &looks)?;
    lists.write(book.add_worksheet(), texts, &looks)?;
    book.save_to_buffer()
}

fn written(sheet: &mut Worksheet, at: (u32, u16), text: &str, look: &Format) -> Result<(), Unwritten> {
    let clean: String = clean(text).chars().take(MOST_LETTERS).collect();
    sheet.write_string_with_format(at.0, at.1, clean, look).map(drop)
}

/// Nobody is kept from changing the file: the protection only keeps the hand from slipping, and has no password.
fn protect(sheet: &mut Worksheet) {
    let may = ProtectionOptions { format_columns: true, format_rows: true, format_cells: true, ..Default::default() };
    sheet.protect_with_options(&may);
}

fn explanation(
    sheet: &mut Worksheet,
    form: &FormSheet,
    texts: &Texts,
    stamp: &Stamp,
    looks: &Looks,
) -> Result<(), Unwritten> {
    sheet.set_name(texts.get("spreadsheet-sheet-start"))?;
    for (column, width) in [(0, 16.0), (1, 34.0), (2, 62.0)] {
        sheet.set_column_width(column, width)?;
    }
    let mut row = 0;
    let mut paragraph = |sheet: &mut Worksheet, text: &str, look: &Format| -> Result<(), Unwritten> {
        let text = clean(text);
        sheet.merge_range(row, 0, row, 2, &text, look)?;
        sheet.set_row_height(row, height([(text.as_str(), 105.0)]) as f64 * if row == 0 { 1.6 } else { 1.0 })?;
        row += 1;
        Ok(())
    };
    paragraph(sheet, &form.title, &looks.title)?;
    if let Some(description) = &form.description {
        paragraph(sheet, description, &looks.text)?;
    }
    let sheets = [("answers", texts.get("spreadsheet-sheet-answers")), ("lists", texts.get("spreadsheet-sheet-lists"))];
    let args = sheets.map(|(name, text)| (name, text.into()));
    for key in RULES {
        paragraph(sheet, &format!("• {}", texts.with(key, &args)), &looks.text)?;
    }
    row += 1;
    for (line, name, label) in LINES {
        let look = if line == Line::Firm { &looks.typed } else { &looks.plain };
        written(sheet, (row, 0), name, &looks.small)?;
        written(sheet, (row, 1), &texts.get(label), if line == Line::Firm { &looks.head } else { &looks.text })?;
        match stamp.line(line) {
            empty if empty.is_empty() => sheet.write_blank(row, 2, look).map(drop)?,
            told => written(sheet, (row, 2), &told, look)?,
        }
        row += 1;
    }
    written(sheet, (row + 1, 0), &form.foot, &Format::new().set_font_size(9))?;
    page(sheet);
    protect(sheet);
    Ok(())
}

/// How the workbook is filled in.
const RULES: [&str; 7] = [
    "spreadsheet-rule-firm",
    "spreadsheet-rule-answers",
    "spreadsheet-rule-choose",
    "spreadsheet-rule-several",
    "spreadsheet-rule-none",
    "spreadsheet-rule-skip",
    "spreadsheet-rule-send",
];

fn page(sheet: &mut Worksheet) {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
}

fn answers(
    sheet: &mut Worksheet,
    questionnaire: &Questionnaire,
    texts: &Texts,
    plan: &Plan,
    lists: &Lists,
    looks: &Looks,
) -> Result<(), Unwritten> {
    sheet.set_name(texts.get("spreadsheet-sheet-answers"))?;
    for (column, key, width) in Column::ALL {
        sheet.set_column_width(column.place(), width)?;
        written(sheet, (0, column.place()), &texts.get(key), &looks.head)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    for (at, row) in (1..).zip(&plan.rows) {
        let told = [(Column::Question, &row.id), (Column::Section, &row.section), (Column::Text, &row.text)];
        for (column, text) in told.into_iter().chain([(Column::Expected, &row.expected)]) {
            written(sheet, (at, column.place()), text, &looks.plain)?;
        }
        sheet.set_row_height(
            at,
            height([(row.text.as_str(), 50.0), (row.expected.as_str(), 38.0), (&row.section, 17.0)]) as f64,
        )?;
        let question = &questionnaire.questions[row.question];
        if question.kind.is_answerable() {
            open(sheet, at, row, question, texts, lists, looks)?;
        } else {
            for column in Column::OPEN {
                sheet.write_blank(at, column.place(), &looks.plain)?;
            }
        }
    }
    sheet.set_repeat_rows(0, 0)?;
    page(sheet);
    protect(sheet);
    Ok(())
}

/// The cells of a row that are filled in.
fn open(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row,
    question: &Question,
    texts: &Texts,
    lists: &Lists,
    looks: &Looks,
) -> Result<(), Unwritten> {
    let answer = Column::Answer.place();
    sheet.write_blank(at, answer, looks.answer(question))?;
    sheet.write_blank(at, Column::Reason.place(), &looks.typed)?;
    sheet.write_blank(at, Column::Comment.place(), &looks.typed)?;
    let rule = match question.kind {
        Kind::SelectOne(_) | Kind::Level { .. } => {
            lists.range(&row.options.iter().map(|it| it.words.clone()).collect::<Vec<_>>()).map(dropdown)
        }
        Kind::Integer { .. } | Kind::Decimal { .. } => {
            Some(DataValidation::new().allow_decimal_number(DataValidationRule::Between(-WIDEST, WIDEST)))
        }
        Kind::Date => {
            let first = ExcelDateTime::from_ymd(1900, 1, 1)?;
            Some(DataValidation::new().allow_date(DataValidationRule::GreaterThanOrEqualTo(first)))
        }
        _ => None,
    };
    // A warning, not a wall: what was meant otherwise can still be written, and is judged when the file comes back.
    let warned = |rule: DataValidation| -> Result<DataValidation, Unwritten> {
        rule.set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(texts.get("spreadsheet-warning-title"))?
            .set_error_message(texts.get("spreadsheet-warning"))
    };
    if let Some(rule) = rule {
        sheet.add_data_validation(at, answer, at, answer, &warned(rule)?)?;
    }
    if let Some(range) = lists.range(&reasons(texts)) {
        let reason = Column::Reason.place();
        sheet.add_data_validation(at, reason, at, reason, &warned(dropdown(range))?)?;
    }
    Ok(())
}

fn dropdown(range: String) -> DataValidation {
    DataValidation::new().allow_list_formula(Formula::new(range))
}

fn reasons(texts: &Texts) -> Vec<String> {
    Reason::ALL.map(|(.., key)| texts.get(key)).into()
}

/// A list: the questions that have it, and its codes with the words to choose by.
type List = (Vec<String>, Vec<(String, String)>);

/// Every list that a drop-down shows, each once.
struct Lists {
    name: String,
    lists: Vec<List>,
}

impl Lists {
    fn new(plan: &Plan, texts: &Texts) -> Self {
        let mut lists: Vec<List> = Vec::new();
        let coded = Reason::ALL.map(|(_, name, key)| (name.to_owned(), texts.get(key)));
        lists.push((Vec::new(), coded.into()));
        for row in plan.rows.iter().filter(|row| !row.options.is_empty()) {
            let options: Vec<_> = row.options.iter().map(|it| (it.code.clone(), it.words.clone())).collect();
            match lists.iter_mut().find(|(_, known)| *known == options) {
                Some((of, _)) => of.push(row.id.clone()),
                None => lists.push((vec![row.id.clone()], options)),
            }
        }
        Self { name: texts.get("spreadsheet-sheet-lists"), lists }
    }

    /// Where a list stands on its sheet.
    fn range(&self, words: &[String]) -> Option<String> {
        let mut first = 2;
        for (_, options) in &self.lists {
            let last = first + options.len() - 1;
            if options.iter().map(|(_, words)| words).eq(words) {
                return Some(format!("='{}'!$C${first}:$C${last}", self.name.replace('\'', "''")));
            }
            first = last + 1;
        }
        None
    }

    fn write(&self, sheet: &mut Worksheet, texts: &Texts, looks: &Looks) -> Result<(), Unwritten> {
        sheet.set_name(&self.name)?;
        let heads = ["spreadsheet-list-of", "spreadsheet-list-code", "spreadsheet-list-words"];
        for ((column, key), width) in (0..).zip(heads).zip([30.0, 20.0, 90.0]) {
            sheet.set_column_width(column, width)?;
            written(sheet, (0, column), &texts.get(key), &looks.head)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        let mut row = 1;
        for (of, options) in &self.lists {
            let of = if of.is_empty() { texts.get("spreadsheet-column-reason") } else { of.join(", ") };
            for (code, words) in options {
                for (column, text) in (0..).zip([&of, code, words]) {
                    written(sheet, (row, column), text, &looks.plain)?;
                }
                row += 1;
            }
        }
        page(sheet);
        protect(sheet);
        Ok(())
    }
}

/// How high a row must be for texts in columns of these widths: spreadsheets do not all find out by themselves.
fn height<'t>(cells: impl IntoIterator<Item = (&'t str, f64)>) -> usize {
    let lines = |(text, width): (&str, f64)| -> usize {
        text.lines().map(|line| (line.chars().count() as f64 / width).ceil().max(1.0) as usize).sum()
    };
    let most = cells.into_iter().map(lines).max().unwrap_or(1).max(1);
    (most * LINE_HEIGHT + 3).min(HIGHEST)
}
