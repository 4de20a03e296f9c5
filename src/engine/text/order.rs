//! The order of a language's alphabet, for lists that are sorted by what is shown.

use super::Lang;

/// The key by which labels are sorted: in Uzbek oʻ, gʻ, sh and ch come last, in Russian ё stands with е.
pub fn alphabetical(label: &str, lang: Lang) -> String {
    let lower = label.to_lowercase();
    match lang {
        Lang::Uz => lower
            .replace("oʻ", "z\u{e001}")
            .replace("gʻ", "z\u{e002}")
            .replace("sh", "z\u{e003}")
            .replace("ch", "z\u{e004}")
            .replace('ʼ', ""),
        Lang::Ru => lower.replace('ё', "е"),
        Lang::En => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uzbek_sorts_its_own_letters_last() {
        let mut words = ["Shahar", "Oʻzbek", "Zar", "Ona", "Gʻalla", "Choy"];
        words.sort_by_cached_key(|word| alphabetical(word, Lang::Uz));
        assert_eq!(words, ["Ona", "Zar", "Oʻzbek", "Gʻalla", "Shahar", "Choy"]);
    }
}
