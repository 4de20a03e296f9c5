//! `tashxis check`: every problem of questionnaires and catalogues, what they hold, whether reference
//! answers give what they expect, and what has grown old.

use std::sync::Arc;

use jiff::Zoned;
use jiff::civil::Date;
use serde::Serialize;

use super::args;
use super::failure::Failure;
use super::shelf::{self, Source};
use super::shell::{Shell, readable};
use super::{Verdict, places};
use crate::engine::catalogue::{self, Catalogue};
use crate::engine::id::{QuestionIx, RecommendationIx};
use crate::engine::interview::Refusal;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::inventory::inventory;
use crate::engine::questionnaire::problem::{Problem, Severity};
use crate::engine::questionnaire::read::read;
use crate::engine::reference::{Difference, Figure, differences};
use crate::engine::rehearsal::search;
use crate::engine::text::Message;
use crate::report;
use crate::report::diagnostics::{self, Diagnostic};
use crate::tui::theme;

mod stale;

/// The name and version of the format for programs.
const FORMAT: &str = "tashxis-check/1";

/// The made-up interviews of each form in which contradictions are searched.
const MADE_UP: u32 = 200;

/// The width of an inventory.
const COLUMNS: usize = 80;

/// Whatever was found in one file.
struct Checked {
    source: Source,
    problems: Vec<Problem>,
    /// The questionnaire, if the file has no error.
    questionnaire: Option<Arc<Questionnaire>>,
    /// The catalogue, if it is one and has no error.
    catalogue: Option<Catalogue>,
    /// Differences, each with the reference's name; those of made-up interviews have none.
    differences: Vec<(Option<String>, Difference)>,
}

/// Checks the files that were named, or every questionnaire and the catalogue at hand.
pub fn run(shell: &Shell, args: &args::Check) -> Result<Verdict, Failure> {
    let checked: Vec<Checked> = sources(args)?.into_iter().map(check).collect();
    if args.json {
        shell.print_text(&json(shell, &checked, args.as_of))?;
    } else {
        shell.print_exactly(&text(shell, &checked, args.as_of))?;
    }
    let is_stale = |file: &Checked| match (&file.catalogue, args.as_of) {
        (Some(catalogue), Some(day)) => !catalogue::stale(catalogue, day).is_empty(),
        _ => false,
    };
    let is_wrong = |file: &Checked| file.errors() > 0 || is_stale(file);
    Ok(if checked.iter().any(is_wrong) { Verdict::Problems } else { Verdict::Done })
}

fn sources(args: &args::Check) -> Result<Vec<Source>, Failure> {
    if !args.files.is_empty() {
        return args.files.iter().map(|path| shelf::source(path)).collect();
    }
    let own = places::questionnaires().into_iter().map(|path| shelf::source(&path));
    shelf::builtin().map(Ok).chain(own).chain([shelf::catalogue_source()]).collect()
}

fn check(source: Source) -> Checked {
    if catalogue::is_one(&source.text) {
        check_catalogue(source)
    } else if theme::is_one(&source.text) {
        let problems = theme::read(&source.text, theme::Depth::default()).err().unwrap_or_default();
        Checked { source, problems, questionnaire: None, catalogue: None, differences: Vec::new() }
    } else {
        check_questionnaire(source)
    }
}

/// Checks a catalogue, alone and against the questionnaire offered by default, which it may not be meant for.
fn check_catalogue(source: Source) -> Checked {
    let (catalogue, mut problems) = match catalogue::read(&source.text) {
        Ok((catalogue, warnings)) => (Some(catalogue), warnings),
        Err(problems) => (None, problems),
    };
    let default = BUILTIN.first().and_then(|builtin| read(builtin.text).ok());
    if let (Some(catalogue), Some((questionnaire, _))) = (&catalogue, default) {
        problems.extend(catalogue::against(catalogue, &questionnaire));
        problems.sort_by_key(|problem| problem.span.start);
    }
    Checked { source, problems, questionnaire: None, catalogue, differences: Vec::new() }
}

