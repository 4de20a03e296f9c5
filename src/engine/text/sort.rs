//! The order of a language's alphabet, for lists that are sorted by their labels.

use super::Lang;

/// A key that sorts a text as the dictionary of its language would, without regard to case.
///
/// Uzbek has its own letters at the end: oʻ gʻ sh ch (ö ğ ş ç) in Latin, ў қ ғ ҳ in Cyrillic, where
/// ё is a letter after е; in Russian ё stands with е.
pub fn sort_key(text: &str, lang: Lang) -> String {
    let letters: &[(&str, &str)] = match lang {
        Lang::Uz => &[("oʻ", "z\u{e001}"), ("gʻ", "z\u{e002}"), ("sh", "z\u{e003}"), ("ch", "z\u{e004}"), ("ʼ", "")],
        Lang::UzLatn2026 => {
            &[("ö", "z\u{e001}"), ("ğ", "z\u{e002}"), ("ş", "z\u{e003}"), ("ç", "z\u{e004}"), ("ʼ", "")]
        }
        Lang::UzCyrl => {
            &[("ё", "е\u{e001}"), ("ў", "я\u{e001}"), ("қ", "я\u{e002}"), ("ғ", "я\u{e003}"), ("ҳ", "я\u{e004}")]
        }
        Lang::Ru => &[("ё", "е")],
        Lang::En => &[],
    };
    letters.iter().fold(text.to_lowercase(), |key, (letter, place)| key.replace(letter, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alphabet_has_its_own_order() {
        let cases: [(Lang, &[&str]); 5] = [
            (Lang::Uz, &["Ona", "Zar", "Oʻzbek", "Gʻalla", "Shahar", "Choy"]),
            (Lang::UzLatn2026, &["Ona", "Zar", "Özbek", "Ğalla", "Şahar", "Çoy"]),
            (Lang::UzCyrl, &["Ер", "Ёз", "Жар", "Она", "Чой", "Шаҳар", "Яхши", "Ўзбек", "Қор", "Ғалла", "Ҳаво"]),
            (Lang::Ru, &["Ёлка", "Ель", "Жар"]),
            (Lang::En, &["Area", "question", "Zone"]),
        ];
        for (lang, sorted) in cases {
            let mut words = sorted.to_vec();
            words.sort_unstable();
            words.sort_by_cached_key(|word| sort_key(word, lang));
            assert_eq!(words, sorted, "{lang}");
        }
    }

    #[test]
    fn the_reformed_alphabet_keeps_the_order_of_the_old_one() {
        let words = ["Toshkent", "Fargʻona", "Choy", "Qashqadaryo", "Oʻzbekiston", "Andijon", "Sirdaryo"];
        let sorted = |lang: Lang| {
            let mut words = words.map(|word| (sort_key(&lang.derived(word), lang), word));
            words.sort();
            words.map(|(_, word)| word)
        };
        assert_eq!(sorted(Lang::UzLatn2026), sorted(Lang::Uz));
    }
}
