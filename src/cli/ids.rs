//! From what was typed to one assessment: any part of its id, from either end, that fits no other.
//!
//! Ids begin with the time, so those of one day share their beginning; their ends are random.

use std::collections::{HashMap, HashSet};

use super::failure::Failure;
use crate::engine::id::AssessmentId;
use crate::engine::library::Summary;
use crate::engine::text::Message;
use crate::store::Store;

/// The fewest characters that are taken for an id.
const LEAST: usize = 4;
/// The fewest characters of a short form.
const SHORT: usize = 6;

/// The assessment that is meant.
pub fn find(store: &Store, typed: &str) -> Result<Summary, Failure> {
    let all = store.all()?;
    let part = plain(typed);
    if part.chars().count() < LEAST {
        let message = Message::new("cli-id-short").with("id", typed).with("least", LEAST);
        return Err(Failure::usage(message).hint(Message::new("cli-id-hint")));
    }
    let mut fitting = all.iter().filter(|summary| {
        let id = simple(summary.id);
        id.starts_with(&part) || id.ends_with(&part)
    });
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(one.clone()),
        (None, _) => {
            let path = store.path().display().to_string();
            let message = Message::new("cli-id-unknown").with("id", typed).with("path", path);
            Err(Failure::usage(message).hint(Message::new("cli-id-hint")))
        }
        (Some(one), Some(other)) => {
            let shorts = shorts(&all.iter().map(|summary| summary.id).collect::<Vec<_>>());
            let short = |summary: &Summary| shorts.get(&summary.id).cloned().unwrap_or_default();
            let named = |summary: &Summary| format!("{} ({})", short(summary), summary.enterprise);
            let fitting = [one, other].into_iter().chain(fitting).map(named).collect::<Vec<_>>().join(", ");
            let message = Message::new("cli-id-ambiguous").with("id", typed).with("fitting", fitting);
            Err(Failure::usage(message).hint(Message::new("cli-id-longer")))
        }
    }
}

/// For each id its shortest end that fits no other.
pub fn shorts(all: &[AssessmentId]) -> HashMap<AssessmentId, String> {
    let mut waiting: Vec<(AssessmentId, String)> = all.iter().map(|id| (*id, simple(*id))).collect();
    let whole: Vec<String> = waiting.iter().map(|(_, id)| id.clone()).collect();
    let mut shorts = HashMap::new();
    for length in SHORT.. {
        if waiting.is_empty() {
            break;
        }
        let starts: HashSet<&str> = whole.iter().filter_map(|id| id.get(..length)).collect();
        let mut ends: HashMap<&str, usize> = HashMap::new();
        for id in &whole {
            *ends.entry(end(id, length)).or_default() += 1;
        }
        waiting.retain(|(id, simple)| {
            let end = end(simple, length);
            let alone = length >= simple.len() || (ends.get(end) == Some(&1) && !starts.contains(end));
            if alone {
                shorts.insert(*id, end.to_owned());
            }
            !alone
        });
    }
    shorts
}

fn end(id: &str, length: usize) -> &str {
    id.get(id.len().saturating_sub(length)..).unwrap_or(id)
}

/// An id as it is compared.
pub fn simple(id: AssessmentId) -> String {
    id.0.simple().to_string()
}

/// What was typed as ids are compared: hexadecimal digits without hyphens, in lower case.
pub fn plain(typed: &str) -> String {
    typed.trim().chars().filter(|c| *c != '-').collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn id(number: u128) -> AssessmentId {
        AssessmentId(Uuid::from_u128(number))
    }

    #[test]
    fn the_short_form_is_as_long_as_it_must_be() {
        let all = [id(0x0190_0000_0000_7000_8000_0000_00ab_cdef), id(0x0190_0000_0000_7000_8000_0000_01ab_cdef)];
        assert_eq!(shorts(&all[..1])[&all[0]], "abcdef");
        let shorts = shorts(&all);
        assert_eq!((&*shorts[&all[0]], &*shorts[&all[1]]), ("0abcdef", "1abcdef"));
    }

    #[test]
    fn the_short_form_is_never_the_beginning_of_another_id() {
        let all = [id(0x1234_56cc_0000_7000_8000_0000_0000_0000), id(0x0190_0000_0000_7000_8000_0000_0012_3456)];
        assert_eq!(shorts(&all)[&all[1]], "0123456");
    }

    #[test]
    fn hyphens_and_capitals_do_not_matter() {
        assert_eq!(plain(" 0190-ABCD-"), "0190abcd");
    }
}
