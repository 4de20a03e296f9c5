//! The shortest and the longest way through a form.
//!
//! Questions refer only to earlier ones, so all ways are followed at once, question by question. Two ways
//! are one as soon as no later condition can tell their answers apart; of them only the extremes are kept.
//! At a question that no condition reads, nothing branches.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Zoned;

use super::candidates::{Candidates, candidates};
use crate::engine::expr::{self, Expr, Value};
use crate::engine::id::{ArenaIndex, QuestionIx};
use crate::engine::interview::Form;
use crate::engine::questionnaire::check::{Trial, reading_value};
use crate::engine::questionnaire::timing::{belongs, seconds};
use crate::engine::questionnaire::{Choice, Kind, Model, Question};
use crate::engine::text::Lang;

/// The most ways that are followed side by side.
const MOST_WAYS: usize = 4_000;
/// What is measured of a way: its questions, and its seconds in each language.
const MEASURES: usize = 1 + Lang::WRITTEN.len();

/// The extremes among the ways through a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Paths {
    /// The form.
    pub form: Form,
    /// The shortest way of all, such as that of a respondent who does not consent.
    pub shortest: Extent,
    /// The shortest way on which a scored question is asked.
    pub scored: Option<Extent>,
    /// The longest way.
    pub longest: Extent,
    /// How far that is certain.
    pub search: Search,
}

/// How long a way is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The questions that a person answers.
    pub questions: usize,
    /// The minutes in each language of [`Lang::WRITTEN`].
    pub minutes: [f64; Lang::WRITTEN.len()],
}

impl Extent {
    fn new([questions, seconds @ ..]: [f64; MEASURES]) -> Self {
        Self { questions: questions as usize, minutes: seconds.map(|seconds| seconds / 60.0) }
    }

    /// The minutes in a language.
    pub fn minutes(&self, lang: Lang) -> f64 {
        let mut minutes = Lang::WRITTEN.iter().zip(self.minutes);
        minutes.find(|(other, _)| **other == lang.written()).map_or(0.0, |(_, minutes)| minutes)
    }
}

/// How far the extremes are certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// Every way that answers can lead was followed.
    Exact,
    /// Some conditions calculate with answers or read texts and dates: some answers were tried, not all.
    Sampled,
    /// There are too many ways side by side; only the shortest and longest were followed.
    Bounded,
}

/// Follows all ways through a form.
pub(super) fn paths(model: &Model, form: Form, now: &Zoned) -> Paths {
    let start = Trial { now: now.clone(), ..Trial::default() };
    let routing = Routing::of(model, form, &start);
    let complete = routing.tried.values().all(|candidates| candidates.complete);
    let mut search = if complete { Search::Exact } else { Search::Sampled };
    let mut ways = vec![Way { trial: start, scored: false, least: [0.0; MEASURES], most: [0.0; MEASURES] }];
    for ix in model.questions.indices() {
        ways = routing.step(ways, ix);
        if ways.len() > MOST_WAYS {
            ways = routing.extremes(ways, ix);
            search = Search::Bounded;
        }
    }
    let least = |ways: &mut dyn Iterator<Item = &Way>| ways.map(|way| way.least).reduce(lower).map(Extent::new);
    let nothing = Extent::new([0.0; MEASURES]);
    Paths {
        form,
        shortest: least(&mut ways.iter()).unwrap_or(nothing),
        scored: least(&mut ways.iter().filter(|way| way.scored)),
        longest: ways.iter().map(|way| way.most).reduce(higher).map_or(nothing, Extent::new),
        search,
    }
}

fn lower(one: [f64; MEASURES], other: [f64; MEASURES]) -> [f64; MEASURES] {
    merged(one, other, f64::min)
}

fn higher(one: [f64; MEASURES], other: [f64; MEASURES]) -> [f64; MEASURES] {
    merged(one, other, f64::max)
}

fn merged(one: [f64; MEASURES], other: [f64; MEASURES], pick: fn(f64, f64) -> f64) -> [f64; MEASURES] {
    let mut pairs = one.into_iter().zip(other);
    [(); MEASURES].map(|()| pairs.next().map_or(0.0, |(one, other)| pick(one, other)))
}

