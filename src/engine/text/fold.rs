//! The folded form on which typed text is compared: `o'zbek`, `oʻzbek`, `ozbek`, `özbek`, `ўзбек`
//! all fold to `ozbek`. A key for searching, never for identity.

use unicode_normalization::UnicodeNormalization;

/// Normalises typed or pasted text: NFC, every kind of line end to `\n`, nothing that steers but `\n` and
/// tab. The letters stay as typed.
pub fn canonical(typed: &str) -> String {
    let unix = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    // What goes must not keep a letter and its accent apart.
    unix.chars().filter(|c| !steers(*c) || matches!(c, '\n' | '\t')).nfc().collect()
}

/// Whether a character steers what shows it instead of being shown: control characters, line ends and tabs
/// among them, and the signs that turn the direction of everything behind them.
pub fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Folds a text for comparison: lower case, Cyrillic and the reformed Latin to the Latin of 1995, no
/// apostrophe-like sign.
pub fn folded(text: &str) -> String {
    in_latin(&lowered(text))
}

/// What is searched for. Found in whatever alphabet it was typed, and in Russian with е for ё.
#[derive(Clone, Debug)]
pub struct Needle {
    lowered: String,
    plain: String,
    latin: String,
}

/// A text that is searched in, prepared once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hay {
    text: String,
    lowered: String,
    plain: String,
    latin: String,
}

impl Hay {
    /// Prepares a text.
    pub fn new(text: String) -> Self {
        let lowered = lowered(&text);
        Self { plain: plain(&lowered), latin: in_latin(&lowered), lowered, text }
    }

    /// The text as it was.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// How well a text fits what is searched for; the better fit is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// It stands there as typed, but for capitals.
    Exact,
    /// It stands there in another spelling.
    Alike,
}

impl Needle {
    /// Prepares what was typed.
    pub fn new(typed: &str) -> Self {
        let lowered = lowered(typed.trim());
        Self { plain: plain(&lowered), latin: in_latin(&lowered), lowered }
    }

    /// Whether nothing is searched for; then every text fits.
    pub fn is_empty(&self) -> bool {
        self.latin.is_empty()
    }

    /// How well a text fits, if it does.
    pub fn find_in(&self, hay: &str) -> Option<Found> {
        self.find_in_hay(&Hay::new(hay.to_owned()))
    }

    /// How well a text fits, if it does, for texts that are searched again and again.
    pub fn find_in_hay(&self, hay: &Hay) -> Option<Found> {
        if hay.lowered.contains(&self.lowered) {
            return Some(Found::Exact);
        }
        // Letters that read differently at the start of a word (е, ц) are found inside words as they
        // are; so is ё typed as е. Words of the other alphabets are found by their sound.
        let is_alike = hay.plain.contains(&self.plain) || hay.latin.contains(&self.latin);
        is_alike.then_some(Found::Alike)
    }

    /// The things of a list whose text fits, exact hits first, otherwise in their order.
    pub fn choose<T>(&self, list: impl IntoIterator<Item = T>, text: impl Fn(&T) -> &str) -> Vec<T> {
        let fitting = list.into_iter().filter_map(|thing| Some((self.find_in(text(&thing))?, thing)));
        let mut fitting: Vec<(Found, T)> = fitting.collect();
        fitting.sort_by_key(|(found, _)| *found);
        fitting.into_iter().map(|(_, thing)| thing).collect()
    }
}

fn lowered(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).collect()
}

/// Text in small letters without what people leave out: apostrophes, and the dots of ё.
fn plain(lowered: &str) -> String {
    lowered.chars().filter(|c| !is_apostrophe(*c)).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

fn in_latin(lowered: &str) -> String {
    let mut out = String::with_capacity(lowered.len());
    let mut previous = ' ';
    for c in lowered.chars() {
        fold_char(c, previous, &mut out);
        previous = c;
    }
    out
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | 'ʻ' | 'ʼ' | '′' | '＇')
}

