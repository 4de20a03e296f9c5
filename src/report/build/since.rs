//! What changed since the assessment before this one.

use super::{Builder, note};
use crate::engine::change::{AreaChange, Change, Difference, ItemMove, change};
use crate::engine::id::AreaIx;
use crate::engine::uncertainty::Options;
use crate::report::Earlier;
use crate::report::compare::gone;
use crate::report::model::{Block, Entry, Fact, Section};

impl Builder<'_> {
    /// The scores then and now, and the items that moved; none, if there is no earlier assessment.
    pub(super) fn since(&self) -> Option<Section> {
        let earlier = self.meta.finished_earlier()?;
        let change = change(&earlier.interview, self.interview, &Options::default());
        let mut blocks =
            vec![Block::Facts(self.since_when(earlier, &change)), Block::Facts(self.since_scores(earlier, &change))];
        blocks.push(Block::Heading(self.texts.get("compare-moved")));
        if change.moved.is_empty() {
            blocks.push(Block::Text(self.texts.get("compare-none-moved")));
        } else {
            blocks.push(Block::Entries(change.moved.iter().map(|moved| self.since_item(earlier, moved)).collect()));
        }
        blocks.push(Block::Text(self.texts.get("compare-scores-note")));
        Some(self.section("compare-since", blocks))
    }

    fn since_when(&self, earlier: &Earlier, change: &Change) -> Vec<Fact> {
        let all = change.compared + change.left_out.len();
        let compared = [("compared", change.compared.into()), ("all", all.into())];
        vec![
            self.fact("compare-then-begun", self.texts.day(earlier.meta.created)),
            self.fact("compare-then-version", earlier.interview.questionnaire().version.as_str()),
            self.fact("compare-items", self.texts.with("compare-of", &compared)),
        ]
    }

    fn since_scores(&self, earlier: &Earlier, change: &Change) -> Vec<Fact> {
        let index = self.fact("compare-index", self.difference(change.index.as_ref()));
        let area = |(ix, _): (AreaIx, _)| {
            let of = &change.areas[ix];
            let line = self.difference(of.difference.as_ref());
            let way = self.way(earlier, ix, of);
            Fact::new(self.area_title(ix), [Some(line), way].into_iter().flatten().collect::<Vec<_>>().join(". "))
        };
        std::iter::once(index).chain(self.questionnaire.areas.enumerate().map(area)).collect()
    }

    /// `38 → 62: +25.0 (−0.6…+46.5) · within the noise`
    fn difference(&self, of: Option<&Difference>) -> String {
        let Some(of) = of else { return self.texts.get("compare-unknown") };
        let (low, high) = of.spread.around(of.change());
        let signed = |number| self.texts.signed(number, 1).into();
        let args = [
            ("then", self.figure(of.base).into()),
            ("now", self.figure(of.now).into()),
            ("change", signed(of.change())),
            ("low", signed(low)),
            ("high", signed(high)),
            ("verdict", self.texts.get(of.verdict()).into()),
        ];
        self.texts.with("compare-since-line", &args)
    }

    /// The part of the way to the target that has been gone.
    fn way(&self, earlier: &Earlier, area: AreaIx, of: &AreaChange) -> Option<String> {
        let part = gone(earlier.meta.target.as_ref(), self.meta.target.as_ref(), area, self.interview, of)?;
        Some(self.texts.with("compare-since-way", &[("share", self.share(part).into())]))
    }

    fn since_item(&self, earlier: &Earlier, moved: &ItemMove) -> Entry {
        let question = &self.questionnaire.questions[moved.question];
        let old = earlier.interview.questionnaire();
        let before = old.find(question.id.as_str()).and_then(|ix| {
            let value = earlier.interview.effective_value(ix)?;
            let number = |number| self.texts.exact(number);
            Some(crate::engine::answer::shown(&old.questions[ix], value, self.lang, number))
        });
        let before = before.unwrap_or_else(|| super::UNKNOWN.to_owned());
        Entry {
            mark: question.id.to_string(),
            title: self.text(&question.label).to_owned(),
            figure: self.texts.signed(moved.points, 1),
            details: vec![note(format!("{before} → {}", self.counted(moved.question)))],
        }
    }
}
