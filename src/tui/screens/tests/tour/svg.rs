//! A screen as a picture: every cell of the buffer at its place on a fixed grid, in SVG.
//!
//! Bars, rules and Braille dots are drawn, not written, so that they join whatever font a reader has;
//! text is written in runs that are held to the width of their cells.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// The size of a cell and the margin around all cells, in pixels.
const WIDTH: usize = 9;
const HEIGHT: usize = 19;
const MARGIN: usize = 14;
/// From the top of a cell to the line that letters stand on.
const BASELINE: usize = 14;

const GROUND: &str = "#1b1e24";
const TEXT: &str = "#dde1e8";

const STYLE: &str = "text{font:15px ui-monospace,'Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,\
    'Liberation Mono',monospace;white-space:pre}.b{font-weight:700}.u{text-decoration:underline}\
    .s{text-anchor:middle}";

/// The terminal's own colours, as this terminal has them.
fn colour(colour: Color, usual: &str) -> String {
    let named = match colour {
        Color::Black => "#000000",
        Color::Red => "#d9534f",
        Color::Green => "#5fae4a",
        Color::Yellow => "#c9a227",
        Color::Blue => "#4a86e8",
        Color::Magenta => "#b36ae2",
        Color::Cyan => "#3aa7bd",
        Color::Gray => "#a6adb9",
        Color::DarkGray => "#7a808c",
        Color::LightRed => "#ff8a80",
        Color::LightGreen => "#97d77f",
        Color::LightYellow => "#f0cd6d",
        Color::LightBlue => "#82b1ff",
        Color::LightMagenta => "#d6a3ff",
        Color::LightCyan => "#72d5ea",
        Color::White => "#ffffff",
        Color::Rgb(red, green, blue) => return format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Indexed(_) => panic!("{colour}: the pictures are drawn for terminals of full colours"),
        Color::Reset => usual,
    };
    named.to_owned()
}

/// What a cell looks like.
#[derive(Clone, PartialEq, Eq)]
struct Look {
    fore: String,
    back: String,
    class: &'static str,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let (mut fore, mut back) = (colour(cell.fg, TEXT), colour(cell.bg, GROUND));
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut fore, &mut back);
        }
        let [bold, line] = [Modifier::BOLD, Modifier::UNDERLINED].map(|modifier| cell.modifier.contains(modifier));
        let class = match (bold, line) {
            (true, true) => "b u",
            (true, false) => "b",
            (false, true) => "u",
            (false, false) => "",
        };
        Self { fore, back, class }
    }
}

/// How a character is put on the picture.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// In a run with its neighbours.
    Written,
    /// Alone in the middle of its cell: fonts disagree on how wide it is.
    Centred,
    /// As a filled part of its cell, in eighths from the left, top, right and bottom, in percent of its colour.
    Filled([usize; 4], u8),
    /// As lines from the middle of the cell: up, right, down, left.
    Lines([bool; 4]),
    /// As Braille dots, a bit each.
    Dots(u32),
}

impl Way {
    fn of(symbol: &str) -> Self {
        let Some(character) = symbol.chars().next() else { return Self::Written };
        let code = character as usize;
        match character {
            '█' => Self::Filled([0, 0, 8, 8], 100),
            '░' => Self::Filled([0, 0, 8, 8], 25),
            '▒' => Self::Filled([0, 0, 8, 8], 50),
            '▓' => Self::Filled([0, 0, 8, 8], 75),
            '▀' => Self::Filled([0, 0, 8, 4], 100),
            '▐' => Self::Filled([4, 0, 8, 8], 100),
            '▁'..='▇' => Self::Filled([0, 0x2588 - code, 8, 8], 100),
            '▉'..='▏' => Self::Filled([0, 0, 0x2590 - code, 8], 100),
            '─' => Self::Lines([false, true, false, true]),
            '│' => Self::Lines([true, false, true, false]),
            '┌' => Self::Lines([false, true, true, false]),
            '┐' => Self::Lines([false, false, true, true]),
            '└' => Self::Lines([true, true, false, false]),
            '┘' => Self::Lines([true, false, false, true]),
            '├' => Self::Lines([true, true, true, false]),
            '┤' => Self::Lines([true, false, true, true]),
            '┬' => Self::Lines([false, true, true, true]),
            '┴' => Self::Lines([true, true, false, true]),
            '┼' => Self::Lines([true; 4]),
            '\u{2800}'..='\u{28FF}' => Self::Dots(character as u32 - 0x2800),
            '\u{2190}'..='\u{2BFF}' => Self::Centred,
            _ => Self::Written,
        }
    }
}

