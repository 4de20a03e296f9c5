//! The methodologist's view of a questionnaire as text: what it holds, how long it takes, what it lacks.

use super::model::{Block, Fact, Page, Section};
use super::text;
use crate::engine::id::QuestionIx;
use crate::engine::interview::Form;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::inventory::{Extent, Inventory, Items, Paths, Search, Translation};
use crate::engine::text::Message;
use crate::i18n::Texts;

/// The fewest items of a facet that make a score.
const FACET_MINIMUM: usize = 2;
/// The minutes from which tenths do not matter.
const LONG: f64 = 10.0;
/// The most repeated texts that are shown.
const MOST_SHOWN: usize = 5;

/// The inventory as plain text of at most `width` columns, without escapes.
pub fn inventory(questionnaire: &Questionnaire, inventory: &Inventory, texts: &Texts, width: usize) -> String {
    let writer = Writer { questionnaire, inventory, texts };
    let title = Message::new("inventory-title")
        .with("title", questionnaire.title.get(texts.lang()))
        .with("version", questionnaire.version.as_str());
    let mut blocks = vec![Block::Facts(writer.whole())];
    for paths in &inventory.forms {
        blocks.push(writer.heading(match paths.form {
            Form::Full => "inventory-full",
            Form::Quick => "inventory-quick",
        }));
        blocks.push(Block::Facts(writer.paths(paths)));
    }
    blocks.push(Block::Text(texts.get("inventory-timing")));
    writer.part(&mut blocks, "inventory-areas", writer.areas());
    writer.part(&mut blocks, "inventory-facets", writer.facets());
    writer.part(&mut blocks, "inventory-languages", writer.languages());
    writer.part(&mut blocks, "inventory-advice", writer.advice());
    text::sections(&[Section { heading: Some(texts.say(&title)), blocks, page: Page::Same }], width)
}

struct Writer<'a> {
    questionnaire: &'a Questionnaire,
    inventory: &'a Inventory,
    texts: &'a Texts,
}

impl Writer<'_> {
    fn heading(&self, key: &str) -> Block {
        Block::Heading(self.texts.get(key))
    }

    fn fact(&self, key: &str, value: impl Into<String>) -> Fact {
        Fact::new(self.texts.get(key), value)
    }

    /// A part with a heading, if there is anything in it.
    fn part(&self, blocks: &mut Vec<Block>, heading: &str, facts: Vec<Fact>) {
        if !facts.is_empty() {
            blocks.extend([self.heading(heading), Block::Facts(facts)]);
        }
    }

    fn whole(&self) -> Vec<Fact> {
        let counts = Message::new("inventory-questions-of")
            .with("answerable", self.inventory.answerable)
            .with("items", self.inventory.items);
        let kinds = self.inventory.kinds.iter().map(|(kind, count)| format!("{kind} {count}"));
        vec![
            self.fact("inventory-questions", self.texts.say(&counts)),
            self.fact("inventory-kinds", kinds.collect::<Vec<_>>().join(" · ")),
        ]
    }

    fn paths(&self, paths: &Paths) -> Vec<Fact> {
        let search = self.texts.get(match paths.search {
            Search::Exact => "inventory-search-exact",
            Search::Sampled => "inventory-search-sampled",
            Search::Bounded => "inventory-search-bounded",
        });
        // Most questionnaires ask scored questions on every way; then the second line would say the same.
        let scored = paths.scored.filter(|way| *way != paths.shortest);
        let mut facts = vec![self.fact("inventory-shortest", self.way(&paths.shortest))];
        facts.extend(scored.map(|way| self.fact("inventory-scored", self.way(&way))));
        facts.push(self.fact("inventory-longest", self.way(&paths.longest)));
        facts.push(self.fact("inventory-search", search));
        facts
    }

    fn way(&self, way: &Extent) -> String {
        let minutes = |lang| {
            let minutes = way.minutes(lang);
            format!("{lang} {}", self.texts.number(minutes, usize::from(minutes < LONG)))
        };
        let languages = self.questionnaire.languages.iter();
        let message = Message::new("inventory-way")
            .with("questions", way.questions)
            .with("minutes", languages.map(|lang| minutes(*lang)).collect::<Vec<_>>().join(", "));
        self.texts.say(&message)
    }

    fn areas(&self) -> Vec<Fact> {
        let areas = self.questionnaire.areas.iter().zip(&self.inventory.areas);
        areas
            .map(|(area, items)| {
                let weight = self.texts.percent(area.weight * 100.0, 1);
                let message = counted("inventory-area", *items).with("weight", weight);
                Fact::new(area.title.get(self.texts.lang()), self.texts.say(&message))
            })
            .collect()
    }

    fn facets(&self) -> Vec<Fact> {
        let facets = self.questionnaire.facets.iter().zip(&self.inventory.facets);
        facets
            .map(|(facet, items)| {
                let key = if items.all < FACET_MINIMUM { "inventory-facet-too-few" } else { "inventory-facet" };
                Fact::new(facet.title.get(self.texts.lang()), self.texts.say(&counted(key, *items)))
            })
            .collect()
    }

    fn languages(&self) -> Vec<Fact> {
        let languages = self.inventory.translations.iter();
        languages.map(|translation| Fact::new(translation.lang.name(), self.language(translation))).collect()
    }

    fn language(&self, translation: &Translation) -> String {
        if translation.translated == 0 {
            return self.texts.get("inventory-language-none");
        }
        let message = Message::new("inventory-language")
            .with("translated", translation.translated)
            .with("texts", translation.texts)
            .with("words", translation.words);
        let said = self.texts.say(&message);
        if translation.same.is_empty() {
            return said;
        }
        let some = translation.same.iter().take(MOST_SHOWN).cloned().collect::<Vec<_>>().join(" · ");
        let same = Message::new("inventory-same").with("count", translation.same.len()).with("some", some);
        format!("{said}\n{}", self.texts.say(&same))
    }

    fn advice(&self) -> Vec<Fact> {
        if self.questionnaire.recommendations.is_empty() {
            return Vec::new();
        }
        let counts = Message::new("inventory-recommendations-of")
            .with("recommendations", self.inventory.recommendations)
            .with("programmes", self.inventory.programmes)
            .with("references", self.questionnaire.references.len());
        let uncovered = self.inventory.uncovered.iter().map(|ix| self.question(*ix));
        let unfired = self.inventory.unfired.iter().map(|ix| self.questionnaire.recommendations[*ix].id.clone());
        vec![
            self.fact("inventory-recommendations", self.texts.say(&counts)),
            self.fact("inventory-uncovered", self.names(uncovered)),
            self.fact("inventory-unfired", self.names(unfired)),
        ]
    }

    fn question(&self, ix: QuestionIx) -> String {
        self.questionnaire.questions[ix].id.to_string()
    }

    fn names(&self, names: impl Iterator<Item = String>) -> String {
        let names: Vec<String> = names.collect();
        if names.is_empty() { self.texts.get("inventory-none") } else { names.join(", ") }
    }
}

