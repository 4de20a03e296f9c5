//! From what was typed to one assessment: any part of its id, from either end, that fits no other.
//!
//! Ids begin with the time, so those of one day share their beginning; their ends are random.

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
            let ids: Vec<AssessmentId> = all.iter().map(|summary| summary.id).collect();
            let named = |summary: &Summary| format!("{} ({})", short(summary.id, &ids), summary.enterprise);
            let fitting = [one, other].into_iter().chain(fitting).map(named).collect::<Vec<_>>().join(", ");
            let message = Message::new("cli-id-ambiguous").with("id", typed).with("fitting", fitting);
            Err(Failure::usage(message).hint(Message::new("cli-id-longer")))
        }
    }
}

/// The shortest end of an id that fits no other.
pub fn short(id: AssessmentId, all: &[AssessmentId]) -> String {
    let id = simple(id);
    let others: Vec<String> = all.iter().map(|other| simple(*other)).filter(|other| *other != id).collect();
    let ends = (SHORT..id.len()).filter_map(|length| id.get(id.len() - length..));
    let fits_other = |end: &str| others.iter().any(|other| other.ends_with(end) || other.starts_with(end));
    ends.into_iter().find(|end| !fits_other(end)).unwrap_or(&id).to_owned()
}

fn simple(id: AssessmentId) -> String {
    id.0.simple().to_string()
}

/// What was typed as ids are compared: hexadecimal digits without hyphens, in lower case.
fn plain(typed: &str) -> String {
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
        assert_eq!(short(all[0], &all[..1]), "abcdef");
        assert_eq!(short(all[0], &all), "0abcdef");
        assert_eq!(short(all[1], &all), "1abcdef");
    }

    #[test]
    fn hyphens_and_capitals_do_not_matter() {
        assert_eq!(plain(" 0190-ABCD-"), "0190abcd");
    }
}