fn check_questionnaire(source: Source) -> Checked {
    let (questionnaire, problems) = match read(&source.text) {
        Ok((questionnaire, warnings)) => (Some(Arc::new(questionnaire)), warnings),
        Err(problems) => (None, problems),
    };
    let of = |questionnaire: &Arc<Questionnaire>| {
        let references = questionnaire.references.iter();
        let found = references.flat_map(|reference| {
            let differences = differences(questionnaire, reference, Zoned::now()).into_iter();
            differences.map(|difference| (Some(reference.id.clone()), difference)).collect::<Vec<_>>()
        });
        let made_up = search(questionnaire, &Zoned::now(), MADE_UP).into_iter().map(Difference::Contradiction);
        found.chain(made_up.map(|difference| (None, difference))).collect()
    };
    let differences = questionnaire.as_ref().map(of).unwrap_or_default();
    Checked { source, problems, questionnaire, catalogue: None, differences }
}

impl Checked {
    fn errors(&self) -> usize {
        let errors = self.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        errors + self.differences.len()
    }

    fn warnings(&self) -> usize {
        self.problems.iter().filter(|problem| problem.severity == Severity::Warning).count()
    }
}

fn text(shell: &Shell, checked: &[Checked], as_of: Option<Date>) -> String {
    let say = |message: &Message| readable(&shell.texts.say(message));
    let now = Zoned::now();
    let mut out = String::new();
    for file in checked {
        // Colours may stand in it, so the name is made readable beforehand.
        let name = readable(&file.source.name);
        let shown = diagnostics::render(&file.problems, &name, &file.source.text, &say, shell.look());
        if !shown.is_empty() {
            out += &shown;
            out.push('\n');
        }
        for (reference, difference) in &file.differences {
            let key = if reference.is_some() { "cli-reference" } else { "cli-made-up" };
            let what = Message::new(key)
                .with("file", file.source.name.as_str())
                .with("reference", reference.as_deref().unwrap_or_default())
                .with("difference", difference_text(shell, file, difference));
            out.push_str(&(shell.texts.get("check-word-error") + ": " + &say(&what) + "\n"));
        }
        if let Some(questionnaire) = &file.questionnaire {
            let found = inventory(questionnaire, &now);
            let written = report::inventory(questionnaire, &found, &shell.texts, COLUMNS);
            out.push_str(&readable(&written));
        }
        out.push_str(&(say(&verdict(file)) + "\n"));
        if let (Some(catalogue), Some(day)) = (&file.catalogue, as_of) {
            out.push_str(&readable(&stale::lines(catalogue, day, &shell.texts)));
        }
    }
    let count = |of: fn(&Checked) -> usize| checked.iter().map(of).sum::<usize>();
    if checked.len() > 1 {
        let total = Message::new("cli-checked").with("files", checked.len());
        let total = total.with("errors", count(Checked::errors)).with("warnings", count(Checked::warnings));
        out.push_str(&(say(&total) + "\n"));
    }
    out
}

fn verdict(file: &Checked) -> Message {
    let (errors, warnings) = (file.errors(), file.warnings());
    let key = match (errors + warnings, &file.catalogue) {
        (0, Some(_)) => "cli-check-catalogue-good",
        (0, None) => "cli-check-good",
        _ => "cli-check-found",
    };
    let message = Message::new(key).with("file", file.source.name.as_str()).with("errors", errors);
    let questionnaire = file.questionnaire.as_ref();
    message
        .with("warnings", warnings)
        .with("records", file.catalogue.as_ref().map_or(0, |it| it.records.len()))
        .with("questions", questionnaire.map_or(0, |it| it.questions.len()))
        .with("references", questionnaire.map_or(0, |it| it.references.len()))
}

fn difference_text(shell: &Shell, file: &Checked, difference: &Difference) -> String {
    let number = |value: f64| shell.texts.number(value, 2);
    let got_or_none = |got: Option<f64>| got.map_or_else(|| shell.texts.get("cli-reference-none"), number);
    let message = match difference {
        Difference::Refused { question, typed, reason } => Message::new("cli-reference-refused")
            .with("question", file.question(*question))
            .with("typed", typed.as_str())
            .with("reason", shell.texts.say(&refusal(reason))),
        Difference::Number { figure, expected, got } => Message::new(match figure {
            Figure::Index => "cli-reference-index",
            Figure::Level => "cli-reference-level",
            Figure::Area(_) => "cli-reference-area",
            Figure::Path => "cli-reference-path",
        })
        .with("area", file.area(*figure))
        .with("expected", number(*expected))
        .with("got", got_or_none(*got)),
        Difference::Lacking(id) => Message::new("cli-reference-lacking").with("recommendation", id.as_str()),
        Difference::Unexpected(id) => Message::new("cli-reference-unexpected").with("recommendation", id.as_str()),
        Difference::Contradiction(found) => Message::new("cli-contradiction")
            .with("one", file.recommendation(found.one))
            .with("other", file.recommendation(found.other))
            .with("answers", file.answers(&found.answers)),
    };
    shell.texts.say(&message)
}

