//! How wide a text is, without the font at hand: on the safe side for the usual fonts without serifs.

use super::scene::Weight;
use crate::engine::text::steers;

/// How much wider than Source Sans the fonts may be that stand in for it.
const RESERVE: f64 = 1.08;

/// The room that bold letters take beyond regular ones.
const BOLD: f64 = 1.06;

/// The width of a text in points.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let letters: f64 = text.chars().map(letter).sum();
    letters * size * RESERVE * if weight == Weight::Bold { BOLD } else { 1.0 }
}

/// The width of a letter in parts of its size.
fn letter(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'ʻ' | 'ʼ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'I' | 'і' => 0.28,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | '(' | ')' | '-' | '·' | '/' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | 'ш' | 'щ' | 'ю' | 'ж' | 'ф' | 'Ш' | 'Щ' | 'Ю' | 'Ж' | 'Ф' | 'М' | 'ы'
        | 'Ы' | '—' => 0.88,
        'м' => 0.7,
        'a'..='z' | '0'..='9' | '–' | '“' | '”' | '«' | '»' | '+' | '−' => 0.56,
        'а'..='я' | 'ё' | 'ў' | 'қ' | 'ғ' | 'ҳ' => 0.6,
        c if c.is_uppercase() => 0.72,
        c if c.is_ascii() => 0.56,
        // Other alphabets: a square.
        _ => 1.0,
    }
}

/// Breaks a text into lines of at most so many points; a word that is longer than a line is broken.
pub(super) fn lines(text: &str, room: f64, size: f64, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let fits = |text: &str| width(text, size, weight) <= room;
    let plain: String = text.chars().map(|c| if steers(c) { ' ' } else { c }).collect();
    for word in plain.split(' ').filter(|word| !word.is_empty()) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if !line.is_empty() && !fits(&line) {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(letter);
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// The first lines of a text; where there are more, the last of them says so.
pub(super) fn at_most(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}
