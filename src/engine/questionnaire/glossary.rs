//! The words that a questionnaire explains, and where they occur.

use crate::engine::id::QuestionIx;
use crate::engine::text::{Lang, Localized, Needle, folded};

use super::{Kind, Model};

/// A word with its explanation.
#[derive(Clone, Debug)]
pub struct Term {
    /// The permanent name.
    pub id: String,
    /// The word, as it is listed.
    pub name: Localized,
    /// The beginnings by which it is found in a question, between commas; those of the name, if absent.
    pub words: Option<Localized>,
    /// What it means.
    pub text: Localized,
}

impl Term {
    /// The beginnings of words that stand for the term, each a row of words.
    fn stems(&self, lang: Lang) -> Vec<Vec<String>> {
        let stems = self.words.as_ref().unwrap_or(&self.name).get(lang);
        stems.split(',').map(words).filter(|stem| !stem.is_empty()).collect()
    }

    fn occurs_in(&self, text: &[String], lang: Lang) -> bool {
        let begins = |(word, stem): (&String, &String)| word.starts_with(stem.as_str());
        let stands = |stem: &Vec<String>| text.windows(stem.len()).any(|run| run.iter().zip(stem).all(begins));
        self.stems(lang).iter().any(stands)
    }
}

/// The folded words of a text.
fn words(text: &str) -> Vec<String> {
    let text = folded(text);
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

impl Model {
    /// The terms that occur in a question: in its text, its help or what may be answered. A derived alphabet
    /// has the words of the one it is derived from.
    pub fn terms_in(&self, question: QuestionIx, lang: Lang) -> Vec<usize> {
        let lang = lang.written();
        let question = &self.questions[question];
        let choices = question.kind.choices().into_iter().flat_map(|choices| choices.list.iter().map(|it| &it.label));
        let anchors: &[Localized] = match &question.kind {
            Kind::Level { anchors } => anchors,
            _ => &[],
        };
        let texts = [Some(&question.label), question.hint.as_ref(), question.guidance.as_ref()];
        let texts = texts.into_iter().flatten().chain(choices).chain(anchors);
        let texts: Vec<Vec<String>> = texts.map(|text| words(text.get(lang))).collect();
        let occurs = |term: &Term| texts.iter().any(|text| term.occurs_in(text, lang));
        self.terms.iter().enumerate().filter(|(_, term)| occurs(term)).map(|(at, _)| at).collect()
    }

    /// The terms in which something typed is found: in their names first, then in what they mean.
    pub fn terms_like(&self, typed: &str, lang: Lang) -> Vec<usize> {
        let needle = Needle::new(typed);
        let rank = |term: &Term| {
            let found = |text: &Localized| {
                [lang, lang.written()].into_iter().filter_map(|lang| needle.find_in(text.get(lang))).min()
            };
            found(&term.name).map(|found| (false, found)).or_else(|| found(&term.text).map(|found| (true, found)))
        };
        let mut hits: Vec<_> = self.terms.iter().enumerate().filter_map(|(at, term)| Some((rank(term)?, at))).collect();
        hits.sort_unstable();
        hits.into_iter().map(|(_, at)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::questionnaire::builtin::BUILTIN;
    use crate::engine::questionnaire::read::read;
    use crate::engine::questionnaire::sample::SAMPLE;
    use crate::engine::text::Lang;

    #[test]
    fn terms_are_found_in_every_case_and_alphabet() {
        let (questionnaire, _) = read(SAMPLE).unwrap();
        let ix = questionnaire.find("CLU1").unwrap();
        for lang in Lang::ALL {
            let found: Vec<&str> =
                questionnaire.terms_in(ix, lang).into_iter().map(|at| questionnaire.terms[at].id.as_str()).collect();
            assert_eq!(found, ["cluster"], "{lang}");
        }
        let other = questionnaire.find("F3").unwrap();
        assert!(questionnaire.terms_in(other, Lang::En).is_empty());
    }

    #[test]
    fn names_come_before_meanings() {
        let (questionnaire, _) = read(SAMPLE).unwrap();
        let ids = |typed: &str, lang| -> Vec<String> {
            questionnaire.terms_like(typed, lang).into_iter().map(|at| questionnaire.terms[at].id.clone()).collect()
        };
        assert_eq!(ids("cluster", Lang::En), ["cluster", "technopark"]);
        assert_eq!(ids("КЛАСТЕР", Lang::Uz), ["cluster", "technopark"]);
        assert_eq!(ids("", Lang::Ru).len(), questionnaire.terms.len());
        assert!(ids("zzz", Lang::Ru).is_empty());
    }

    /// What a firm may ask about though the questionnaire has no such word.
    const ASKED_ABOUT: [&str; 2] = ["value-added", "venture-fund"];

    #[test]
    fn the_words_of_the_shipped_glossary_stand_in_the_questionnaire_in_every_language() {
        let (questionnaire, _) = read(BUILTIN[0].text).unwrap();
        assert!(questionnaire.terms.len() >= 20);
        let (before, after) = BUILTIN[0].text.split_once("# ── Glossary").unwrap();
        let after = after.split_once("\n# ──").map_or("", |(_, rest)| rest);
        let text = super::words(&format!("{before}{after}"));
        for lang in Lang::WRITTEN {
            let strange = questionnaire.terms.iter().filter(|term| !term.occurs_in(&text, lang));
            let strange: Vec<&str> = strange.map(|term| term.id.as_str()).collect();
            assert!(strange.iter().all(|id| ASKED_ABOUT.contains(id)), "{lang}: {strange:?}");
        }
        let asked = questionnaire.questions.indices().filter(|ix| !questionnaire.terms_in(*ix, Lang::Uz).is_empty());
        assert!(asked.count() >= 20, "many questions have a word that is explained");
    }
}
