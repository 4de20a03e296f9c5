//! How records age: what may be named on a day, and what a maintainer should look at again.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Catalogue, Confidence, Kind, Record, Status};

/// What may be said of a record on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is named.
    Fresh,
    /// It is named with the day on which it was verified, as it may have changed since.
    Aged,
    /// Only its neutral text is said.
    Neutral(Reason),
}

/// Why a record may not be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not sure enough.
    Unsure,
    /// It does not exist, or nobody knows.
    Status(Status),
    /// It does not hold yet.
    NotBefore(Date),
    /// It holds no longer.
    Ended(Date),
}

/// What may be said of a record.
pub fn state(record: &Record, today: Date) -> State {
    if record.confidence == Confidence::Low {
        return State::Neutral(Reason::Unsure);
    }
    if !matches!(record.status, Status::Active | Status::Recurring) {
        return State::Neutral(Reason::Status(record.status));
    }
    match (record.valid_from, record.valid_until) {
        (Some(from), _) if today < from => State::Neutral(Reason::NotBefore(from)),
        (_, Some(until)) if today > until => State::Neutral(Reason::Ended(until)),
        _ if today > record.review_by => State::Aged,
        _ => State::Fresh,
    }
}

/// A record that a maintainer should look at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale<'a> {
    /// Its name.
    pub record: &'a str,
    /// The day on which its sources were read.
    pub verified_on: Date,
    /// Why.
    pub reason: StaleReason,
}

/// Why a record is stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaleReason {
    /// It should have been reviewed by that day.
    ReviewDue(Date),
    /// It ended on that day, yet it is written as if it went on.
    Ended(Date),
}

/// The records that are stale on a day, in the order of the file.
pub fn stale(catalogue: &Catalogue, today: Date) -> Vec<Stale<'_>> {
    let of = |record: &'_ Record| -> Option<StaleReason> {
        match state(record, today) {
            State::Neutral(Reason::Ended(day)) => Some(StaleReason::Ended(day)),
            // What is over and written as over needs no further look.
            State::Neutral(Reason::Status(Status::Closed)) => None,
            _ => (today > record.review_by).then_some(StaleReason::ReviewDue(record.review_by)),
        }
    };
    let records = catalogue.records.iter().filter_map(|record| Some((record, of(record)?)));
    records.map(|(record, reason)| Stale { record: &record.id, verified_on: record.verified_on, reason }).collect()
}

/// The day by which a record is to be reviewed where the file does not say: an event has its deadline,
/// taxes and customs change with the year, the others keep for some months.
pub(super) fn default_review(kind: Kind, verified_on: Date, valid_until: Option<Date>) -> Option<Date> {
    let months = match kind {
        Kind::Event => return valid_until,
        Kind::Incentive => return Date::new(verified_on.year().saturating_add(1), 1, 1).ok(),
        Kind::Programme | Kind::Body | Kind::Network => 12,
        Kind::Statistic => 18,
        Kind::Law => 24,
    };
    verified_on.checked_add(months.months()).ok()
}
