//! The arithmetic behind one number as tables: index, area, facet or item. Nothing is left to be believed: what
//! is computed again from the tables stands beside what is printed elsewhere.

use super::sheet::{Cell, Sheet, Table};
use crate::engine::answer::shown;
use crate::engine::explain::{self, AreaTerm, Arithmetic};
use crate::engine::id::{AreaIx, FacetIx, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::outlook::Outlook;
use crate::engine::profile::{Contribution, Profile};
use crate::engine::questionnaire::{Aggregation, Questionnaire, Scale};
use crate::engine::score::{ItemState, Rating};
use crate::engine::statistics::Spread;
use crate::engine::text::{Lang, Message};
use crate::engine::uncertainty::Factor;
use crate::i18n::Texts;

/// What is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The index.
    Index,
    /// An area.
    Area(AreaIx),
    /// A facet.
    Facet(FacetIx),
    /// An item.
    Item(QuestionIx),
}

impl Subject {
    /// What a name stands for, capitals or not: `index`, or the id of an area, facet or item.
    pub fn named(questionnaire: &Questionnaire, name: &str) -> Option<Self> {
        let is = |id: &str| id.eq_ignore_ascii_case(name);
        let area = || questionnaire.areas.enumerate().find(|(_, area)| is(area.id.as_str()));
        let facet = || questionnaire.facets.enumerate().find(|(_, facet)| is(facet.id.as_str()));
        let item = || questionnaire.items().find(|ix| is(questionnaire.questions[*ix].id.as_str()));
        if is("index") {
            return Some(Self::Index);
        }
        let area = area().map(|(ix, _)| Self::Area(ix));
        area.or_else(|| facet().map(|(ix, _)| Self::Facet(ix))).or_else(|| item().map(Self::Item))
    }
}

/// The explanation of one number, in the language of `texts` where titles and answers stand.
pub fn explain(profile: &Profile, interview: &Interview, outlook: &Outlook, texts: &Texts, subject: Subject) -> Sheet {
    let of = Explainer { profile, interview, questionnaire: interview.questionnaire(), outlook, texts };
    let (name, facts, tables) = match subject {
        Subject::Index => of.index(),
        Subject::Area(area) => of.area(area),
        Subject::Facet(facet) => of.facet(facet),
        Subject::Item(question) => of.item(question),
    };
    Sheet {
        format: "tashxis-explanation/1",
        title: Message::new("stats-explain-title").with("name", name),
        facts,
        tables,
    }
}

type Facts = Vec<(&'static str, Cell)>;
type Parts = (String, Facts, Vec<Table>);

struct Explainer<'a> {
    profile: &'a Profile,
    interview: &'a Interview,
    questionnaire: &'a Questionnaire,
    outlook: &'a Outlook,
    texts: &'a Texts,
}

const fn figure(number: Option<f64>) -> Cell {
    Cell::Number(number, 2)
}

