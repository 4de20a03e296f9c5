//! What stands around the scores for programs: the target, what strengths allow, who can help.

use jiff::civil::Date;
use serde::Serialize;

use super::{Titles, Writer, titles};
use crate::engine::advice::Advice;
use crate::engine::catalogue::{Mention, Record, mentions};
use crate::engine::id::StrengthIx;
use crate::engine::target::{ChosenTarget, Gap, Origin, Pattern, gaps};

#[derive(Serialize)]
pub(super) struct CataloguePart<'a> {
    id: &'a str,
    version: &'a str,
    verified_on: Option<Date>,
}

#[derive(Serialize)]
pub(super) struct TargetPart<'a> {
    pattern: &'a Pattern,
    origin: Origin,
    chosen: String,
    areas: Vec<GapPart<'a>>,
}

#[derive(Serialize)]
struct GapPart<'a> {
    area: &'a str,
    level: u8,
    goal: f64,
    staged: Option<u8>,
    score: Option<f64>,
    points: Option<f64>,
    levels: Option<u8>,
    progress: Option<f64>,
    closed: bool,
}

#[derive(Serialize)]
pub(super) struct ProspectPart<'a> {
    id: &'a str,
    title: Titles<'a>,
    text: Titles<'a>,
}

/// A line under a recommendation: a record by name, or a neutral text.
#[derive(Serialize)]
#[serde(tag = "said", rename_all = "snake_case")]
pub(super) enum MentionPart<'a> {
    Named {
        record: &'a str,
        kind: &'static str,
        names: Titles<'a>,
        what: Titles<'a>,
        aged: bool,
        verified_on: Date,
        review_by: Date,
        sources: Vec<SourcePart<'a>>,
    },
    Neutral {
        generic: &'a str,
        text: Titles<'a>,
    },
}

#[derive(Serialize)]
pub(super) struct SourcePart<'a> {
    title: &'a str,
    address: &'a str,
    date: &'a str,
}

impl<'a> Writer<'a> {
    pub(super) fn catalogue(&self) -> Option<CataloguePart<'a>> {
        let catalogue = &self.meta.catalogue;
        (!catalogue.is_empty()).then_some(CataloguePart {
            id: &catalogue.id,
            version: &catalogue.version,
            verified_on: catalogue.verified_on,
        })
    }

    pub(super) fn target(&self) -> Option<TargetPart<'a>> {
        let target: &ChosenTarget = self.meta.target.as_ref()?;
        let gaps = gaps(self.questionnaire, &self.profile.scores, target);
        Some(TargetPart {
            pattern: &target.pattern,
            origin: target.origin,
            chosen: target.chosen.to_string(),
            areas: gaps.iter().map(|gap| self.gap(gap)).collect(),
        })
    }

    fn gap(&self, gap: &Gap) -> GapPart<'a> {
        GapPart {
            area: self.area_id(gap.area),
            level: gap.level,
            goal: gap.goal,
            staged: gap.staged,
            score: gap.score,
            points: gap.points,
            levels: gap.levels,
            progress: gap.progress,
            closed: gap.is_closed(),
        }
    }

    pub(super) fn prospect(&self, ix: StrengthIx) -> ProspectPart<'a> {
        let strength = &self.questionnaire.strengths[ix];
        ProspectPart { id: &strength.id, title: titles(&strength.title), text: titles(&strength.text) }
    }

    pub(super) fn help(&self, advice: &Advice) -> Vec<MentionPart<'a>> {
        let recommendation = &self.questionnaire.recommendations[advice.recommendation];
        let today = self.meta.today(self.interview);
        let lines = mentions(&self.meta.catalogue, self.interview, recommendation, today).into_iter();
        lines.map(mention).collect()
    }
}

fn mention(mention: Mention<'_>) -> MentionPart<'_> {
    match mention {
        Mention::Neutral { id, text } => MentionPart::Neutral { generic: id, text: titles(text) },
        Mention::Named { record, what, aged } => MentionPart::Named {
            record: &record.id,
            kind: record.kind.word(),
            names: titles(&record.names),
            what: titles(what),
            aged,
            verified_on: record.verified_on,
            review_by: record.review_by,
            sources: sources(record),
        },
    }
}

fn sources(record: &Record) -> Vec<SourcePart<'_>> {
    let sources = record.sources.iter();
    sources.map(|source| SourcePart { title: &source.title, address: &source.address, date: &source.date }).collect()
}
