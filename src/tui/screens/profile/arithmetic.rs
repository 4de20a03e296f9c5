//! The exact arithmetic behind the index, every area and every facet, and what makes the doubt about the index: the
//! same figures as `tashxis explain` and `tashxis stats sensitivity` give.

use std::rc::Rc;

use super::Shown;
use crate::engine::id::AreaIx;
use crate::engine::sensitivity;
use crate::engine::text::Message;
use crate::engine::uncertainty::{Assessed, Options};
use crate::report::explain::{Subject, explain};
use crate::report::sheet::Sheet;
use crate::report::stats;
use crate::tui::context::Session;
use crate::tui::screens::Effect;
use crate::tui::screens::pages::{self, Page};

/// The effects that explain the index, or an area.
pub(super) fn open(session: &Session, shown: Shown, area: Option<AreaIx>) -> Vec<Effect> {
    let questionnaire = session.interview.questionnaire();
    let areas = questionnaire.areas.indices().map(Subject::Area);
    let facets = questionnaire.facets.indices().map(Subject::Facet);
    let subjects: Vec<Subject> = std::iter::once(Subject::Index).chain(areas).chain(facets).collect();
    let wanted = area.map_or(Subject::Index, Subject::Area);
    let at = subjects.iter().position(|subject| *subject == wanted).unwrap_or_default();
    let known = Rc::new((shown.profile.clone(), session.interview.clone(), shown.outlook.clone()));
    let page = |subject: Subject| -> Page {
        let known = Rc::clone(&known);
        Box::new(move |texts| explain(&known.0, &known.1, &known.2, texts, subject))
    };
    let mut all: Vec<Page> = subjects.into_iter().map(page).collect();
    all.extend(doubts(session, shown));
    pages::open("profile-arithmetic", all, at)
}

/// The shares of the doubts in the variance of the index; none without an index.
fn doubts(session: &Session, shown: Shown) -> Option<Page> {
    shown.profile.scores.index.as_ref()?;
    let (interview, enterprise) = (session.interview.clone(), session.summary.enterprise.clone());
    let options = Options::default().on_every_core();
    Some(Box::new(move |_| match sensitivity::index(interview.questionnaire(), &Assessed::of(&interview), &options) {
        Some(found) => stats::sensitivity(&enterprise, &found),
        None => Sheet::saying(Message::new("stats-no-index")),
    }))
}
