//! A profile for programs: every figure with its parts, in no particular language.
//!
//! The format is versioned and only grows within a version. A score that may not be shown is `null`;
//! its bounds and items are there.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Meta, PROGRAM};
use crate::engine::advice::Advice;
use crate::engine::answer::Answer;
use crate::engine::id::{AreaIx, QuestionIx, RecommendationIx};
use crate::engine::interview::{Form, Interview, Progress};
use crate::engine::outlook::{Outlook, outlook_with};
use crate::engine::profile::{Contribution, Lever, Profile, Uneven, explain};
use crate::engine::questionnaire::{Addressee, Horizon, Locus, Questionnaire};
use crate::engine::score::{self, AreaScore, Index, ItemState, Publication, Rating};
use crate::engine::text::Localized;

/// The name and version of the format.
pub const FORMAT: &str = "tashxis-profile/1";

/// The profile as JSON, indented, ending in a line break.
pub fn json(profile: &Profile, interview: &Interview, meta: &Meta) -> String {
    let outlook = outlook_with(interview, profile, &meta.options);
    let writer = Writer { profile, interview, questionnaire: interview.questionnaire(), meta, outlook };
    let mut text = serde_json::to_string_pretty(&writer.file()).unwrap_or_default();
    text.push('\n');
    text
}

mod arithmetic;
mod around;
mod others;
mod outlook;
mod roadmap;
mod since;

use arithmetic::TermPart;
use around::{CataloguePart, MentionPart, ProspectPart, TargetPart};
use others::{PeersPart, ReferencePart};
use outlook::{AreaDoubt, IndexDoubt, NextPart, OmissionPart, PathPart, SimulationPart};
use roadmap::{BeforePart, RoadmapPart};
use since::SincePart;

type Titles<'a> = BTreeMap<&'static str, &'a str>;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    program: &'static str,
    made: String,
    assessment: Assessment<'a>,
    questionnaire: Instrument<'a>,
    catalogue: Option<CataloguePart<'a>>,
    simulation: SimulationPart,
    index: Option<IndexPart<'a>>,
    areas: Vec<AreaPart<'a>>,
    facets: Vec<FacetPart<'a>>,
    target: Option<TargetPart<'a>>,
    since: Option<SincePart<'a>>,
    peers: Option<PeersPart<'a>>,
    reference: Option<ReferencePart<'a>>,
    strengths: Vec<&'a str>,
    prospects: Vec<ProspectPart<'a>>,
    bottlenecks: Vec<Step<'a>>,
    levers: Vec<Step<'a>>,
    path: Option<PathPart<'a>>,
    next_question: Option<NextPart<'a>>,
    omission: Option<OmissionPart<'a>>,
    uneven: Vec<UnevenPart<'a>>,
    recommendations: Vec<AdvicePart<'a>>,
    roadmap: Option<RoadmapPart<'a>>,
    last_plan: Option<BeforePart<'a>>,
    answers: Vec<AnswerPart<'a>>,
}

#[derive(Serialize)]
struct Assessment<'a> {
    id: String,
    enterprise: &'a str,
    form: Form,
    created: String,
    changed: String,
    closed: Option<String>,
    interviewers: &'a [String],
    progress: Progress,
}

#[derive(Serialize)]
struct Instrument<'a> {
    id: &'a str,
    version: &'a str,
    hash: &'a str,
    title: Titles<'a>,
}

#[derive(Serialize)]
struct IndexPart<'a> {
    headline: f64,
    low: f64,
    high: f64,
    arithmetic: f64,
    imbalance: f64,
    minimum: f64,
    bottleneck: &'a str,
    band: BandPart<'a>,
    staged: u8,
    publication: &'static str,
    uncertainty: Option<IndexDoubt>,
}

#[derive(Serialize)]
struct BandPart<'a> {
    position: usize,
    title: Titles<'a>,
}

#[derive(Serialize)]
struct AreaPart<'a> {
    id: &'a str,
    title: Titles<'a>,
    weight: f64,
    score: Option<f64>,
    low: f64,
    high: f64,
    coverage: f64,
    answered: usize,
    applicable: usize,
    publication: &'static str,
    different_scope: bool,
    band: Option<BandPart<'a>>,
    staged: Option<u8>,
    reached: Vec<Reached>,
    enterprise: Option<f64>,
    environment: Option<f64>,
    uncertainty: Option<AreaDoubt>,
    in_index: Option<TermPart>,
    items: Vec<ItemPart<'a>>,
}

#[derive(Serialize)]
struct Reached {
    level: usize,
    share: f64,
    rating: char,
}

#[derive(Serialize)]
struct ItemPart<'a> {
    question: &'a str,
    weight: f64,
    locus: &'static str,
    state: &'static str,
    score: Option<f64>,
    points: Option<f64>,
    possible: Option<f64>,
    gain: Option<f64>,
}

#[derive(Serialize)]
struct FacetPart<'a> {
    group: &'a str,
    id: &'a str,
    title: Titles<'a>,
    score: Option<f64>,
    answered: usize,
    items: Vec<&'a str>,
}

