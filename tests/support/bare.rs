//! What stands around an interview, where nothing does: for reports that are about the answers alone.

use std::sync::Arc;

use jiff::Timestamp;
use tashxis::engine::benchmark::Others;
use tashxis::engine::id::AssessmentId;
use tashxis::engine::uncertainty::Options;
use tashxis::report::Meta;

/// An open self-assessment of an enterprise, always the same.
pub fn meta(enterprise: &str) -> Meta {
    Meta {
        assessment: AssessmentId(uuid::Uuid::nil()),
        enterprise: enterprise.to_owned(),
        created: Timestamp::UNIX_EPOCH,
        changed: Timestamp::UNIX_EPOCH,
        closed: None,
        interviewers: Vec::new(),
        made: Timestamp::UNIX_EPOCH,
        target: None,
        actions: Vec::new(),
        catalogue: Arc::default(),
        options: Options::default(),
        earlier: None,
        others: Others::default(),
    }
}
