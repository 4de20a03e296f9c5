//! A workbook of a profile: real numbers with their formats, heads that stay in sight, a native chart.

use jiff::Timestamp;
use rust_xlsxwriter::{
    Chart, ChartType, Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::chart::scene::Ink;
use super::sheet::Cell;
use super::wrap::{width, wrap};

/// The most letters of a cell.
const MOST_LETTERS: usize = 32_767;
/// The most letters of a sheet's name.
const MOST_OF_A_NAME: usize = 31;
/// The widest column, in letters; longer texts go on below.
const WIDEST: usize = 60;
/// The narrowest column.
const NARROWEST: usize = 9;
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// The highest row that there is.
const HIGHEST: f64 = 409.0;
/// The paper: A4.
const A4: u8 = 9;

/// The sheets with what stands around them.
pub(super) struct Book {
    /// What it is.
    pub title: String,
    /// Whom it is about.
    pub subject: String,
    /// When it was made.
    pub made: Timestamp,
    /// What stands on every printed page.
    pub running: String,
    /// The sheets; the first one bears the chart of the second one.
    pub tabs: Vec<Tab>,
    /// Where the data of the chart stand.
    pub charted: Columns,
    /// Whether there are targets.
    pub aimed: bool,
    /// The title of the chart.
    pub chart: String,
    /// What the scores are called.
    pub score: String,
    /// What the targets are called.
    pub target: String,
}

/// Columns by number.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// The titles.
    pub titles: u16,
    /// The scores.
    pub scores: u16,
    /// The targets.
    pub targets: u16,
}

/// A sheet.
pub(super) struct Tab {
    /// Its name.
    pub name: String,
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// How deep each row stands below others, from 0; rows beyond the end stand at 0.
    pub depths: Vec<u8>,
}

/// How far a step down is moved in.
const STEP: u8 = 2;

/// Writes the bytes of the workbook.
pub(super) fn written(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut file = Workbook::new();
    let made = ExcelDateTime::from_timestamp(book.made.as_second())?;
    let properties = DocProperties::new().set_title(clean(&book.title)).set_subject(clean(&book.subject));
    file.set_properties(&properties.set_creation_datetime(&made));
    for (at, tab) in book.tabs.iter().enumerate() {
        let sheet = file.add_worksheet();
        sheet.set_name(sheet_name(&tab.name, at))?;
        filled(sheet, tab)?;
        on_paper(sheet, book)?;
    }
    if let [_, areas, ..] = book.tabs.as_slice() {
        let chart = chart(book, areas);
        file.worksheet_from_index(0)?.insert_chart(1, 3, &chart)?;
    }
    file.save_to_buffer()
}

fn filled(sheet: &mut Worksheet, tab: &Tab) -> Result<(), XlsxError> {
    let (red, green, blue) = Ink::Now.on_paper();
    let rule = Color::RGB(u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue));
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(rule);
    let widths: Vec<usize> = (0..tab.columns.len()).map(|at| column_width(tab, at)).collect();
    let is_list = tab.columns.len() > 2;
    for ((at, title), room) in (0..).zip(&tab.columns).zip(&widths) {
        let mut cells = tab.rows.iter().filter_map(|row| row.get(usize::from(at)));
        let side = if is_list && cells.any(is_figure) { FormatAlign::Right } else { FormatAlign::Left };
        sheet.write_string_with_format(0, at, clean(title), &head.clone().set_align(side))?;
        sheet.set_column_width(at, *room as f64 + 2.0)?;
    }
    let heads: Vec<Cell> = tab.columns.iter().cloned().map(Cell::Text).collect();
    sheet.set_row_height(0, height(&heads, &widths))?;
    for (at, row) in (1..).zip(&tab.rows) {
        sheet.set_row_height(at, height(row, &widths))?;
        for (column, cell) in (0..).zip(row) {
            put(sheet, at, column, cell, is_list)?;
        }
        let depth = tab.depths.get(at as usize - 1).copied().unwrap_or_default();
        let is_heading = depth == 0 && tab.depths.get(at as usize).is_some_and(|next| *next > 0);
        if let (Some(Cell::Text(name)), true) = (row.first(), depth > 0 || is_heading) {
            let looks = Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Left).set_text_wrap();
            let looks = if is_heading { looks.set_bold() } else { looks.set_indent(depth * STEP) };
            sheet.write_string_with_format(at, 0, clean(name), &looks)?;
        }
    }
    sheet.set_freeze_panes(1, u16::from(tab.columns.len() > 2))?;
    if let (Some(last), true) = (last(tab.columns.len()), tab.columns.len() > 2 && !tab.rows.is_empty()) {
        sheet.autofilter(0, 0, tab.rows.len() as u32, last)?;
    }
    Ok(())
}

/// As wide as its widest cell; a heading may break between its words.
fn column_width(tab: &Tab, at: usize) -> usize {
    let cells = tab.rows.iter().filter_map(|row| row.get(at)).map(letters);
    let words = tab.columns.get(at).map(String::as_str).unwrap_or_default().split(' ').map(|word| width(word) + 2);
    cells.chain(words).max().unwrap_or_default().clamp(NARROWEST, WIDEST)
}