#[derive(Serialize)]
struct Step<'a> {
    question: &'a str,
    from: f64,
    to: f64,
    gain: f64,
}

#[derive(Serialize)]
struct UnevenPart<'a> {
    area: &'a str,
    band: usize,
    staged: u8,
    answered: usize,
    at_top: usize,
    at_zero: usize,
    stopped_by: u8,
    reached: f64,
}

#[derive(Serialize)]
struct AdvicePart<'a> {
    id: &'a str,
    title: Titles<'a>,
    gain: Option<f64>,
    confidence: f64,
    effort: u8,
    priority: f64,
    horizon: &'static str,
    addressee: &'static str,
    items: Vec<&'a str>,
    because: Vec<&'a str>,
    areas: Vec<Move<'a>>,
    prerequisite: Option<&'a str>,
    replaces: Vec<&'a str>,
    catalogue: &'a [String],
    help: Vec<MentionPart<'a>>,
}

#[derive(Serialize)]
struct Move<'a> {
    area: &'a str,
    from: f64,
    to: f64,
}

#[derive(Serialize)]
struct AnswerPart<'a> {
    question: &'a str,
    status: &'static str,
    /// The value that counts, as typed; also when it was given by rule.
    value: Option<String>,
    by_rule: bool,
    #[serde(flatten)]
    answer: &'a Answer,
}

struct Writer<'a> {
    profile: &'a Profile,
    interview: &'a Interview,
    questionnaire: &'a Questionnaire,
    meta: &'a Meta,
    outlook: Outlook,
}

fn titles(text: &Localized) -> Titles<'_> {
    text.iter().map(|(lang, text)| (lang.tag(), text)).collect()
}