fn counted(key: &'static str, items: Items) -> Message {
    let message = Message::new(key).with("items", items.all).with("quick", items.quick);
    message.with("environment", items.environment)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::tz::TimeZone;

    use super::*;
    use crate::engine::questionnaire::builtin::BUILTIN;
    use crate::engine::questionnaire::inventory;
    use crate::engine::questionnaire::read::read;
    use crate::engine::questionnaire::sample::SAMPLE;
    use crate::engine::text::Lang;

    fn written(text: &str, lang: Lang, width: usize) -> String {
        let (questionnaire, _) = read(text).unwrap();
        let questionnaire = Arc::new(questionnaire);
        let found = inventory::inventory(&questionnaire, &"2026-11-23[UTC]".parse().unwrap());
        super::inventory(&questionnaire, &found, &Texts::new(lang, TimeZone::UTC), width)
    }

    #[test]
    fn an_inventory_is_written_in_every_language() {
        insta::assert_snapshot!("inventory_en", written(SAMPLE, Lang::En, 80));
        insta::assert_snapshot!("inventory_ru", written(SAMPLE, Lang::Ru, 80));
        insta::assert_snapshot!("inventory_uz", written(SAMPLE, Lang::Uz, 80));
    }

    #[test]
    fn the_way_of_those_who_do_not_consent_is_told_apart() {
        let written = written(BUILTIN[1].text, Lang::En, 80);
        assert!(written.contains("Shortest way          1 question; minutes: "), "{written}");
        assert!(written.contains("Shortest with scores  21 questions; minutes: "), "{written}");
    }

    #[test]
    fn every_line_keeps_to_the_width() {
        use unicode_width::UnicodeWidthStr;
        for lang in Lang::ALL {
            for line in written(BUILTIN[0].text, lang, 60).lines() {
                assert!(line.width() <= 60, "{line}");
            }
        }
    }

    #[test]
    fn a_questionnaire_without_scores_has_no_part_for_them() {
        let bare = "format = 1\nid = \"a\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ntitle = { en = \"A\" }\n\
                    [[section]]\nid = \"s\"\ntitle = { en = \"S\" }\n[[section.question]]\nid = \"q\"\nkind = \"text\"\n\
                    label = { en = \"Q\" }\n";
        let written = written(bare, Lang::En, 80);
        assert!(!written.contains("Areas") && !written.contains("Advice") && !written.contains("Quick"), "{written}");
        assert!(written.contains("not in this file"), "{written}");
    }
}