impl Explainer<'_> {
    fn lang(&self) -> Lang {
        self.texts.lang()
    }

    fn index(&self) -> Parts {
        let name = self.texts.get("stats-explain-index");
        let explained = explain::index(self.questionnaire, &self.profile.scores);
        let Some((explained, index)) = explained.zip(self.profile.scores.index.as_ref()) else {
            return (name, vec![("stats-score", figure(None))], Vec::new());
        };
        let bounds = explained.recompute_bounds();
        let mut facts = vec![
            ("stats-score", figure(Some(index.headline))),
            ("stats-again", figure(explained.recompute())),
            ("stats-kind-of-mean", Cell::Word(kind_of_mean(explained.method.aggregation))),
            ("stats-floor-of-areas", figure(Some(explained.method.floor))),
            ("stats-least", figure(bounds.map(|bounds| bounds.0))),
            ("stats-most", figure(bounds.map(|bounds| bounds.1))),
            ("stats-staged", Cell::Count(usize::from(index.staged))),
        ];
        if let Some(doubt) = &self.outlook.uncertainty.index {
            facts.extend(interval(doubt.headline, index.headline));
            let (low, high) = doubt.robust.around(index.headline);
            facts.extend([("stats-robust-low", figure(Some(low))), ("stats-robust-high", figure(Some(high)))]);
        }
        let rows = explained.terms.iter().map(|term| self.term(term)).collect();
        let columns = &[
            "stats-area",
            "stats-name",
            "stats-weight",
            "stats-share",
            "stats-score",
            "stats-counted",
            "stats-utility",
            "stats-term",
            "stats-slope",
            "stats-staged",
        ];
        let notes = vec![Message::new("stats-index-note")];
        (name, facts, vec![Table { name: "stats-areas", columns, rows, notes }, self.doubts()])
    }

    fn term(&self, term: &AreaTerm) -> Vec<Cell> {
        let area = &self.questionnaire.areas[term.area];
        let part = |pick: fn(&explain::AreaPart) -> f64| Cell::Number(term.part.as_ref().map(pick), 4);
        vec![
            Cell::Text(area.id.to_string()),
            Cell::Text(area.title.get(self.lang()).to_owned()),
            Cell::Number(Some(term.weight), 4),
            part(|part| part.share),
            figure(term.score),
            part(|part| part.counted),
            part(|part| part.utility),
            part(|part| part.term),
            part(|part| part.slope),
            self.profile.scores.areas[term.area].staged.map_or(figure(None), |level| Cell::Count(usize::from(level))),
        ]
    }

    /// The doubts that vary in the intervals.
    fn doubts(&self) -> Table {
        let options = &self.outlook.uncertainty.options;
        let varies = Factor::ALL.into_iter().filter(|factor| options.factors.has(*factor));
        Table {
            name: "stats-varied",
            columns: &["stats-factor"],
            rows: varies.map(|factor| vec![Cell::Word(super::stats::factor(factor))]).collect(),
            notes: vec![
                Message::new("stats-varied-note")
                    .with("draws", options.draws)
                    .with("seed", options.seed().map(|seed| seed.to_string()).unwrap_or_default())
                    .with("generator", self.outlook.uncertainty.generator),
            ],
        }
    }

    fn area(&self, ix: AreaIx) -> Parts {
        let explained = explain::area(self.questionnaire, self.profile, ix);
        let score = &self.profile.scores.areas[ix];
        let (least, most) = explained.recompute_bounds();
        let mut facts = vec![
            ("stats-score", figure(score.shown())),
            ("stats-again", figure(explained.recompute())),
            ("stats-earned", figure(Some(explained.earned))),
            ("stats-answered-weight", figure(Some(explained.answered))),
            ("stats-missing-weight", figure(Some(explained.missing))),
            ("stats-excluded-weight", figure(Some(explained.excluded))),
            ("stats-coverage", Cell::Share(Some(explained.recompute_coverage()))),
            ("stats-least", figure(Some(least))),
            ("stats-most", figure(Some(most))),
        ];
        if let Some(level) = score.staged {
            facts.push(("stats-staged", Cell::Count(usize::from(level))));
        }
        if let (Some(doubt), Some(score)) = (&self.outlook.uncertainty.areas[ix], score.shown()) {
            facts.extend(interval(doubt.spread, score));
        }
        let rows = explained.terms.iter().map(|term| self.contribution(term)).collect();
        let columns = &[
            "stats-item",
            "stats-name",
            "stats-state",
            "stats-weight",
            "stats-score",
            "stats-points",
            "stats-possible",
            "stats-gain",
        ];
        let items = Table { name: "stats-items", columns, rows, notes: vec![Message::new("stats-area-note")] };
        let area = &self.questionnaire.areas[ix];
        let name = format!("{} {}", area.id, area.title.get(self.lang()));
        (name, facts, vec![items, self.levels(ix), self.doubts()])
    }

    fn contribution(&self, term: &Contribution) -> Vec<Cell> {
        vec![
            Cell::Text(self.questionnaire.questions[term.question].id.to_string()),
            Cell::Text(self.questionnaire.questions[term.question].label.get(self.lang()).to_owned()),
            state(term.state),
            figure(Some(term.weight)),
            figure(term.state.score()),
            figure(term.points),
            figure(term.possible),
            figure(term.gain),
        ]
    }

    /// The share of the weight that reaches each level, and its rating.
    fn levels(&self, area: AreaIx) -> Table {
        let reached = self.profile.scores.areas[area].reached;
        let row = |(level, share): (usize, f64)| {
            let rating = Rating::of(&self.questionnaire.method, share).letter();
            vec![Cell::Count(level), Cell::Share(Some(share)), Cell::Text(rating.to_string())]
        };
        Table {
            name: "stats-levels",
            columns: &["stats-level", "stats-reached", "stats-rating"],
            rows: (1..).zip(reached).map(row).collect(),
            notes: vec![Message::new("stats-levels-note")],
        }
    }

    fn facet(&self, ix: FacetIx) -> Parts {
        let explained = explain::facet(self.questionnaire, &self.profile.scores, ix);
        let facts = vec![
            ("stats-score", figure(self.profile.scores.facets[ix])),
            ("stats-again", figure(explained.recompute())),
        ];
        let row = |(question, score): &(QuestionIx, Option<f64>)| {
            let question = &self.questionnaire.questions[*question];
            let label = question.label.get(self.lang()).to_owned();
            vec![Cell::Text(question.id.to_string()), Cell::Text(label), figure(*score)]
        };
        let table = Table {
            name: "stats-items",
            columns: &["stats-item", "stats-name", "stats-score"],
            rows: explained.items.iter().map(row).collect(),
            notes: vec![Message::new("stats-facet-note")],
        };
        let facet = &self.questionnaire.facets[ix];
        (format!("{} {}", facet.id, facet.title.get(self.lang())), facts, vec![table])
    }

    fn item(&self, ix: QuestionIx) -> Parts {
        let question = &self.questionnaire.questions[ix];
        let name = format!("{} {}", question.id, question.label.get(self.lang()));
        let now = self.profile.scores.items[ix];
        let Some(explained) = explain::item(self.interview, ix) else { return (name, Vec::new(), Vec::new()) };
        let answer = explained
            .value
            .as_ref()
            .map(|value| Cell::Text(shown(question, value, self.lang(), |number| self.texts.exact(number))));
        let mut facts: Facts = answer.into_iter().map(|answer| ("stats-answer", answer)).collect();
        facts.push(("stats-state", now.map_or(Cell::Word("stats-outside"), state)));
        facts.push(("stats-score", figure(now.and_then(ItemState::score))));
        facts.push(("stats-again", figure(explained.arithmetic.map(Arithmetic::recompute))));
        facts.extend(explained.arithmetic.map(numbers).unwrap_or_default());
        let lever = self.profile.levers.iter().find(|lever| lever.question == ix);
        if let Some(lever) = lever {
            facts.extend([("stats-step-to", figure(Some(lever.to))), ("stats-gain", figure(Some(lever.gain)))]);
        }
        (name, facts, Vec::new())
    }
}

