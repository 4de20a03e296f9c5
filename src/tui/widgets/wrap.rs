//! Breaking text into lines by the width of its characters; no word is cut that fits a line.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The longest line that reads well.
pub const COMFORT: usize = 76;

/// Breaks a text into lines of at most `width` cells. Line ends in the text are kept. A word wider
/// than a line is cut between graphemes.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, width)).collect()
}

fn wrap_paragraph(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split(' ') {
        let needed = if line.is_empty() { word.width() } else { line.width() + 1 + word.width() };
        if needed <= width {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = cut_long(word, width, &mut lines);
    }
    lines.push(line);
    lines
}

/// Pushes the full lines of a word that is wider than a line; returns the rest.
fn cut_long(word: &str, width: usize, lines: &mut Vec<String>) -> String {
    let mut rest = String::new();
    for grapheme in word.graphemes(true) {
        if !rest.is_empty() && rest.width() + grapheme.width() > width {
            lines.push(std::mem::take(&mut rest));
        }
        rest.push_str(grapheme);
    }
    rest
}

/// Cuts a text to `width` cells, ending in `…` if something was cut.
pub fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for grapheme in text.graphemes(true) {
        if out.width() + grapheme.width() + 1 > width {
            break;
        }
        out.push_str(grapheme);
    }
    if width > 0 {
        out.push('…');
    }
    out
}

/// Fills a text up to `width` cells with spaces, or cuts it.
pub fn pad(text: &str, width: usize) -> String {
    let fitted = fit(text, width);
    let missing = width.saturating_sub(fitted.width());
    fitted + &" ".repeat(missing)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(wrap("Korxonangizda moliyaviy hisobotlar", 20), ["Korxonangizda", "moliyaviy hisobotlar"]);
        assert_eq!(wrap("a\nb", 20), ["a", "b"]);
        assert_eq!(wrap("", 20), [""]);
    }

    #[test]
    fn a_cut_text_says_so() {
        assert_eq!(fit("Предприятие", 6), "Предп…");
        assert_eq!(fit("oʻzbek", 6), "oʻzbek");
        assert_eq!(pad("oʻz", 5), "oʻz  ");
    }

    proptest! {
        #[test]
        fn no_character_is_lost_and_no_line_is_too_wide(text in "[a-zʻа-яё ]{0,200}", width in 1_usize..60) {
            let lines = wrap(&text, width);
            let squeezed: String = lines.concat().replace(' ', "");
            prop_assert_eq!(squeezed, text.replace(' ', ""));
            prop_assert!(lines.iter().all(|line| line.width() <= width));
        }
    }
}