/// The height of a row whose texts go on below, in points: not every program finds it by itself.
fn height(row: &[Cell], widths: &[usize]) -> f64 {
    let lines = |(cell, room): (&Cell, &usize)| match cell {
        Cell::Text(text) => wrap(text, *room, 0).len().max(1),
        _ => 1,
    };
    let lines = row.iter().zip(widths).map(lines).max().unwrap_or(1);
    (lines as f64 * LINE).min(HIGHEST)
}

const fn is_figure(cell: &Cell) -> bool {
    matches!(cell, Cell::Number(Some(_), _) | Cell::Count(_) | Cell::Share(Some(_)) | Cell::Change(Some(_), _))
}

fn last(columns: usize) -> Option<u16> {
    u16::try_from(columns.checked_sub(1)?).ok()
}

/// How wide a cell is, in letters.
fn letters(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.lines().map(width).max().unwrap_or_default(),
        Cell::Day(_) | Cell::Time(_) => 10,
        _ => 6,
    }
}

/// Figures stand at the right of their column in a list, and at the left where each has a name of its own.
fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, is_list: bool) -> Result<(), XlsxError> {
    let side = if is_list && is_figure(cell) { FormatAlign::Right } else { FormatAlign::Left };
    let looks = Format::new().set_align(FormatAlign::Top).set_align(side);
    let number = |places: usize| match places {
        0 => looks.clone().set_num_format("0"),
        places => looks.clone().set_num_format(format!("0.{}", "0".repeat(places))),
    };
    match cell {
        // A string of a workbook is never a formula, so it needs no mark before it.
        Cell::Text(text) if !text.is_empty() => {
            sheet.write_string_with_format(
                row,
                column,
                clean(text),
                &looks.clone().set_text_wrap().set_indent(u8::from(is_list && column > 0)),
            )?;
        }
        Cell::Count(count) => {
            sheet.write_number_with_format(row, column, *count as f64, &number(0))?;
        }
        Cell::Number(Some(figure), places) | Cell::Change(Some(figure), places) => {
            sheet.write_number_with_format(row, column, *figure, &number(*places))?;
        }
        Cell::Share(Some(share)) => {
            sheet.write_number_with_format(row, column, *share, &looks.clone().set_num_format("0%"))?;
        }
        Cell::Day(day) => {
            let date = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_datetime_with_format(row, column, &date, &looks.clone().set_num_format("yyyy-mm-dd"))?;
        }
        _ => {}
    }
    Ok(())
}

/// A4 across, one page wide; the heads and who vouches on every page.
fn on_paper(sheet: &mut Worksheet, book: &Book) -> Result<(), XlsxError> {
    // In a head `&` begins a command.
    let plain = |text: &str| clean(text).replace('&', "&&");
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    let head = format!("&L{} · {}&R{}", plain(&book.title), short(&plain(&book.subject)), short(&plain(&book.running)));
    sheet.set_header(head).set_footer("&L&A&R&P / &N");
    Ok(())
}

/// Heads take no more than 255 letters.
fn short(text: &str) -> String {
    text.chars().take(90).collect::<String>().trim_end_matches('&').to_owned()
}

fn chart(book: &Book, areas: &Tab) -> Chart {
    let name = sheet_name(&areas.name, 1);
    let (first, last) = (1, areas.rows.len().max(1) as u32);
    let rgb = |ink: Ink| {
        let (red, green, blue) = ink.on_paper();
        Color::RGB(u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue))
    };
    let mut chart = Chart::new(ChartType::Bar);
    let columns = book.charted;
    let mut series = |column: u16, called: &str, ink: Ink| {
        let series = chart.add_series();
        series
            .set_name(called)
            .set_categories((name.as_str(), first, columns.titles, last, columns.titles))
            .set_values((name.as_str(), first, column, last, column));
        series.set_format(
            rust_xlsxwriter::ChartFormat::new()
                .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(rgb(ink))),
        );
        let mut label = rust_xlsxwriter::ChartDataLabel::new();
        series.set_data_label(label.show_value().set_num_format("0.0"));
    };
    series(columns.scores, &book.score, Ink::Now);
    if book.aimed {
        series(columns.targets, &book.target, Ink::Target);
    }
    chart.title().set_name(clean(&book.chart).as_str());
    // Bars lie: the names are along the upright axis, in the order of the table, from above.
    chart.y_axis().set_reverse();
    chart.x_axis().set_min(0).set_max(100);
    if !book.aimed {
        chart.legend().set_hidden();
    }
    chart.set_width(620).set_height(120 + 60 * areas.rows.len() as u32);
    chart.set_alt_text(clean(&book.chart));
    chart
}

/// A name without the signs that names of sheets may not have.
fn sheet_name(name: &str, at: usize) -> String {
    let kept = |c: &char| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let name: String = name.chars().filter(kept).take(MOST_OF_A_NAME).collect();
    if name.is_empty() { (at + 1).to_string() } else { name }
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(MOST_LETTERS).collect()
}
