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
    "catalogue",
    "check",
    "cli",
    "exchange",
    "expr",
    "input",
    "profile",
    "report",
    "store",
    "tui",
);

/// The catalogues of a language.
pub(super) const fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Uz => UZ,
        Lang::Ru => RU,
        Lang::En => EN,
    }
}
