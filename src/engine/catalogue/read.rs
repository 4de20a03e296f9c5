//! The way from a file's text to a catalogue, or to every problem it has.

use std::ops::Range;

use jiff::civil::Date;
use toml::de::DeTable;

use super::age::default_review;
use super::condition::Names as Questions;
use super::keys::FILE;
use super::{Case, Catalogue, Confidence, Generic, Kind, Record, Source, Status};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::read::file;
use crate::engine::questionnaire::read::findings::{Findings, Names};
use crate::engine::questionnaire::read::node::Tab;
use crate::engine::text::{Localized, Message};

/// How an address may begin.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// Reads and checks a catalogue file. Warnings stand beside a catalogue that can be used.
///
/// # Errors
/// Every problem found, in the order of the file, at least one of them an error.
pub fn read(text: &str) -> Result<(Catalogue, Vec<Problem>), Vec<Problem>> {
    file::read(text, &FILE, catalogue)
}

/// Whether a file is meant as a catalogue rather than a questionnaire, even if it is broken.
pub fn is_one(text: &str) -> bool {
    let (root, _) = DeTable::parse_recoverable(text);
    let has = |key: &str| root.get_ref().contains_key(key);
    has("record") || (has("verified_on") && !has("section"))
}

/// What a name of the file stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Record,
    Generic,
}

fn catalogue<'a>(findings: &mut Findings<'a>, root: &Tab<'a>) -> Catalogue {
    let questions = Questions::default();
    let mut names = Names::new("record");
    let generics = root.tables("generic");
    let records = root.tables("record");
    for tab in &generics {
        names.declare(findings, tab.name("id"), Named::Generic);
    }
    for tab in &records {
        names.declare(findings, tab.name("id"), Named::Record);
    }
    let mut made = Catalogue {
        id: owned(root, "id"),
        version: owned(root, "version"),
        languages: findings.languages.clone(),
        title: root.text("title"),
        verified_on: root.day("verified_on"),
        applies_when: questions.condition(findings, root, "applies_when"),
        records: records.iter().map(|tab| record(findings, &questions, &names, tab)).collect(),
        generics: generics.iter().map(|tab| Generic { id: owned(tab, "id"), text: tab.text("text") }).collect(),
        names: [].into(),
    };
    made.names = questions.into_shared();
    gates(findings, &made, &records);
    made
}

fn owned(tab: &Tab<'_>, key: &str) -> String {
    tab.word(key).unwrap_or_default().to_owned()
}

fn record<'a>(findings: &mut Findings<'a>, questions: &Questions, names: &Names<'a, Named>, tab: &Tab<'a>) -> Record {
    let kind = tab.word("kind").and_then(Kind::of).unwrap_or(Kind::Body);
    let dates = dates(findings, kind, tab);
    let texts = |key: &str| -> Vec<Localized> { tab.texts(key) };
    Record {
        id: owned(tab, "id"),
        kind,
        names: tab.text("names"),
        former_names: texts("former_names"),
        status: tab.word("status").and_then(Status::of).unwrap_or(Status::Unknown),
        applies_when: questions.condition(findings, tab, "applies_when"),
        valid_from: tab.day("valid_from"),
        valid_until: tab.day("valid_until"),
        verified_on: dates.verified_on,
        review_by: dates.review_by,
        confidence: tab.word("confidence").and_then(Confidence::of).unwrap_or(Confidence::Low),
        sources: sources(findings, tab),
        generic: refers(findings, names, tab, "generic", Named::Generic).unwrap_or_default(),
        what: tab.text("what"),
        cases: cases(findings, questions, tab),
        gate: refers(findings, names, tab, "gate", Named::Record),
    }
}

/// The name behind a key, which must stand for such a thing.
fn refers(
    findings: &mut Findings<'_>,
    names: &Names<'_, Named>,
    tab: &Tab<'_>,
    key: &str,
    what: Named,
) -> Option<String> {
    let (name, span) = tab.name(key)?;
    if names.find(name) == Some(what) {
        return Some(name.to_owned());
    }
    let unknown = match what {
        Named::Record => "catalogue-no-record",
        Named::Generic => "catalogue-no-generic",
    };
    findings.add(Problem::error(span, Message::new(unknown).with("name", name)).hint(names.did_you_mean(name)));
    None
}

