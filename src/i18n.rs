//! The texts of the interface in all languages: catalogues in Fluent, plural rules, numbers, dates.
//!
//! Every text is embedded. A test compares the catalogues with each other and with the keys that
//! the code names, so a missing text never reaches a user.

use std::sync::{Arc, OnceLock};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

use crate::engine::text::{Arg, Lang, Message};

mod catalogue;
mod derive;
mod format;

/// The interface texts of one language.
pub struct Texts {
    lang: Lang,
    zone: TimeZone,
    bundle: FluentBundle<Arc<FluentResource>>,
}

/// The catalogues of a language, read when they are first asked for.
fn resources(lang: Lang) -> Vec<Arc<FluentResource>> {
    static READ: [OnceLock<Vec<Arc<FluentResource>>>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    let read = Lang::ALL.into_iter().zip(&READ).find(|(known, _)| *known == lang);
    read.map(|(_, read)| read.get_or_init(|| read_catalogues(lang)).clone()).unwrap_or_default()
}

fn read_catalogues(lang: Lang) -> Vec<Arc<FluentResource>> {
    let is_written = lang == lang.written();
    let written = catalogue::sources(lang)
        .iter()
        .map(|source| if is_written { (*source).to_owned() } else { derive::catalogue(lang, source) });
    let all = written.chain(catalogue::overrides(lang).iter().map(|source| (*source).to_owned()));
    all.map(|source| Arc::new(FluentResource::try_new(source).unwrap_or_else(|(parsed, _)| parsed))).collect()
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Texts {
    /// Loads the texts of a language; times are shown in `zone`.
    pub fn new(lang: Lang, zone: TimeZone) -> Self {
        // Plural rules belong to the language, whatever its alphabet.
        let identifier = lang.written().tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![identifier]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(format::in_texts(lang)));
        for resource in resources(lang) {
            bundle.add_resource_overriding(resource);
        }
        Self { lang, zone, bundle }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key.
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of a key with its arguments.
    pub fn with(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text.clone()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            fluent.set(*name, value);
        }
        self.format(key, Some(&fluent))
    }

    /// Says a message.
    pub fn say(&self, message: &Message) -> String {
        self.with(message.key, &message.args)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else { return key.to_owned() };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }

    /// A number as the language writes it, with at most `decimals` places.
    pub fn number(&self, number: f64, decimals: usize) -> String {
        format::number(self.lang, number, decimals)
    }

    /// A number as the language writes it, with exactly `decimals` places, for columns.
    pub fn fixed(&self, number: f64, decimals: usize) -> String {
        format::fixed(self.lang, number, decimals)
    }

    /// A difference with its sign and exactly `decimals` places: `+3.2`, `−3.2`, `0.0`.
    pub fn signed(&self, change: f64, decimals: usize) -> String {
        let figure = self.fixed(change, decimals);
        if change > 0.0 && figure != self.fixed(0.0, decimals) { format!("+{figure}") } else { figure }
    }

    /// A number as typed or stored, all its places, as the language writes it.
    pub fn exact(&self, number: f64) -> String {
        format::exact(self.lang, number)
    }

    /// A percentage: `26%`, in Russian `26 %`.
    pub fn percent(&self, number: f64, decimals: usize) -> String {
        format::percent(self.lang, number, decimals)
    }

    /// A day in words: "23 November 2026".
    pub fn date(&self, date: Date) -> String {
        let month = self.get(format::month_key(date.month()));
        self.with(
            "date-long",
            &[
                ("day", date.day().to_string().into()),
                ("month", month.into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// A day, a month or a year as it was written down, in the fewest cells: `23.11.2026`, `11.2026`, `2026`.
    pub fn dated(&self, written: &str) -> String {
        written.rsplit('-').collect::<Vec<_>>().join(".")
    }

    /// The day of a moment, in words.
    pub fn day(&self, time: Timestamp) -> String {
        self.date(time.to_zoned(self.zone.clone()).date())
    }

    /// The day of a moment in the fewest cells: `23.11.2026`.
    pub fn short_day(&self, time: Timestamp) -> String {
        time.to_zoned(self.zone.clone()).strftime("%d.%m.%Y").to_string()
    }

    /// The time of day of a moment: `14:02`.
    pub fn clock(&self, time: Timestamp) -> String {
        time.to_zoned(self.zone.clone()).strftime("%H:%M").to_string()
    }
}

#[cfg(test)]
mod tests;
