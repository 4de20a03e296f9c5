//! Who can help with an action, and where that is said.

use super::{Builder, note};
use crate::engine::advice::Advice;
use crate::engine::catalogue::{Mention, Record, Source, mentions};
use crate::report::model::{Block, Entry, Fact, Section};

impl Builder<'_> {
    /// Who can help with an action, by name where the catalogue allows it.
    pub(super) fn help(&self, advice: &Advice) -> Vec<Fact> {
        let lines = self.mentions(advice).into_iter().map(|mention| self.mention(&mention));
        lines.map(|line| self.fact("catalogue-help", line)).collect()
    }

    fn mentions(&self, advice: &Advice) -> Vec<Mention<'_>> {
        let recommendation = &self.questionnaire.recommendations[advice.recommendation];
        mentions(&self.meta.catalogue, self.interview, recommendation, self.today)
    }

    fn mention(&self, mention: &Mention<'_>) -> String {
        match mention {
            Mention::Neutral { text, .. } => self.text(text).to_owned(),
            Mention::Named { record, what, aged } => {
                let args = [("name", self.text(&record.names).into()), ("what", self.text(what).into())];
                let source = if *aged { "catalogue-source-aged" } else { "catalogue-source" };
                let sources: Vec<String> = record.sources.iter().map(|source| self.source(source)).collect();
                let of = [("sources", sources.join("; ").into()), ("date", self.texts.date(record.verified_on).into())];
                format!("{} {}", self.texts.with("catalogue-named", &args), self.texts.with(source, &of))
            }
        }
    }

    /// A source as it is cited, without its address.
    fn source(&self, source: &Source) -> String {
        format!("{}, {}", source.title, self.texts.dated(&source.date))
    }

    /// Every record that was named, with the addresses of its sources; none, if nobody was named.
    pub(super) fn sources(&self) -> Option<Section> {
        let mut named: Vec<&Record> = Vec::new();
        for mention in self.profile.advice.iter().flat_map(|advice| self.mentions(advice)) {
            if let Mention::Named { record, .. } = mention
                && named.iter().all(|known| known.id != record.id)
            {
                named.push(record);
            }
        }
        let entry = |record: &Record| {
            let place = |source: &Source| note(format!("{}: {}", self.source(source), source.address));
            let details = record.sources.iter().map(place).collect();
            let title = self.text(&record.names).to_owned();
            Entry { mark: "•".to_owned(), title, figure: String::new(), details }
        };
        let entries: Vec<Entry> = named.into_iter().map(entry).collect();
        (!entries.is_empty()).then(|| self.section("catalogue-sources", vec![Block::Entries(entries)]))
    }

    /// Which catalogue advice names from, and when it was gone through.
    pub(super) fn catalogue(&self) -> Fact {
        let catalogue = &self.meta.catalogue;
        let said = match catalogue.verified_on {
            Some(day) => self.texts.with(
                "catalogue-gone-through",
                &[
                    ("title", self.text(&catalogue.title).into()),
                    ("version", catalogue.version.as_str().into()),
                    ("date", self.texts.date(day).into()),
                ],
            ),
            None => self.texts.get("catalogue-none"),
        };
        self.fact("catalogue-of-report", said)
    }
}
