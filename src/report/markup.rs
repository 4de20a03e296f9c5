//! Texts in markup: what people wrote reads as they wrote it and never becomes markup or an escape.

use crate::engine::text::steers;

/// Before a piece of code: a private-use character, which no text of a questionnaire needs.
pub(super) const CODE: char = '\u{e000}';
/// Behind a piece of code.
pub(super) const END: char = '\u{e001}';

/// A text for HTML: signs escaped, line breaks kept, code as code, nothing that steers.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            CODE if !in_code => {
                in_code = true;
                out.push_str("<code>");
            }
            END if in_code => {
                in_code = false;
                out.push_str("</code>");
            }
            CODE | END => {}
            '\t' => out.push(' '),
            c if steers(c) => {}
            c => out.push(c),
        }
    }
    if in_code {
        out.push_str("</code>");
    }
    out
}

/// The same on one line.
pub(super) fn html_line(text: &str) -> String {
    html(&text.replace(['\n', CODE, END], " "))
}

/// A text that begins a line of Markdown.
pub(super) fn paragraph(written: &str) -> String {
    let escaped = markdown(written.trim_start());
    // At the beginning of a line these would make a heading, a list or a rule.
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    match escaped.chars().nth(digits) {
        Some('.' | ')') if digits > 0 => {
            let (number, rest) = escaped.split_at(digits);
            format!("{number}\\{rest}")
        }
        Some('#' | '+' | '-' | '=') if digits == 0 => format!("\\{escaped}"),
        _ => escaped,
    }
}

/// A text for Markdown, on one line: signs escaped, code as code, nothing that steers.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(CODE) {
        out.push_str(&escaped(before));
        let (inside, behind) = after.split_once(END).unwrap_or((after, ""));
        out.push_str(&code(inside));
        rest = behind;
    }
    out + &escaped(rest)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(' '),
            c if steers(c) => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Code between more backticks than stand in it.
fn code(source: &str) -> String {
    let longest = source.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let gap = if longest > 0 { " " } else { "" };
    format!("{fence}{gap}{source}{gap}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_written_becomes_markup() {
        assert_eq!(html("<script>\"a\" & 'b'"), "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;");
        assert_eq!(html("a\nb"), "a<br>b");
        assert_eq!(html("a\u{1b}[2Jb\u{7}\r\tc"), "a[2Jb c");
        assert_eq!(html_line("a\nb"), "a b");
    }

    #[test]
    fn code_is_closed_whatever_comes() {
        assert_eq!(html(&format!("x {CODE}a < b{END} y")), "x <code>a &lt; b</code> y");
        assert_eq!(html(&format!("{CODE}{CODE}a{END}{END}")), "<code>a</code>");
        assert_eq!(html(&format!("{END}a{CODE}b")), "a<code>b</code>");
    }

    #[test]
    fn signs_of_markdown_are_only_signs() {
        assert_eq!(markdown("a *b* _c_ <d>"), "a \\*b\\* \\_c\\_ \\<d\\>");
        assert_eq!(paragraph("1. First"), "1\\. First");
        assert_eq!(paragraph("# Head"), "\\# Head");
        assert_eq!(paragraph("2026 yil"), "2026 yil");
        assert_eq!(paragraph("    - a\u{1b}[2J\nb"), "\\- a\\[2J b");
    }

    #[test]
    fn code_keeps_its_signs() {
        assert_eq!(markdown(&format!("if {CODE}${{a_b}} * 2{END} holds*")), "if `${a_b} * 2` holds\\*");
        assert_eq!(code("a `b`"), "`` a `b` ``");
    }
}
