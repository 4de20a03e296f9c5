//! The questions by which enterprises are compared.

use super::findings::Findings;
use super::node::{self, Tab};
use super::outline::Outlines;
use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::PeerQuestions;
use crate::engine::questionnaire::problem::Problem;
use crate::engine::text::Message;

const CHOICE: &str = "select_one";
const NUMBERS: [&str; 2] = ["integer", "decimal"];

/// Reads them; a file that names none compares with all.
pub(super) fn peers(findings: &mut Findings<'_>, outlines: &Outlines<'_>, root: &Tab<'_>) -> PeerQuestions {
    let Some(tab) = root.table("peers") else { return PeerQuestions::default() };
    let size_from: Vec<f64> = tab.nodes("size_from").filter_map(node::number).collect();
    if !size_from.is_sorted_by(|one, next| one < next) {
        findings.error(tab.place("size_from"), Message::new("check-not-ascending").with("key", "size_from"));
    }
    let sector = question(findings, outlines, &tab, "sector", &[CHOICE]);
    let region = question(findings, outlines, &tab, "region", &[CHOICE]);
    let size = question(findings, outlines, &tab, "size", &[CHOICE, NUMBERS[0], NUMBERS[1]]);
    let is_number = size.map(|ix| NUMBERS.contains(&outlines.questions[ix].kind));
    // A size that is unknown has been reported.
    let unknown = tab.get("size").is_some() && size.is_none();
    if is_number == Some(true) && tab.get("size_from").is_none() {
        let problem = Problem::error(tab.place("size"), Message::new("check-peers-no-classes"));
        findings.add(problem.hint(Message::new("check-peers-no-classes-hint")));
    } else if is_number != Some(true) && !unknown && tab.get("size_from").is_some() {
        findings.error(tab.place("size_from"), Message::new("check-peers-no-number"));
    }
    PeerQuestions { sector, size, size_from, region }
}

fn question(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    tab: &Tab<'_>,
    key: &str,
    kinds: &[&str],
) -> Option<QuestionIx> {
    let (name, span) = tab.name(key)?;
    let ix = outlines.question_names.resolve(findings, name, span.clone())?;
    let kind = outlines.questions[ix].kind;
    if kinds.contains(&kind) {
        return Some(ix);
    }
    let message = Message::new("check-peers-kind").with("name", name).with("kind", kind);
    findings
        .add(Problem::error(span, message).hint(Message::new("check-kinds-that-fit").with("kinds", kinds.join(", "))));
    None
}
