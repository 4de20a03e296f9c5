//! A text that exists in several languages. Looking it up cannot fail.

use std::sync::OnceLock;

use super::Lang;

/// A text in the languages of its questionnaire.
///
/// What an author wrote is given at the start. What is derived from it (Uzbek in other alphabets) is
/// derived when it is first looked up, for most texts are never shown in those.
#[derive(Clone, Debug, Default)]
pub struct Localized {
    texts: [OnceLock<Box<str>>; Lang::ALL.len()],
    is_written: [bool; Lang::ALL.len()],
}

impl Localized {
    /// Makes a text of what was written in each language. A text written in a language that is
    /// otherwise derived stands as written.
    pub fn new(texts: impl IntoIterator<Item = (Lang, String)>) -> Self {
        let mut made = Self::default();
        for (lang, text) in texts {
            if let (Some(slot), Some(is_written)) =
                (made.texts.get_mut(lang as usize), made.is_written.get_mut(lang as usize))
            {
                *slot = OnceLock::from(text.into_boxed_str());
                *is_written = true;
            }
        }
        made
    }

    /// The text in `lang`, or in the first language that has one.
    pub fn get(&self, lang: Lang) -> &str {
        self.in_language(lang).or_else(|| self.iter().next().map(|(_, text)| text)).unwrap_or_default()
    }

    fn in_language(&self, lang: Lang) -> Option<&str> {
        let slot = self.texts.get(lang as usize)?;
        if let Some(text) = slot.get() {
            return Some(text);
        }
        let source = self.texts.get(lang.written() as usize)?.get()?;
        Some(slot.get_or_init(|| lang.derived(source).into_boxed_str()))
    }

    /// Every text that was written, with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        let all = Lang::ALL.into_iter().zip(&self.texts).zip(self.is_written);
        all.filter_map(|((lang, text), is_written)| Some((lang, text.get().filter(|_| is_written)?.as_ref())))
    }
}

/// Two texts are the same if the same was written: whether they were looked up does not matter.
impl PartialEq for Localized {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Localized {}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(texts: &[(Lang, &str)]) -> Localized {
        Localized::new(texts.iter().map(|(lang, text)| (*lang, (*text).to_owned())))
    }

    #[test]
    fn the_alphabets_of_uzbek_are_derived_unless_written() {
        let derived = text(&[(Lang::Uz, "Yoʻnalish"), (Lang::En, "Area")]);
        assert_eq!(derived.get(Lang::UzCyrl), "Йўналиш");
        assert_eq!(derived.get(Lang::UzLatn2026), "Yönaliş");
        assert_eq!(derived.get(Lang::En), "Area");
        let written = text(&[(Lang::Uz, "Yoʻnalish"), (Lang::UzCyrl, "Соҳа")]);
        assert_eq!(written.get(Lang::UzCyrl), "Соҳа");
        assert_eq!(written.get(Lang::UzLatn2026), "Yönaliş");
    }

    #[test]
    fn a_language_without_a_text_shows_the_first_that_has_one() {
        let russian = text(&[(Lang::En, "Area"), (Lang::Ru, "Направление")]);
        assert_eq!(russian.get(Lang::Uz), "Направление");
        assert_eq!(russian.get(Lang::UzCyrl), "Направление");
        assert_eq!(Localized::default().get(Lang::UzCyrl), "");
    }

    #[test]
    fn looking_up_changes_nothing() {
        let (one, other) = (text(&[(Lang::Uz, "Ha")]), text(&[(Lang::Uz, "Ha")]));
        assert_eq!(one.get(Lang::UzCyrl), "Ҳа");
        assert_eq!(one, other);
        assert_eq!(one.iter().collect::<Vec<_>>(), [(Lang::Uz, "Ha")]);
        assert_ne!(one, text(&[(Lang::Uz, "Ha"), (Lang::UzCyrl, "Ҳа")]));
    }
}