impl<'a> Writer<'a> {
    fn file(&self) -> File<'a> {
        let profile = self.profile;
        File {
            format: FORMAT,
            program: PROGRAM,
            made: self.meta.made.to_string(),
            assessment: self.assessment(),
            questionnaire: self.instrument(),
            catalogue: self.catalogue(),
            simulation: self.simulation(),
            index: profile.scores.index.as_ref().map(|index| self.index(index)),
            areas: profile.scores.areas.enumerate().map(|(area, score)| self.area(area, score)).collect(),
            facets: self.facets(),
            target: self.target(),
            since: self.since(),
            peers: self.peers(),
            reference: self.reference(),
            prospects: profile.prospects.iter().map(|ix| self.prospect(*ix)).collect(),
            strengths: profile.strengths.iter().map(|ix| self.id(*ix)).collect(),
            bottlenecks: profile.bottlenecks.iter().map(|lever| self.step(lever)).collect(),
            levers: profile.levers.iter().map(|lever| self.step(lever)).collect(),
            path: self.path(),
            next_question: self.next(),
            omission: self.omission(),
            uneven: profile.uneven.iter().map(|uneven| self.uneven(uneven)).collect(),
            recommendations: profile.advice.iter().map(|advice| self.advice(advice)).collect(),
            roadmap: self.roadmap(),
            last_plan: self.before(),
            answers: self.answers(),
        }
    }

    fn assessment(&self) -> Assessment<'a> {
        let meta = self.meta;
        Assessment {
            id: meta.assessment.to_string(),
            enterprise: &meta.enterprise,
            form: self.interview.form(),
            created: meta.created.to_string(),
            changed: meta.changed.to_string(),
            closed: meta.closed.map(|time| time.to_string()),
            interviewers: &meta.interviewers,
            progress: self.profile.progress,
        }
    }

    fn instrument(&self) -> Instrument<'a> {
        let questionnaire = self.questionnaire;
        Instrument {
            id: questionnaire.id.as_str(),
            version: &questionnaire.version,
            hash: &questionnaire.hash,
            title: titles(&questionnaire.title),
        }
    }

    fn id(&self, question: QuestionIx) -> &'a str {
        self.questionnaire.questions[question].id.as_str()
    }

    fn area_id(&self, area: AreaIx) -> &'a str {
        self.questionnaire.areas[area].id.as_str()
    }

    fn recommendation_id(&self, recommendation: RecommendationIx) -> &'a str {
        &self.questionnaire.recommendations[recommendation].id
    }

    fn band(&self, position: usize) -> BandPart<'a> {
        let title = self.questionnaire.bands.get(position).map(|band| titles(&band.title)).unwrap_or_default();
        BandPart { position, title }
    }

    fn index(&self, index: &Index) -> IndexPart<'a> {
        IndexPart {
            headline: index.headline,
            low: index.low,
            high: index.high,
            arithmetic: index.arithmetic,
            imbalance: index.imbalance,
            minimum: index.minimum,
            bottleneck: self.area_id(index.bottleneck),
            band: self.band(index.band),
            staged: index.staged,
            publication: publication(index.publication),
            uncertainty: self.index_doubt(),
        }
    }

    fn area(&self, area: AreaIx, score: &AreaScore) -> AreaPart<'a> {
        let reached = (1..).zip(score.reached);
        AreaPart {
            id: self.area_id(area),
            title: titles(&self.questionnaire.areas[area].title),
            weight: self.questionnaire.areas[area].weight,
            score: score.shown(),
            low: score.low,
            high: score.high,
            coverage: score.coverage,
            answered: score.answered,
            applicable: score.applicable,
            publication: publication(score.publication),
            different_scope: score.different_scope,
            band: score.band.map(|position| self.band(position)),
            staged: score.staged,
            reached: reached
                .map(|(level, share)| Reached {
                    level,
                    share,
                    rating: Rating::of(&self.questionnaire.method, share).letter(),
                })
                .collect(),
            enterprise: score.enterprise.filter(|_| score.shown().is_some()),
            environment: score.environment.filter(|_| score.shown().is_some()),
            uncertainty: self.area_doubt(area),
            in_index: self.term(area),
            items: explain(self.questionnaire, self.profile, area).iter().map(|item| self.item(item)).collect(),
        }
    }

    fn item(&self, item: &Contribution) -> ItemPart<'a> {
        let question = &self.questionnaire.questions[item.question];
        ItemPart {
            question: question.id.as_str(),
            weight: item.weight,
            locus: match question.item.as_ref().map(|item| item.locus) {
                Some(Locus::Environment) => "environment",
                Some(Locus::Enterprise) | None => "enterprise",
            },
            state: match item.state {
                ItemState::Scored(_) => "scored",
                ItemState::Missing => "missing",
                ItemState::Excluded => "excluded",
            },
            score: item.state.score(),
            points: item.points,
            possible: item.possible,
            gain: item.gain,
        }
    }

    fn facets(&self) -> Vec<FacetPart<'a>> {
        let questionnaire = self.questionnaire;
        let items = &self.profile.scores.items;
        let part = |group: &'a str, facet| {
            let tagged = score::states(questionnaire, items).filter(|(_, item, _)| item.facets.contains(&facet));
            let answered = tagged.filter(|(.., state)| state.score().is_some());
            let items: Vec<&str> = answered.map(|(ix, ..)| self.id(ix)).collect();
            FacetPart {
                group,
                id: &questionnaire.facets[facet].id,
                title: titles(&questionnaire.facets[facet].title),
                score: self.profile.scores.facets[facet],
                answered: items.len(),
                items,
            }
        };
        let groups = questionnaire.facet_groups.iter();
        groups.flat_map(|group| group.facets.iter().map(|facet| part(&group.id, *facet)).collect::<Vec<_>>()).collect()
    }

    fn step(&self, lever: &Lever) -> Step<'a> {
        Step { question: self.id(lever.question), from: lever.from, to: lever.to, gain: lever.gain }
    }

    fn uneven(&self, uneven: &Uneven) -> UnevenPart<'a> {
        UnevenPart {
            area: self.area_id(uneven.area),
            band: uneven.band,
            staged: uneven.staged,
            answered: uneven.answered,
            at_top: uneven.at_top,
            at_zero: uneven.at_zero,
            stopped_by: uneven.stopped_by,
            reached: uneven.reached,
        }
    }

    fn advice(&self, advice: &Advice) -> AdvicePart<'a> {
        let recommendation = &self.questionnaire.recommendations[advice.recommendation];
        let ids = |questions: &[QuestionIx]| questions.iter().map(|ix| self.id(*ix)).collect();
        let moved = advice.areas.iter();
        AdvicePart {
            id: &recommendation.id,
            title: titles(&recommendation.title),
            gain: advice.gain,
            confidence: advice.confidence,
            effort: recommendation.effort,
            priority: advice.priority,
            horizon: match recommendation.horizon {
                Horizon::Now => "0-3",
                Horizon::Year => "3-12",
                Horizon::Later => "12+",
            },
            addressee: match recommendation.addressee {
                Addressee::Enterprise => "enterprise",
                Addressee::Cluster => "cluster",
                Addressee::State => "state",
            },
            items: ids(&recommendation.items),
            because: ids(&advice.because),
            areas: moved.map(|area| Move { area: self.area_id(area.area), from: area.from, to: area.to }).collect(),
            prerequisite: recommendation.prerequisite.map(|ix| self.recommendation_id(ix)),
            replaces: advice.replaces.iter().map(|ix| self.recommendation_id(*ix)).collect(),
            catalogue: &recommendation.catalogue,
            help: self.help(advice),
        }
    }

    fn answers(&self) -> Vec<AnswerPart<'a>> {
        let questions = self.questionnaire.questions.enumerate();
        let answerable = questions.filter(|(_, question)| question.kind.is_answerable());
        answerable.map(|(ix, _)| self.answer(ix)).collect()
    }

    fn answer(&self, ix: QuestionIx) -> AnswerPart<'a> {
        let value = self.interview.effective_value(ix);
        AnswerPart {
            question: self.id(ix),
            status: self.interview.status(ix).word(),
            value: value.map(ToString::to_string),
            by_rule: value.is_some() && !self.interview.is_asked(ix),
            answer: self.interview.answer(ix),
        }
    }
}

const fn publication(publication: Publication) -> &'static str {
    match publication {
        Publication::Suppressed => "suppressed",
        Publication::Provisional => "provisional",
        Publication::Published => "published",
    }
}
