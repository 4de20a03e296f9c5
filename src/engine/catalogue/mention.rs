//! What is said under a piece of advice: who can help there, by name where a record allows it.

use jiff::civil::Date;

use super::age::{State, state};
use super::condition::holds;
use super::{Catalogue, Record};
use crate::engine::interview::Interview;
use crate::engine::questionnaire::{Questionnaire, Recommendation};
use crate::engine::text::Localized;

/// One line under a piece of advice.
#[derive(Clone, Copy, Debug)]
pub enum Mention<'a> {
    /// A record, by name.
    Named {
        /// Which.
        record: &'a Record,
        /// What it offers this enterprise.
        what: &'a Localized,
        /// Whether its review is due: it may have changed.
        aged: bool,
    },
    /// A text that names nobody.
    Neutral {
        /// Its name.
        id: &'a str,
        /// The text.
        text: &'a Localized,
    },
}

/// The lines under a recommendation: for every need that it names the records that meet it, apply to the
/// enterprise and may be named today; if there is none, the neutral text. Each is said once.
pub fn mentions<'a>(
    catalogue: &'a Catalogue,
    interview: &'a Interview,
    recommendation: &'a Recommendation,
    today: Date,
) -> Vec<Mention<'a>> {
    let teller = Teller { catalogue, interview, today, applies: applies(catalogue, interview) };
    let mut said = Vec::new();
    for need in &recommendation.catalogue {
        teller.tell(need, &mut said);
    }
    teller.tell_gates(&mut said);
    said
}

fn applies(catalogue: &Catalogue, interview: &Interview) -> bool {
    holds(catalogue, catalogue.applies_when.as_ref(), interview)
}

struct Teller<'a> {
    catalogue: &'a Catalogue,
    interview: &'a Interview,
    today: Date,
    /// Whether the catalogue is meant for the enterprise at all.
    applies: bool,
}

impl<'a> Teller<'a> {
    fn tell(&self, need: &'a str, said: &mut Vec<Mention<'a>>) {
        let meets = |record: &&Record| record.id == need || record.generic == need;
        let named: Vec<Mention<'a>> =
            self.catalogue.records.iter().filter(meets).filter_map(|record| self.named(record)).collect();
        if named.is_empty() {
            let generic = self.catalogue.find(need).map_or(need, |record| record.generic.as_str());
            add(said, self.neutral(generic));
        }
        for mention in named {
            add(said, Some(mention));
        }
    }

    /// The record by name, if it applies and may be named.
    fn named(&self, record: &'a Record) -> Option<Mention<'a>> {
        let aged = match state(record, self.today) {
            State::Fresh => false,
            State::Aged => true,
            State::Neutral(_) => return None,
        };
        let for_them = self.applies && holds(self.catalogue, record.applies_when.as_ref(), self.interview);
        for_them.then(|| Mention::Named { record, what: self.what(record), aged })
    }

    fn what(&self, record: &'a Record) -> &'a Localized {
        let mut cases = record.cases.iter();
        let case = cases.find(|case| holds(self.catalogue, Some(&case.when), self.interview));
        case.map_or(&record.what, |case| &case.what)
    }

    /// The neutral text: in the words of the country, else of the questionnaire.
    fn neutral(&self, id: &'a str) -> Option<Mention<'a>> {
        let own = self.catalogue.generic(id).filter(|_| self.applies);
        let generic = own.or_else(|| self.interview.questionnaire().generic(id))?;
        Some(Mention::Neutral { id: &generic.id, text: &generic.text })
    }

    /// What the named records depend on, after all of them.
    fn tell_gates(&self, said: &mut Vec<Mention<'a>>) {
        let gate = |mention: &Mention<'a>| match mention {
            Mention::Named { record, .. } => record.gate.as_deref(),
            Mention::Neutral { .. } => None,
        };
        let gates: Vec<&str> = said.iter().filter_map(gate).collect();
        for record in gates.into_iter().filter_map(|gate| self.catalogue.find(gate)) {
            add(said, self.named(record).or_else(|| self.neutral(&record.generic)));
        }
    }
}

/// Adds a mention that has not been made.
fn add<'a>(said: &mut Vec<Mention<'a>>, mention: Option<Mention<'a>>) {
    let name = |mention: &Mention<'a>| match *mention {
        Mention::Named { record, .. } => record.id.as_str(),
        Mention::Neutral { id, .. } => id,
    };
    said.extend(mention.filter(|new| said.iter().all(|old| name(old) != name(new))));
}

/// The needs of recommendations that neither the questionnaire nor the catalogue knows, each with the
/// recommendation that names it.
pub fn unmatched<'a>(questionnaire: &'a Questionnaire, catalogue: &Catalogue) -> Vec<(&'a str, &'a str)> {
    let known = |need: &str| {
        questionnaire.generic(need).is_some() || catalogue.generic(need).is_some() || catalogue.find(need).is_some()
    };
    let needs = questionnaire.recommendations.iter().flat_map(|recommendation| {
        recommendation.catalogue.iter().map(|need| (recommendation.id.as_str(), need.as_str()))
    });
    needs.filter(|(_, need)| !known(need)).collect()
}
