//! Numbers by CLDR's rules: uz (in every alphabet) and ru write `1 234 567,891`, en `1,234,567.891`.

use fluent_bundle::FluentValue;
use intl_memoizer::IntlLangMemoizer;

use crate::engine::text::Lang;

const NO_BREAK_SPACE: char = '\u{a0}';

/// A number with at most `decimals` places, trailing zeros dropped.
pub(super) fn number(lang: Lang, number: f64, decimals: usize) -> String {
    let fixed = format!("{number:.decimals$}");
    let trimmed = if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.') } else { &fixed };
    written(lang, trimmed)
}

/// A number with exactly `decimals` places.
pub(super) fn fixed(lang: Lang, number: f64, decimals: usize) -> String {
    let fixed = format!("{number:.decimals$}");
    let is_zero = fixed.chars().all(|c| matches!(c, '-' | '0' | '.'));
    written(lang, if is_zero { fixed.trim_start_matches('-') } else { &fixed })
}

/// A number with all its places.
pub(super) fn exact(lang: Lang, number: f64) -> String {
    written(lang, &number.to_string())
}

/// A percentage.
pub(super) fn percent(lang: Lang, percentage: f64, decimals: usize) -> String {
    let digits = number(lang, percentage, decimals);
    match lang.written() {
        Lang::Ru => format!("{digits}{NO_BREAK_SPACE}%"),
        _ => format!("{digits}%"),
    }
}

/// Rewrites a plain decimal number with the language's separators. Four digits stay together.
fn written(lang: Lang, plain: &str) -> String {
    let (group, point) = match lang.written() {
        Lang::En => (',', '.'),
        _ => (NO_BREAK_SPACE, ','),
    };
    let plain = if plain == "-0" { "0" } else { plain };
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && whole.len() > 4 && (whole.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// The function that formats numbers inside Fluent texts: a plain `fn`, as the bundle demands.
pub(super) const fn in_texts(lang: Lang) -> fn(&FluentValue, &IntlLangMemoizer) -> Option<String> {
    match lang.written() {
        Lang::En => |value, _| in_text(Lang::En, value),
        _ => |value, _| in_text(Lang::Uz, value),
    }
}

fn in_text(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(exact(lang, number.value)),
        _ => None,
    }
}

/// The key of a month's name.
pub(super) const fn month_key(month: i8) -> &'static str {
    match month {
        1 => "month-1",
        2 => "month-2",
        3 => "month-3",
        4 => "month-4",
        5 => "month-5",
        6 => "month-6",
        7 => "month-7",
        8 => "month-8",
        9 => "month-9",
        10 => "month-10",
        11 => "month-11",
        _ => "month-12",
    }
}
