//! The folded form on which typed text is compared: `o'zbek`, `oʻzbek`, `ozbek`, `özbek`, `ўзбек`
//! all fold to `ozbek`. A key for searching, never for identity.

use unicode_normalization::UnicodeNormalization;

/// Normalises typed or pasted text: NFC, `\r\n` to `\n`, no control characters but `\n` and tab.
/// The letters stay as typed.
pub fn canonical(typed: &str) -> String {
    let unix = typed.replace("\r\n", "\n").replace('\r', "\n");
    unix.nfc().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Folds a text for comparison: lower case, Cyrillic to Latin, no apostrophe-like sign, ё as е.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = ' ';
    for c in text.nfc().flat_map(char::to_lowercase) {
        fold_char(c, previous, &mut out);
        previous = c;
    }
    out
}

/// Whether `needle` is found in `hay`, both folded.
pub fn matches_folded(hay: &str, needle: &str) -> bool {
    folded(hay).contains(&folded(needle))
}

fn fold_char(c: char, previous: char, out: &mut String) {
    let latin = match c {
        '\'' | '`' | '´' | '‘' | '’' | 'ʻ' | 'ʼ' | '′' | '＇' | 'ь' | 'ъ' => "",
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
        for word in ["Fargʻona", "Фарғона", "fargona", "Farğona"] {
            assert_eq!(folded(word), "fargona", "{word}");
        }
        assert_eq!(folded("цирк"), "sirk");
        assert_eq!(folded("федерация"), "federatsiya");
        assert_eq!(folded("Ер"), "yer");
    }

    #[test]
    fn decomposed_letters_are_composed_and_control_characters_dropped() {
        assert_eq!(canonical("и\u{306}"), "й");
        assert_eq!(canonical("a\r\nb\rc\u{1b}[31m"), "a\nb\nc[31m");
    }
}