fn fold_char(c: char, previous: char, out: &mut String) {
    let latin = match c {
        c if is_apostrophe(c) => "",
        'ь' | 'ъ' => "",
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ğ' => "g",
        'д' => "d",
        'ё' => "yo",
        'е' => {
            if begins_word(previous) || is_vowel_or_sign(previous) {
                "ye"
            } else {
                "e"
            }
        }
        'ж' => "j",
        'з' => "z",
        'и' | 'ы' => "i",
        'й' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        // павильон is pavilyon.
        'о' if previous == 'ь' => "yo",
        'о' | 'ў' | 'ö' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "x",
        'ц' => {
            if is_vowel_or_sign(previous) {
                "ts"
            } else {
                "s"
            }
        }
        'ч' | 'ç' => "ch",
        'ш' | 'щ' | 'ş' | 'ș' => "sh",
        'э' => "e",
        'ю' => "yu",
        'я' => "ya",
        'қ' => "q",
        'ҳ' => "h",
        other => {
            out.push(other);
            return;
        }
    };
    out.push_str(latin);
}

fn begins_word(previous: char) -> bool {
    !previous.is_alphanumeric()
}

fn is_vowel_or_sign(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ў' | 'э' | 'ю' | 'я' | 'ы' | 'ъ' | 'ь')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for word in ["oʻzbek", "o'zbek", "o‘zbek", "ozbek", "özbek", "ўзбек", "Ўзбек", "OʻZBEK"] {
            assert_eq!(folded(word), "ozbek", "{word}");
        }
        for word in ["Fargʻona", "Фарғона", "fargona", "Farğona", "Farg`ona"] {
            assert_eq!(folded(word), "fargona", "{word}");
        }
        for word in ["Isʼhoq", "Исҳоқ", "Ishoq", "Is'hoq"] {
            assert_eq!(folded(word), "ishoq", "{word}");
        }
        for word in ["ishchi", "ишчи", "işçi", "ișçi"] {
            assert_eq!(folded(word), "ishchi", "{word}");
        }
        assert_eq!(folded("цирк"), "sirk");
        assert_eq!(folded("федерация"), "federatsiya");
        assert_eq!(folded("Ер"), "yer");
        assert_eq!(folded("павильон"), "pavilyon");
    }

    #[test]
    fn a_derived_spelling_folds_as_the_written_one() {
        use crate::engine::text::{cyrillic, reformed};
        for written in [
            "yoʻnalish",
            "yogʻoch",
            "maʼlumot",
            "eʼtibor",
            "qayerda",
            "litsenziya",
            "konsepsiya",
            "obyekt",
            "kompyuter",
            "sex",
            "tayyor",
            "loyiha",
            "rayon",
            "koeffitsiyent",
            "poeziya",
            "innovatsion",
        ] {
            assert_eq!(folded(&cyrillic(written)), folded(written), "{written}");
            assert_eq!(folded(&reformed(written)), folded(written), "{written}");
        }
    }

    #[test]
    fn every_spelling_finds_every_other() {
        let spellings = ["o'zbek", "oʻzbek", "ozbek", "özbek", "ўзбек", "OʻZBEK"];
        for typed in spellings {
            for shown in spellings {
                assert!(Needle::new(typed).find_in(&format!("1. {shown}cha")).is_some(), "{typed} in {shown}");
            }
        }
    }

    #[test]
    fn yo_is_found_with_and_without_its_dots_and_by_its_sound() {
        let cases = [
            ("мед", "мёд", true),
            ("мёд", "мед", true),
            ("елка", "Ёлка", true),
            ("yozuv", "ёзув", true),
            ("ёзув", "Yozuv", true),
            ("ент", "процент", true),
            ("цен", "процент", true),
            ("мода", "мёд", false),
        ];
        for (typed, shown, expected) in cases {
            assert_eq!(Needle::new(typed).find_in(shown).is_some(), expected, "{typed} in {shown}");
        }
    }

    #[test]
    fn exact_hits_come_first() {
        let list = ["Ozod", "Oʻzbekiston", "Ўзбекистон", "ozbek", "Rossiya"];
        let chosen = |typed: &str| Needle::new(typed).choose(list, |name| name);
        assert_eq!(chosen("ўзбек"), ["Ўзбекистон", "Oʻzbekiston", "ozbek"]);
        assert_eq!(chosen(" ozbek "), ["ozbek", "Oʻzbekiston", "Ўзбекистон"]);
        assert_eq!(chosen(""), list);
    }

    #[test]
    fn decomposed_letters_are_composed_and_control_characters_dropped() {
        assert_eq!(canonical("и\u{306}"), "й");
        assert_eq!(canonical("и\0\u{306}"), "й");
        assert_eq!(canonical("a\r\nb\rc\u{1b}[31m"), "a\nb\nc[31m");
        assert_eq!(canonical("a\u{2028}b \u{202e}gnp\u{2069}"), "a\nb gnp");
    }
}
