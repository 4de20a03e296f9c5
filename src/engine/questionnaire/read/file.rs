//! From a file's text to its root table, and the problems of its shape on the way. Shared by every file
//! that is described by a table of keys.

use toml::de::DeTable;

use super::findings::Findings;
use super::node::Tab;
use super::{head, shape, syntax};
use crate::engine::questionnaire::keys::Table;
use crate::engine::questionnaire::problem::Problem;
use crate::engine::text::Message;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Checks the shape of a file and lets `build` read it. What it builds from a file with an error is thrown away.
///
/// # Errors
/// Every problem found, in the order of the file, at least one of them an error.
pub(crate) fn read<T>(
    text: &str,
    table: &'static Table,
    build: impl for<'a> FnOnce(&mut Findings<'a>, &Tab<'a>) -> T,
) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    let mut findings = Findings::new(text);
    if text.len() > MOST_BYTES {
        findings.error(0..0, Message::new("check-too-large").with("most", MOST_BYTES / 1024 / 1024));
        return Err(findings.into_sorted());
    }
    let (toml, errors) = DeTable::parse_recoverable(text);
    let is_whole = syntax::add(&mut findings, &errors);
    let root = Tab::root(toml.get_ref());
    findings.languages = head::languages(&mut findings, &root);
    if !is_whole {
        // What a broken line was meant to say is unknown: only what stands there is judged.
        let mut judged = Findings::new(text);
        judged.languages.clone_from(&findings.languages);
        shape::check(&mut judged, table, &root, shape::Missing::Ignored);
        for problem in syntax::beside(text, &errors, judged.into_sorted()) {
            findings.add(problem);
        }
        return Err(findings.into_sorted());
    }
    shape::check(&mut findings, table, &root, shape::Missing::Reported);
    let built = build(&mut findings, &root);
    if findings.has_errors() {
        return Err(findings.into_sorted());
    }
    Ok((built, findings.into_sorted()))
}
