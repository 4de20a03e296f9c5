//! Letters of other keyboard layouts, folded to the key they stand on.

/// What ЙЦУКЕН and Uzbek Cyrillic put on the keys of QWERTY, upper row to lower.
const LAYOUTS: &[(&str, &str)] = &[
    ("qwertyuiop[]", "йцукенгшщзхъ"),
    ("asdfghjkl;'", "фывапролджэ"),
    ("zxcvbnm,.", "ячсмитьбю"),
    // The Uzbek Cyrillic layouts put their own letters on the keys of щ, ы, ь, ъ or on the digits' row.
    ("zxsq", "ўҳғқ"),
];

/// The Latin letter on the key of `c`, lower case; other characters stay.
pub fn latin(c: char) -> char {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let on =
        |(keys, letters): &(&str, &str)| letters.chars().position(|l| l == lower).and_then(|at| keys.chars().nth(at));
    LAYOUTS.iter().find_map(on).unwrap_or(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_letters_stand_for_the_key_they_are_on() {
        for (typed, key) in
            [('т', 'n'), ('Т', 'n'), ('щ', 'o'), ('я', 'z'), ('н', 'y'), ('й', 'q'), ('с', 'c'), ('n', 'n'), ('3', '3')]
        {
            assert_eq!(latin(typed), key, "{typed}");
        }
    }

    #[test]
    fn uzbek_letters_fold_to_some_latin_letter() {
        for c in "ўқғҳЎҚҒҲ".chars() {
            assert!(latin(c).is_ascii_lowercase(), "{c}");
        }
    }
}