struct Dates {
    verified_on: Date,
    review_by: Date,
}

/// Reads the dates of a record and reports those that do not fit together.
fn dates(findings: &mut Findings<'_>, kind: Kind, tab: &Tab<'_>) -> Dates {
    let [from, until, verified, review] =
        ["valid_from", "valid_until", "verified_on", "review_by"].map(|key| tab.day(key));
    let verified_on = verified.unwrap_or_default();
    ordered(findings, tab, ("valid_from", from), ("valid_until", until));
    ordered(findings, tab, ("verified_on", verified), ("review_by", review));
    let named = matches!(tab.word("status").and_then(Status::of), Some(Status::Active | Status::Recurring));
    if let (Some(until), Some(verified), true) = (until, verified, named)
        && until < verified
    {
        let message = Message::new("catalogue-ended-before-verified").with("until", until.to_string());
        let hint = Message::new("catalogue-ended-before-verified-hint");
        findings.add(Problem::warning(tab.place("valid_until"), message).hint(hint));
    }
    let by_kind = default_review(kind, verified_on, until);
    if tab.get("review_by").is_none() && by_kind.is_none() {
        let message = Message::new("catalogue-no-review");
        findings.add(Problem::error(tab.place("kind"), message).hint(Message::new("catalogue-no-review-hint")));
    }
    Dates { verified_on, review_by: review.or(by_kind).unwrap_or(verified_on) }
}

/// Reports two days of which the later comes first.
fn ordered(
    findings: &mut Findings<'_>,
    tab: &Tab<'_>,
    (first_key, first): (&str, Option<Date>),
    (then_key, then): (&str, Option<Date>),
) {
    if let (Some(first), Some(then)) = (first, then)
        && then < first
    {
        let message = Message::new("catalogue-dates-turned").with("first", first_key).with("then", then_key);
        let earlier = Message::new("catalogue-earlier-day");
        findings.add(Problem::error(tab.place(then_key), message).related(tab.place(first_key), earlier));
    }
}

fn sources(findings: &mut Findings<'_>, tab: &Tab<'_>) -> Vec<Source> {
    let source = |tab: &Tab<'_>| {
        if let Some((address, span)) = tab.name("address") {
            check_address(findings, address, span);
        }
        let date = tab.get("date").and_then(crate::engine::questionnaire::read::node::typed).unwrap_or_default();
        Source { title: owned(tab, "title"), address: owned(tab, "address"), date }
    };
    tab.tables("sources").iter().map(source).collect()
}

fn check_address(findings: &mut Findings<'_>, address: &str, span: Range<usize>) {
    let has_place = |scheme: &&str| address.strip_prefix(*scheme).is_some_and(|rest| rest.contains('.'));
    if !SCHEMES.iter().any(has_place) || address.contains(char::is_whitespace) {
        let message = Message::new("catalogue-bad-address").with("value", address);
        findings.add(Problem::error(span, message).hint(Message::new("catalogue-bad-address-hint")));
    }
}

/// Reads the cases. One whose condition is broken is left out: that has been reported.
fn cases<'a>(findings: &mut Findings<'a>, questions: &Questions, tab: &Tab<'a>) -> Vec<Case> {
    let case = |tab: &Tab<'a>| {
        let when = questions.condition(findings, tab, "when")?;
        Some(Case { when, what: tab.text("what") })
    };
    tab.tables("cases").iter().filter_map(case).collect()
}

/// Reports gates that have gates of their own: one is said along with a record, not a chain.
fn gates(findings: &mut Findings<'_>, catalogue: &Catalogue, tabs: &[Tab<'_>]) {
    for (record, tab) in catalogue.records.iter().zip(tabs) {
        let behind = record.gate.as_deref().and_then(|gate| catalogue.find(gate));
        if behind.is_some_and(|gate| gate.gate.is_some()) {
            findings.error(tab.place("gate"), Message::new("catalogue-gate-behind-gate"));
        }
    }
}
