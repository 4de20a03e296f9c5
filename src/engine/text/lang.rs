//! The languages of interface, questionnaire and report: their tags, names and locales.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of interface, questionnaire and report. Uzbek counts once for each of its alphabets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lang {
    /// Uzbek in the Latin alphabet of 1995, with ʻ U+02BB and ʼ U+02BC.
    #[serde(rename = "uz")]
    Uz,
    /// Uzbek in Cyrillic, derived from [`Lang::Uz`].
    #[serde(rename = "uz-Cyrl")]
    UzCyrl,
    /// Uzbek in the reformed Latin alphabet with ö, ğ, ş and ç, derived from [`Lang::Uz`].
    #[serde(rename = "uz-Latn-x-2026")]
    UzLatn2026,
    /// Russian.
    #[serde(rename = "ru")]
    Ru,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// What is known of a language.
struct Row {
    tag: &'static str,
    aliases: &'static [&'static str],
    name: &'static str,
    short: &'static str,
    written: Lang,
}

impl Lang {
    /// Every language, in the order F5 walks through them.
    pub const ALL: [Self; 5] = [Self::Uz, Self::UzCyrl, Self::UzLatn2026, Self::Ru, Self::En];

    /// The languages in which texts are written; the others are derived from these.
    pub const WRITTEN: [Self; 3] = [Self::Uz, Self::Ru, Self::En];

    const fn row(self) -> &'static Row {
        match self {
            Self::Uz => &Row {
                tag: "uz",
                aliases: &["uz-latn", "uz-latn-uz", "uz-uz", "uzb"],
                name: "Oʻzbekcha",
                short: "OʻZ",
                written: Self::Uz,
            },
            Self::UzCyrl => &Row {
                tag: "uz-Cyrl",
                aliases: &["uz-cyrl-uz", "uz-cyrillic", "uz@cyrillic"],
                name: "Ўзбекча",
                short: "ЎЗ",
                written: Self::Uz,
            },
            Self::UzLatn2026 => &Row {
                tag: "uz-Latn-x-2026",
                aliases: &["uz-latn-2026", "uz-2026"],
                name: "Özbekça",
                short: "ÖZ",
                written: Self::Uz,
            },
            Self::Ru => {
                &Row { tag: "ru", aliases: &["ru-ru", "rus"], name: "Русский", short: "RU", written: Self::Ru }
            }
            Self::En => {
                &Row { tag: "en", aliases: &["en-gb", "en-us", "eng"], name: "English", short: "EN", written: Self::En }
            }
        }
    }

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        self.row().tag
    }

    /// Other ways to write the tag, in small letters.
    pub const fn aliases(self) -> &'static [&'static str] {
        self.row().aliases
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The language in two letters, for a corner of the screen.
    pub const fn short(self) -> &'static str {
        self.row().short
    }

    /// The language its texts are written in: itself, or the one it is derived from.
    #[must_use]
    pub const fn written(self) -> Self {
        self.row().written
    }

    /// Writes a text of [`Lang::written`] in this language.
    pub fn derived(self, text: &str) -> String {
        match self {
            Self::UzCyrl => super::cyrillic(text),
            Self::UzLatn2026 => super::reformed(text),
            Self::Uz | Self::Ru | Self::En => text.to_owned(),
        }
    }

    /// The language of a system locale (`ru_RU.UTF-8`, `uz_UZ@cyrillic`): any `uz*` is Uzbek, in
    /// Cyrillic if it says so, any `ru*` Russian, else English.
    pub fn from_locale(locale: &str) -> Self {
        if let Ok(lang) = locale.parse() {
            return lang;
        }
        let locale = locale.to_ascii_lowercase();
        match locale.get(..2) {
            Some("uz") if locale.contains("cyr") => Self::UzCyrl,
            Some("uz") => Self::Uz,
            Some("ru") => Self::Ru,
            _ => Self::En,
        }
    }

    /// The language F5 turns to next.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.into_iter().cycle().skip_while(|lang| *lang != self).nth(1).unwrap_or(self)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(tag: &str) -> Result<Self, UnknownLang> {
        let wanted = tag.trim().to_ascii_lowercase().replace('_', "-");
        let is_it = |lang: &Self| lang.tag().eq_ignore_ascii_case(&wanted) || lang.aliases().contains(&wanted.as_str());
        Self::ALL.into_iter().find(is_it).ok_or_else(|| UnknownLang(tag.to_owned()))
    }
}

/// A tag that names no language of this program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language `{0}` (known: {known})", known = Lang::ALL.map(Lang::tag).join(", "))]
pub struct UnknownLang(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_tag_in_any_case() {
        for lang in Lang::ALL {
            assert_eq!(lang.tag().parse(), Ok(lang));
            assert_eq!(lang.tag().to_uppercase().replace('-', "_").parse(), Ok(lang));
            assert_eq!(serde_json::to_value(lang).unwrap(), lang.tag());
            assert_eq!(Lang::from_locale(lang.tag()), lang);
        }
        let unknown = "de".parse::<Lang>().unwrap_err();
        assert_eq!(unknown.to_string(), "unknown language `de` (known: uz, uz-Cyrl, uz-Latn-x-2026, ru, en)");
    }

    #[test]
    fn locales_name_the_language_and_the_alphabet() {
        let cases = [
            ("uz_UZ.UTF-8", Lang::Uz),
            ("uz_UZ", Lang::Uz),
            ("uz", Lang::Uz),
            ("uz_UZ@cyrillic", Lang::UzCyrl),
            ("uz_UZ.UTF-8@cyrillic", Lang::UzCyrl),
            ("uz_Cyrl_UZ", Lang::UzCyrl),
            ("uz-Cyrl", Lang::UzCyrl),
            ("uz-Latn-x-2026", Lang::UzLatn2026),
            ("ru_RU.UTF-8", Lang::Ru),
            ("ru_UZ", Lang::Ru),
            ("en_GB.UTF-8", Lang::En),
            ("de_DE", Lang::En),
            ("C", Lang::En),
            ("ўз", Lang::En),
            ("", Lang::En),
        ];
        for (locale, expected) in cases {
            assert_eq!(Lang::from_locale(locale), expected, "{locale}");
        }
    }

    #[test]
    fn the_key_walks_through_all_languages() {
        let mut walked = vec![Lang::Uz];
        while walked.len() < Lang::ALL.len() {
            walked.extend(walked.last().map(|lang| lang.next()));
        }
        assert_eq!(walked, Lang::ALL);
        assert_eq!(Lang::En.next(), Lang::Uz);
    }

    #[test]
    fn names_are_written_in_their_own_alphabet() {
        for lang in Lang::ALL {
            assert_eq!(lang.name(), lang.derived(lang.written().name()));
            assert_eq!(lang.short(), lang.derived(lang.written().short()));
        }
    }
}