/// The numbers that take part in a score, and the formula.
fn numbers(arithmetic: Arithmetic) -> Facts {
    let formula = |formula: &str| ("stats-formula", Cell::Text(formula.to_owned()));
    match arithmetic {
        Arithmetic::Level { level, top, reverse } => vec![
            formula(if reverse { "100·(1 − level/top)" } else { "100·level/top" }),
            ("stats-level", Cell::Count(usize::from(level))),
            ("stats-top", Cell::Count(usize::from(top))),
        ],
        Arithmetic::Goalposts { number, worst, best, scale } => vec![
            formula(match scale {
                Scale::Linear => "100·clip((x − worst)/(best − worst), 0, 1)",
                Scale::Log1p => "100·clip((g(x) − g(worst))/(g(best) − g(worst)), 0, 1), g(x) = ln(1 + x)",
                Scale::Log => "100·clip((g(x) − g(worst))/(g(best) − g(worst)), 0, 1), g(x) = ln x",
            }),
            ("stats-number", figure(Some(number))),
            ("stats-worst", figure(Some(worst))),
            ("stats-best", figure(Some(best))),
        ],
        Arithmetic::Count { counted, cap } => vec![
            formula("100·min(c, cap)/cap"),
            ("stats-counted-choices", Cell::Count(counted)),
            ("stats-cap", Cell::Count(usize::from(cap))),
        ],
        Arithmetic::Written(_) => vec![],
    }
}

const fn kind_of_mean(aggregation: Aggregation) -> &'static str {
    match aggregation {
        Aggregation::Arithmetic => "stats-arithmetic",
        Aggregation::Geometric => "stats-geometric",
        Aggregation::Harmonic => "stats-harmonic",
        Aggregation::Minimum => "stats-minimum",
        Aggregation::Power(_) => "stats-power",
    }
}

fn interval(spread: Spread, score: f64) -> Facts {
    let (low, high) = spread.around(score);
    vec![
        ("stats-interval-low", figure(Some(low))),
        ("stats-median", figure(Some(spread.median))),
        ("stats-interval-high", figure(Some(high))),
    ]
}

const fn state(state: ItemState) -> Cell {
    Cell::Word(match state {
        ItemState::Scored(_) => "stats-scored",
        ItemState::Missing => "stats-state-missing",
        ItemState::Excluded => "stats-excluded",
    })
}
