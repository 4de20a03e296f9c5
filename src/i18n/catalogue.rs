//! The embedded catalogues: one file an area, in every language.

use crate::engine::text::Lang;

macro_rules! catalogues {
    ($($area:literal),+ $(,)?) => {
        /// The names of the catalogue files.
        #[cfg(test)]
        pub(super) const AREAS: &[&str] = &[$($area),+];

        const UZ: &[&str] = &[$(include_str!(concat!("uz/", $area, ".ftl"))),+];
        const RU: &[&str] = &[$(include_str!(concat!("ru/", $area, ".ftl"))),+];
        const EN: &[&str] = &[$(include_str!(concat!("en/", $area, ".ftl"))),+];
    };
}

#[rustfmt::skip]
catalogues!(
    "base",
    "battery",
    "benchmark",
    "catalogue",
    "check",
    "limits",
    "cli",
    "compare",
    "dataset",
    "contradiction",
    "document",
    "pdf",
    "exchange",
    "expr",
    "field",
    "form",
    "glossary",
    "history",
    "input",
    "inventory",
    "live",
    "plain",
    "portfolio",
    "profile",
    "report",
    "roadmap",
    "safety",
    "spreadsheet",
    "stats",
    "store",
    "target",
    "template",
    "theme",
    "tui",
    "visit",
    "whatif",
    "work",
    "workbook",
);

/// Texts of derived languages that the derivation would get wrong.
const UZ_CYRL: &[&str] = &[include_str!("uz-Cyrl/base.ftl")];

/// The catalogues of a language that are written, and for a derived language those of the one it is
/// derived from.
pub(super) const fn sources(lang: Lang) -> &'static [&'static str] {
    match lang.written() {
        Lang::Ru => RU,
        Lang::En => EN,
        Lang::Uz | Lang::UzCyrl | Lang::UzLatn2026 => UZ,
    }
}

/// The catalogues that go before what is derived.
pub(super) const fn overrides(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::UzCyrl => UZ_CYRL,
        Lang::Uz | Lang::UzLatn2026 | Lang::Ru | Lang::En => &[],
    }
}
