//! The worked example of the method page: every figure printed there is computed again from the questionnaire
//! and the answers that stand beside it, so the page cannot rot.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what it cannot do")]

use std::sync::Arc;

use jiff::tz::TimeZone;
use tashxis::engine::answer::{Answer, Response};
use tashxis::engine::id::{AreaIx, QuestionIx};
use tashxis::engine::interview::memory::MemoryJournal;
use tashxis::engine::interview::{Advance, Circumstances, Form, Interview};
use tashxis::engine::lever::Outcome;
use tashxis::engine::outlook::{Outlook, outlook_with};
use tashxis::engine::profile::{Profile, profile};
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::text::Lang;
use tashxis::engine::uncertainty::{MANY_DRAWS, Options, omissions};

const PAGE: &str = include_str!("../docs/method.md");

/// The code between a fence with that name and the next fence.
fn block(info: &str) -> &'static str {
    let start = format!("```{info}\n");
    let after = PAGE.split_once(&start).unwrap_or_else(|| panic!("no block `{info}`")).1;
    after.split_once("```").unwrap_or_else(|| panic!("`{info}` has no end")).0
}

/// The interview of the page.
fn interview() -> Interview {
    let (questionnaire, _) = read(block("toml")).unwrap_or_else(|problems| panic!("{problems:?}"));
    let questionnaire = Arc::new(questionnaire);
    let now = jiff::Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let mut interview = Interview::new(Arc::clone(&questionnaire), Form::Full, now);
    for line in block("answers").lines() {
        let (id, typed) = line.split_once('=').expect("an answer");
        let ix = questionnaire.find(id.trim()).expect("a question");
        let response = match typed.trim() {
            "don’t know" => Response::DontKnow,
            typed => Response::Value(questionnaire.questions[ix].parse(typed).expect("an answer").expect("not empty")),
        };
        let change = interview.propose(ix, Answer { response: Some(response), ..Answer::default() });
        let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
        let change = change.expect("an answer that fits");
        let _ = interview.commit(change, circumstances, &mut MemoryJournal::default());
    }
    interview
}

/// What the page's names stand for.
struct Example {
    interview: Interview,
    profile: Profile,
    outlook: Outlook,
    many: Outlook,
}

impl Example {
    fn new() -> Self {
        let interview = interview();
        let profile = profile(&interview);
        let outlook = outlook_with(&interview, &profile, &Options::default());
        let many = outlook_with(&interview, &profile, &Options::default().drawing(MANY_DRAWS));
        Self { interview, profile, outlook, many }
    }

    fn question(&self, id: &str) -> QuestionIx {
        self.interview.questionnaire().find(id).expect("a question")
    }

    fn area(&self, id: &str) -> AreaIx {
        let mut areas = self.interview.questionnaire().areas.enumerate();
        areas.find(|(_, area)| area.id.as_str() == id).expect("an area").0
    }

    /// The figure of a name such as `gain A1`.
    fn figure(&self, name: &str) -> Option<f64> {
        let scores = &self.profile.scores;
        let index = scores.index.as_ref()?;
        let (what, of) = name.split_once(' ').unwrap_or((name, ""));
        let simulated = |outlook: &Outlook| outlook.uncertainty.index.clone();
        let path = match self.outlook.ascent.as_ref().map(|ascent| &ascent.outcome) {
            Some(Outcome::Path(path)) => Some(path),
            _ => None,
        };
        Some(match what {
            "item" => scores.items[self.question(of)]?.score()?,
            "area" => scores.areas[self.area(of)].shown()?,
            "coverage" => scores.areas[self.area(of)].coverage,
            "least" => scores.areas[self.area(of)].low,
            "most" => scores.areas[self.area(of)].high,
            "level" => f64::from(scores.areas[self.area(of)].staged?),
            "index" => index.headline,
            "arithmetic" => index.arithmetic,
            "imbalance" => index.imbalance,
            "gain" => self.profile.levers.iter().find(|lever| lever.question == self.question(of))?.gain,
            "without" => {
                let left_out = omissions(self.interview.questionnaire(), scores);
                left_out.iter().find(|left_out| left_out.question == self.question(of))?.index?
            }
            "effort" => path?.effort as f64,
            "reached" => path?.score,
            "narrowing" => self.outlook.next.as_ref()?.narrowing(),
            "q05" => simulated(&self.outlook)?.headline.low,
            "median" => simulated(&self.outlook)?.headline.median,
            "q95" => simulated(&self.outlook)?.headline.high,
            "robust-q05" => simulated(&self.outlook)?.robust.low,
            "robust-q95" => simulated(&self.outlook)?.robust.high,
            "many-q05" => simulated(&self.many)?.headline.low,
            "many-q95" => simulated(&self.many)?.headline.high,
            "lowest" => self.outlook.uncertainty.areas[self.area(of)].as_ref()?.bottleneck?,
            _ => return None,
        })
    }
}

#[test]
fn every_figure_of_the_worked_example_comes_out_again() {
    let example = Example::new();
    let rows: Vec<(&str, &str)> = PAGE
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| line.split_once("` | "))
        .filter_map(|(name, rest)| Some((name, rest.split(" |").next()?)))
        .filter(|(_, printed)| printed.parse::<f64>().is_ok())
        .collect();
    assert!(rows.len() >= 25, "only {} figures are found on the page", rows.len());
    let mut wrong = Vec::new();
    for (name, printed) in rows {
        let places = printed.split_once('.').map_or(0, |(_, places)| places.len());
        let computed = example.figure(name).map(|figure| format!("{figure:.places$}"));
        if computed.as_deref() != Some(printed) {
            wrong.push(format!("{name}: printed {printed}, computed {computed:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_steps_of_the_path_are_those_of_the_page() {
    let example = Example::new();
    let Some(Outcome::Path(path)) = example.outlook.ascent.as_ref().map(|ascent| &ascent.outcome) else {
        panic!("no path")
    };
    let questions = &example.interview.questionnaire().questions;
    let steps: Vec<String> = path.steps.iter().map(|step| questions[step.question].id.to_string()).collect();
    let said = format!("Its steps are {}.", steps.join(", "));
    assert!(PAGE.contains(&said), "the page does not say: {said}");
}