fn refusal(reason: &Refusal) -> Message {
    match reason {
        Refusal::Closed => Message::new("tui-closed"),
        Refusal::NotAsked => Message::new("tui-not-asked"),
        Refusal::NotOffered => Message::new("tui-not-offered"),
        Refusal::Input(error) => error.0.clone(),
        Refusal::Constraint(_) => Message::new("tui-constraint"),
    }
}

impl Checked {
    fn question(&self, ix: QuestionIx) -> String {
        self.questionnaire.as_ref().map(|it| it.questions[ix].id.to_string()).unwrap_or_default()
    }

    fn recommendation(&self, ix: RecommendationIx) -> String {
        self.questionnaire.as_ref().map(|it| it.recommendations[ix].id.clone()).unwrap_or_default()
    }

    fn answers(&self, answers: &[(QuestionIx, String)]) -> String {
        let written = answers.iter().map(|(ix, typed)| format!("{} = {typed}", self.question(*ix)));
        written.collect::<Vec<_>>().join("; ")
    }

    fn area(&self, figure: Figure) -> String {
        match (figure, &self.questionnaire) {
            (Figure::Area(area), Some(questionnaire)) => questionnaire.areas[area].id.to_string(),
            _ => String::new(),
        }
    }
}

#[derive(Serialize)]
struct Output {
    format: &'static str,
    files: Vec<FileOutput>,
}

#[derive(Serialize)]
struct FileOutput {
    file: String,
    errors: usize,
    warnings: usize,
    problems: Vec<Diagnostic>,
    references: Vec<ReferenceOutput>,
    /// What of a catalogue is stale on the day that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    stale: Option<Vec<stale::StaleOutput>>,
}

#[derive(Serialize)]
struct ReferenceOutput {
    /// Absent for made-up interviews.
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    what: &'static str,
    /// The question, area or recommendation concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    expected: serde_json::Value,
    got: serde_json::Value,
}

fn json(shell: &Shell, checked: &[Checked], as_of: Option<Date>) -> String {
    let say = |message: &Message| shell.texts.say(message);
    let file = |file: &Checked| FileOutput {
        file: file.source.name.clone(),
        errors: file.errors(),
        warnings: file.warnings(),
        problems: diagnostics::diagnostics(&file.problems, &file.source.name, &file.source.text, &say),
        references: file
            .differences
            .iter()
            .map(|(reference, it)| reference_output(shell, file, reference.as_deref(), it))
            .collect(),
        stale: file.catalogue.as_ref().zip(as_of).map(|(catalogue, day)| stale::output(catalogue, day)),
    };
    let output = Output { format: FORMAT, files: checked.iter().map(file).collect() };
    let mut text = serde_json::to_string_pretty(&output).unwrap_or_default();
    text.push('\n');
    text
}

fn reference_output(
    shell: &Shell,
    file: &Checked,
    reference: Option<&str>,
    difference: &Difference,
) -> ReferenceOutput {
    let (what, id, expected, got) = match difference {
        Difference::Refused { question, typed, reason } => {
            let reason = shell.texts.say(&refusal(reason));
            ("answer", Some(file.question(*question)), typed.as_str().into(), reason.into())
        }
        Difference::Number { figure, expected, got } => {
            let (what, id) = match figure {
                Figure::Index => ("index", None),
                Figure::Level => ("level", None),
                Figure::Area(_) => ("area", Some(file.area(*figure))),
                Figure::Path => ("path", None),
            };
            (what, id, (*expected).into(), (*got).into())
        }
        Difference::Lacking(id) => ("recommendation", Some(id.clone()), true.into(), false.into()),
        Difference::Unexpected(id) => ("recommendation", Some(id.clone()), false.into(), true.into()),
        Difference::Contradiction(found) => {
            let other = file.recommendation(found.other);
            ("contradiction", Some(file.recommendation(found.one)), serde_json::Value::Null, other.into())
        }
    };
    ReferenceOutput { reference: reference.map(str::to_owned), what, id, expected, got }
}