/// A row of neighbouring cells of one look, put on the picture in one way.
struct Run {
    at: usize,
    cells: usize,
    look: Look,
    way: Way,
    text: String,
}

/// The runs of one row; what is blank is in none.
fn runs(buffer: &Buffer, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut gap = 0;
    for column in 0..buffer.area.width {
        let cell = &buffer[(column, row)];
        let (look, way, symbol) = (Look::of(cell), Way::of(cell.symbol()), cell.symbol());
        if symbol.trim().is_empty() && look.class != "u" {
            gap += 1;
            continue;
        }
        let joins = |run: &&mut Run| run.look == look && run.way == way && way != Way::Centred;
        let near = if way == Way::Written { gap < 2 } else { gap == 0 };
        match runs.last_mut().filter(joins).filter(|_| near) {
            Some(run) => {
                run.text.push_str(&" ".repeat(gap));
                run.text.push_str(symbol);
                run.cells += gap + symbol.width();
            }
            None => {
                runs.push(Run { at: column.into(), cells: symbol.width(), look, way, text: symbol.to_owned() });
            }
        }
        gap = 0;
    }
    runs
}

/// A number of pixels that may be a half or a quarter.
fn exact(quarters: usize) -> String {
    let fraction = ["", ".25", ".5", ".75"][quarters % 4];
    format!("{}{fraction}", quarters / 4)
}

/// The picture while it is drawn: paths of one colour are gathered into one.
#[derive(Default)]
struct Picture {
    grounds: BTreeMap<String, String>,
    fills: BTreeMap<(String, u8), String>,
    lines: BTreeMap<String, String>,
    dots: BTreeMap<String, String>,
    texts: String,
}

impl Picture {
    fn grounds(&mut self, buffer: &Buffer, row: u16) {
        let back = |column| Look::of(&buffer[(column, row)]).back;
        let mut at = 0;
        while at < buffer.area.width {
            let colour = back(at);
            let cells = (at..buffer.area.width).take_while(|column| back(*column) == colour).count();
            if colour != GROUND {
                let (left, top) = (MARGIN + usize::from(at) * WIDTH, MARGIN + usize::from(row) * HEIGHT);
                let wide = cells * WIDTH;
                write!(self.grounds.entry(colour).or_default(), "M{left} {top}h{wide}v{HEIGHT}h-{wide}z").unwrap();
            }
            at += u16::try_from(cells).unwrap();
        }
    }