/// All ways that have led to the same answers, as far as later conditions read them.
#[derive(Clone, Debug)]
struct Way<'m> {
    trial: Trial<'m>,
    scored: bool,
    least: [f64; MEASURES],
    most: [f64; MEASURES],
}

impl Way<'_> {
    fn holds(&self, when: Option<&Expr>) -> bool {
        when.is_none_or(|when| expr::holds(when, &self.trial))
    }

    /// The same ways with one more answer that is read later.
    fn answering(&self, ix: QuestionIx, value: Value) -> Self {
        let mut way = self.clone();
        if !value.is_missing() {
            way.trial.answers.push((ix, value));
        }
        way
    }

    fn ask(&mut self, question: &Question) {
        self.scored |= question.item.is_some();
        let own = measured(question);
        self.least = merged(self.least, own, |one, other| one + other);
        self.most = merged(self.most, own, |one, other| one + other);
    }
}

fn measured(question: &Question) -> [f64; MEASURES] {
    let counted = if question.kind.is_answerable() { 1.0 } else { 0.0 };
    let mut measures = std::iter::once(counted).chain(Lang::WRITTEN.map(|lang| seconds(question, lang)));
    [(); MEASURES].map(|()| measures.next().unwrap_or_default())
}

/// Which answers decide the way, and for how long they are remembered.
struct Routing<'m> {
    model: &'m Model,
    form: Form,
    /// The last question at which an answer is read.
    last: BTreeMap<QuestionIx, QuestionIx>,
    /// The answers to try.
    tried: BTreeMap<QuestionIx, Candidates>,
}

impl<'m> Routing<'m> {
    fn of(model: &'m Model, form: Form, start: &Trial<'_>) -> Self {
        let mut readers: BTreeMap<QuestionIx, Vec<&'m Expr>> = BTreeMap::new();
        let mut last = BTreeMap::new();
        // Backwards, so that what decides over a deciding question is known to decide as well.
        for (ix, question) in model.questions.enumerate().rev() {
            let decides = readers.contains_key(&ix);
            let mut found: BTreeSet<QuestionIx> = BTreeSet::new();
            for expr in read_at(model, form, question, decides) {
                for read in expr.questions() {
                    readers.entry(*read).or_default().push(expr);
                    found.insert(*read);
                }
            }
            for read in found {
                last.entry(read).or_insert(ix);
            }
        }
        let shown = readers.into_iter().filter(|(ix, _)| belongs(&model.questions[*ix], form));
        let tried = shown.map(|(ix, exprs)| (ix, candidates(&model.questions[ix], &exprs, start))).collect();
        Self { model, form, last, tried }
    }

