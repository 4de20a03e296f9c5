//! Dates as days since 1970-01-01, the time of day as their fraction, without time zone.
//!
//! A text with an offset (`…T08:00:00+05:00`) is brought to UTC. Reads no clock.

use jiff::civil::{Date, DateTime, Time};

const EPOCH: Date = Date::constant(1970, 1, 1);
const DAY: f64 = 86_400_000.0;
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// What an invalid date prints.
pub(super) const INVALID: &str = "Invalid Date";

/// The days of `YYYY-MM-DD`, with or without a time of day.
pub(super) fn parse(text: &str) -> Option<f64> {
    parse_padded(text, |part| part.len() == 2)
}

/// The same, but month and day may lack their leading zero (`1970-1-2`).
pub(super) fn parse_unpadded(text: &str) -> Option<f64> {
    parse_padded(text, |part| matches!(part.len(), 1 | 2))
}

fn parse_padded(text: &str, fits: impl Fn(&str) -> bool) -> Option<f64> {
    let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
    let mut parts = day.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || !fits(month) || !fits(day) {
        return None;
    }
    let date = Date::new(digits(year)? as i16, digits(month)? as i8, digits(day)? as i8).ok()?;
    let milliseconds = time.map_or(Some(0), milliseconds)?;
    Some((f64::from(day_number(date)) * DAY + milliseconds as f64) / DAY)
}

/// The fraction of a day of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.sss`, with or without an offset.
pub(super) fn time_of_day(text: &str) -> Option<f64> {
    let whole = milliseconds(text)?;
    Some((whole as f64).rem_euclid(DAY) / DAY)
}

/// Milliseconds from midnight, less the offset.
fn milliseconds(text: &str) -> Option<i64> {
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => text.split_at_checked(at)?,
        None => (text, ""),
    };
    let mut parts = clock.split(':');
    let hours = two_digits(parts.next()?, 24)?;
    let minutes = parts.next().map_or(Some(0), |part| two_digits(part, 60))?;
    let (seconds, fraction) = parts.next().map_or(Some((0, 0)), seconds)?;
    if parts.next().is_some() {
        return None;
    }
    Some(((hours * 60 + minutes - offset_minutes(offset)?) * 60 + seconds) * 1000 + fraction)
}

fn seconds(part: &str) -> Option<(i64, i64)> {
    let Some((whole, fraction)) = part.split_once('.') else { return Some((two_digits(part, 60)?, 0)) };
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: String = fraction.chars().chain("00".chars()).take(3).collect();
    Some((two_digits(whole, 60)?, digits(&thousandths)?))
}

fn offset_minutes(offset: &str) -> Option<i64> {
    let (sign, clock) = match offset.as_bytes().first() {
        None => return Some(0),
        Some(b'Z') => return (offset.len() == 1).then_some(0),
        Some(b'-') => (-1, offset.strip_prefix('-')?),
        _ => (1, offset.strip_prefix('+')?),
    };
    let (hours, minutes) = clock.split_once(':')?;
    Some(sign * (two_digits(hours, 24)? * 60 + two_digits(minutes, 60)?))
}

fn two_digits(part: &str, below: i64) -> Option<i64> {
    digits(part).filter(|number| part.len() == 2 && *number < below)
}

fn digits(part: &str) -> Option<i64> {
    (!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok()).flatten()
}

/// The days of a calendar day.
pub(super) fn day_number(date: Date) -> i32 {
    date.duration_since(EPOCH).as_hours() as i32 / 24
}

/// The days of a moment on the wall clock.
pub(super) fn moment(now: DateTime) -> f64 {
    let time = now.time();
    let seconds = (i64::from(time.hour()) * 60 + i64::from(time.minute())) * 60 + i64::from(time.second());
    let milliseconds = seconds * 1000 + i64::from(time.millisecond());
    (f64::from(day_number(now.date())) * DAY + milliseconds as f64) / DAY
}

/// The calendar day and time of a number of days, unless it lies outside the calendar.
fn civil(days: f64) -> Option<DateTime> {
    let milliseconds = (days * DAY).round();
    // Far outside the calendar.
    if milliseconds.is_nan() || milliseconds.abs() > 1e15 {
        return None;
    }
    let (day, rest) = (milliseconds.div_euclid(DAY), milliseconds.rem_euclid(DAY) as i32);
    let date = EPOCH.checked_add(jiff::Span::new().try_days(day as i64).ok()?).ok()?;
    let (seconds, milliseconds) = (rest / 1000, rest % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let time = Time::new(hour as i8, minute as i8, second as i8, milliseconds * 1_000_000).ok()?;
    (date.year() >= 0).then(|| date.to_datetime(time))
}

/// `YYYY-MM-DD`, with the time of day if there is one.
pub(super) fn text(days: f64) -> String {
    let Some(moment) = civil(days) else { return INVALID.to_owned() };
    if moment.time() == Time::midnight() {
        return format(days, "%Y-%m-%d");
    }
    format(days, "%Y-%m-%dT%H:%M:%S.%3")
}

/// The date written by a pattern; the empty string for an invalid date. An unknown code stays as it is.
pub(super) fn format(days: f64, pattern: &str) -> String {
    let Some(moment) = civil(days) else { return String::new() };
    let mut written = String::with_capacity(pattern.len() + 8);
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        if character != '%' {
            written.push(character);
            continue;
        }
        match characters.next() {
            Some(code) => written.push_str(&element(moment, code).unwrap_or_else(|| format!("%{code}"))),
            None => written.push('%'),
        }
    }
    written
}

/// The first code of a pattern that means nothing.
pub(super) fn unknown_code(pattern: &str) -> Option<String> {
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        if character == '%' {
            match characters.next() {
                Some(code) if element(DateTime::default(), code).is_some() => {}
                Some(code) => return Some(format!("%{code}")),
                None => return Some("%".to_owned()),
            }
        }
    }
    None
}

fn element(moment: DateTime, code: char) -> Option<String> {
    let named = |names: &[&str], at: i8| names.get(at as usize - 1).map(|name| (*name).to_owned());
    Some(match code {
        'Y' => format!("{:04}", moment.year()),
        'y' => format!("{:02}", moment.year() % 100),
        'm' => format!("{:02}", moment.month()),
        'n' => moment.month().to_string(),
        'b' => named(&MONTHS, moment.month())?,
        'd' => format!("{:02}", moment.day()),
        'e' => moment.day().to_string(),
        'a' => named(&WEEKDAYS, moment.weekday().to_monday_one_offset())?,
        'H' => format!("{:02}", moment.hour()),
        'h' => moment.hour().to_string(),
        'M' => format!("{:02}", moment.minute()),
        'S' => format!("{:02}", moment.second()),
        '3' => format!("{:03}", moment.millisecond()),
        '%' => "%".to_owned(),
        _ => return None,
    })
}