    fn draw(&mut self, run: &Run, row: u16) {
        let (left, top) = (MARGIN + run.at * WIDTH, MARGIN + usize::from(row) * HEIGHT);
        let wide = run.cells * WIDTH;
        match run.way {
            Way::Written | Way::Centred => self.write(run, left, top, wide),
            Way::Filled([from, above, to, below], percent) => {
                let path = self.fills.entry((run.look.fore.clone(), percent)).or_default();
                let starts = if to - from == 8 { 0..1 } else { 0..run.cells };
                for cell in starts {
                    let across = if to - from == 8 { wide * 4 } else { (to - from) * WIDTH / 2 };
                    let (x, y) = ((left + cell * WIDTH) * 4 + from * WIDTH / 2, top * 4 + above * HEIGHT / 2);
                    let [x, y, across, down] = [x, y, across, (below - above) * HEIGHT / 2].map(exact);
                    write!(path, "M{x} {y}h{across}v{down}h-{across}z").unwrap();
                }
            }
            Way::Lines([up, right, down, back]) => {
                let path = self.lines.entry(run.look.fore.clone()).or_default();
                let middle = exact(top * 4 + HEIGHT * 2);
                if right && back {
                    write!(path, "M{left} {middle}h{wide}").unwrap();
                }
                for cell in 0..run.cells {
                    let left = left + cell * WIDTH;
                    let centre = exact(left * 4 + WIDTH * 2);
                    let (half, tall) = (exact(WIDTH * 2), exact(HEIGHT * 2));
                    match (up, down) {
                        (true, true) => write!(path, "M{centre} {top}v{HEIGHT}").unwrap(),
                        (true, false) => write!(path, "M{centre} {top}v{tall}").unwrap(),
                        (false, true) => write!(path, "M{centre} {middle}v{tall}").unwrap(),
                        (false, false) => {}
                    }
                    match (back, right) {
                        (true, false) => write!(path, "M{left} {middle}h{half}").unwrap(),
                        (false, true) => write!(path, "M{centre} {middle}h{half}").unwrap(),
                        (true, true) | (false, false) => {}
                    }
                }
            }
            Way::Dots(bits) => {
                let path = self.dots.entry(run.look.fore.clone()).or_default();
                // The order in which Unicode counts the dots: down the left, down the right, then the last row.
                let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)];
                for cell in 0..run.cells {
                    for (_, (across, down)) in places.into_iter().enumerate().filter(|(dot, _)| bits >> dot & 1 == 1) {
                        // A quarter and three quarters of the width; eighths of the height.
                        let x = exact((left + cell * WIDTH) * 4 + WIDTH + across * WIDTH * 2);
                        let y = exact(top * 4 + HEIGHT / 2 + down * HEIGHT);
                        write!(path, "M{x} {y}h0").unwrap();
                    }
                }
            }
        }
    }

    fn write(&mut self, run: &Run, left: usize, top: usize, wide: usize) {
        let y = top + BASELINE;
        let centred = run.way == Way::Centred;
        let class = [if centred { "s" } else { "" }, run.look.class].join(" ");
        self.texts.push_str("<text");
        if !class.trim().is_empty() {
            write!(self.texts, " class=\"{}\"", class.trim()).unwrap();
        }
        if run.look.fore != TEXT {
            write!(self.texts, " fill=\"{}\"", run.look.fore).unwrap();
        }
        if centred {
            write!(self.texts, " x=\"{}\" y=\"{y}\"", exact(left * 4 + wide * 2)).unwrap();
        } else {
            write!(self.texts, " x=\"{left}\" y=\"{y}\" textLength=\"{wide}\"").unwrap();
        }
        writeln!(self.texts, ">{}</text>", escaped(&run.text)).unwrap();
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The screen as an SVG picture with a title for who cannot see it.
pub(super) fn picture(buffer: &Buffer, title: &str) -> String {
    let mut picture = Picture::default();
    for row in 0..buffer.area.height {
        picture.grounds(buffer, row);
        for run in runs(buffer, row) {
            picture.draw(&run, row);
        }
    }
    let wide = usize::from(buffer.area.width) * WIDTH + 2 * MARGIN;
    let tall = usize::from(buffer.area.height) * HEIGHT + 2 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{tall}\" viewBox=\"0 0 {wide} {tall}\" \
         role=\"img\">\n<title>{}</title>\n<style>{STYLE}</style>\n\
         <rect width=\"{wide}\" height=\"{tall}\" rx=\"8\" fill=\"{GROUND}\"/>\n",
        escaped(title)
    );
    for (colour, path) in picture.grounds {
        writeln!(svg, "<path fill=\"{colour}\" d=\"{path}\"/>").unwrap();
    }
    for ((colour, percent), path) in picture.fills {
        writeln!(svg, "<path fill=\"{colour}\" fill-opacity=\"{percent}%\" d=\"{path}\"/>").unwrap();
    }
    for (colour, path) in picture.lines {
        writeln!(svg, "<path stroke=\"{colour}\" d=\"{path}\"/>").unwrap();
    }
    for (colour, path) in picture.dots {
        writeln!(svg, "<path stroke=\"{colour}\" stroke-width=\"2.4\" stroke-linecap=\"round\" d=\"{path}\"/>")
            .unwrap();
    }
    format!("{svg}<g fill=\"{TEXT}\">\n{}</g>\n</svg>\n", picture.texts)
}