    /// The ways that promise to be shortest, and those that promise to be longest: by what was asked so
    /// far, and by what would be asked later as the answers stand.
    fn extremes(&self, ways: Vec<Way<'m>>, at: QuestionIx) -> Vec<Way<'m>> {
        let known = |way: &Way<'_>| way.trial.answers.iter().filter_map(|(read, _)| self.last.get(read)).max().copied();
        let horizon = ways.iter().filter_map(known).max().unwrap_or(at);
        let later = |way: &Way<'m>| {
            let asked = |(ix, question): &(QuestionIx, &'m Question)| {
                *ix > at && *ix <= horizon && belongs(question, self.form) && self.is_relevant(way, question)
            };
            self.model.questions.enumerate().filter(asked).count() as f64
        };
        let mut ranked: Vec<(f64, f64, Way<'m>)> = Vec::with_capacity(ways.len());
        for way in ways {
            let later = later(&way);
            let [least, ..] = way.least;
            let [most, ..] = way.most;
            ranked.push((least + later, most + later, way));
        }
        ranked.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut rest = ranked.split_off(MOST_WAYS / 2);
        rest.sort_by(|one, other| other.1.total_cmp(&one.1));
        rest.truncate(MOST_WAYS / 2);
        ranked.into_iter().chain(rest).map(|(.., way)| way).collect()
    }

    fn is_relevant(&self, way: &Way<'m>, question: &Question) -> bool {
        way.holds(self.model.sections[question.section].relevant.as_ref()) && way.holds(question.relevant.as_ref())
    }

    /// The ways after one more question.
    fn step(&self, ways: Vec<Way<'m>>, ix: QuestionIx) -> Vec<Way<'m>> {
        let question = &self.model.questions[ix];
        let before = ways.len();
        let mut after: Vec<Way<'m>> = Vec::with_capacity(before);
        for way in ways {
            self.follow(way, ix, question, &mut after);
        }
        let forgotten: Vec<QuestionIx> =
            self.last.iter().filter(|(_, last)| **last == ix).map(|(read, _)| *read).collect();
        if forgotten.is_empty() && after.len() == before {
            return after;
        }
        for way in &mut after {
            way.trial.answers.retain(|(read, _)| !forgotten.contains(read));
        }
        brought_together(after)
    }

    fn follow(&self, mut way: Way<'m>, ix: QuestionIx, question: &'m Question, after: &mut Vec<Way<'m>>) {
        let is_read = self.last.contains_key(&ix);
        if let Kind::Calculate(calculation) = &question.kind {
            let value = if is_read && self.is_relevant(&way, question) {
                expr::eval(calculation, &way.trial)
            } else {
                Value::missing()
            };
            after.push(way.answering(ix, value));
        } else if !belongs(question, self.form) {
            after.push(way);
        } else if !self.is_relevant(&way, question) {
            let by_rule = question.otherwise.as_ref().filter(|_| is_read).map(reading_value);
            after.push(by_rule.map_or_else(|| way.clone(), |value| way.answering(ix, value)));
        } else {
            way.ask(question);
            match self.tried.get(&ix) {
                None => after.push(way),
                Some(tried) => {
                    let possible = tried.values.iter().filter(|value| is_possible(&way, question, value));
                    after.extend(possible.map(|value| way.answering(ix, value.clone())));
                }
            }
        }
    }
}

/// The expressions that are evaluated when the way comes to a question.
fn read_at<'m>(model: &'m Model, form: Form, question: &'m Question, decides: bool) -> Vec<&'m Expr> {
    let mut read = Vec::new();
    if decides || belongs(question, form) {
        read.extend(model.sections[question.section].relevant.as_ref());
        read.extend(question.relevant.as_ref());
    }
    if decides {
        read.extend(question.constraint.as_ref());
        read.extend(question.kind.choices().and_then(|choices| choices.filter.as_ref()));
        if let Kind::Calculate(calculation) = &question.kind {
            read.push(calculation);
        }
    }
    read
}

/// Whether an answer is accepted as the earlier ones stand. No answer always is.
fn is_possible<'m>(way: &Way<'m>, question: &'m Question, value: &Value) -> bool {
    if value.is_missing() {
        return true;
    }
    let constraint = question.constraint.as_ref();
    let accepted = |when: &Expr| expr::holds(when, &Trial { current: value.clone(), ..way.trial.clone() });
    let offered =
        |choice: &'m Choice, filter: &Expr| expr::holds(filter, &Trial { choice: Some(choice), ..way.trial.clone() });
    let filtered = question.kind.choices().and_then(|choices| Some((choices, choices.filter.as_ref()?)));
    let ticked = value.to_text();
    constraint.is_none_or(accepted)
        && filtered.is_none_or(|(choices, filter)| {
            let chosen = ticked.split_whitespace().filter_map(|id| choices.find(&id.into()));
            chosen.into_iter().all(|choice| offered(choice, filter))
        })
}

/// Ways with the same remembered answers become one.
fn brought_together(ways: Vec<Way<'_>>) -> Vec<Way<'_>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Way<'_>> = Vec::new();
    for way in ways {
        let remembered: Vec<(usize, &Value)> =
            way.trial.answers.iter().map(|(ix, value)| (ix.to_usize(), value)).collect();
        let place = *places.entry(format!("{remembered:?} {}", way.scored)).or_insert(kept.len());
        match kept.get_mut(place) {
            None => kept.push(way),
            Some(same) => {
                same.least = lower(same.least, way.least);
                same.most = higher(same.most, way.most);
            }
        }
    }
    kept
}
