//! `tashxis template`: a questionnaire as a spreadsheet to be filled in; and what comes back, for `tashxis import`.

use std::path::Path;
use std::sync::Arc;

use jiff::Zoned;
use uuid::Uuid;

use super::args;
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, exchange, files, places, shelf};
use crate::engine::id::AssessmentId;
use crate::engine::interview::{Form, Interview};
use crate::engine::library::{Depth, Library, NewAssessment};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::read::read;
use crate::engine::text::{Finding, Message, canonical};
use crate::session::fresh::{newest, unfit};
use crate::spreadsheet::{self, Filled, Grid, Kind, Sound, Stamp};
use crate::store::Store;
use crate::store::take::Taken;

/// Writes the spreadsheet.
pub fn run(shell: &Shell, args: &args::Template) -> Result<Verdict, Failure> {
    let Some(path) = &args.target.output else {
        return Err(Failure::usage(Message::new("spreadsheet-needs-output")));
    };
    let Some(kind) = kind(path) else {
        let message = Message::new("spreadsheet-needs-ending").with("path", path.display().to_string());
        return Err(Failure::usage(message));
    };
    let mut shelf = shelf::gather(shell);
    let chosen = shelf::choose(&mut shelf, &args.questionnaire)?;
    let Some(questionnaire) = shelf.get(chosen) else { return Ok(Verdict::Done) };
    let form = if args.quick { Form::Quick } else { Form::Full };
    if !questionnaire.offers(form) {
        return Err(Failure::usage(Message::new("cli-no-quick-form").with("id", questionnaire.id.as_str())));
    }
    let firm = canonical(args.name.as_deref().unwrap_or_default()).trim().to_owned();
    if let (Some(message), false) = (unfit(&firm), firm.is_empty()) {
        return Err(Failure::usage(message));
    }
    // A spreadsheet in a language that the questionnaire does not have would be in two languages.
    let languages = &questionnaire.languages;
    let own = if languages.contains(&shell.lang().written()) { Some(shell.lang()) } else { languages.first().copied() };
    let texts = places::texts(own.unwrap_or(shell.lang()));
    let stamp = Stamp {
        id: Uuid::now_v7(),
        questionnaire: questionnaire.id.clone(),
        version: questionnaire.version.clone(),
        hash: questionnaire.hash.clone(),
        form,
        lang: texts.lang(),
        firm,
    };
    let failed = |cause: String| Failure::system(Message::new("spreadsheet-unwritten").with("cause", cause));
    let bytes = match kind {
        Kind::Xlsx => spreadsheet::xlsx(questionnaire, &texts, &stamp).map_err(|error| failed(error.to_string()))?,
        Kind::Csv => spreadsheet::csv(questionnaire, &texts, &stamp).map_err(|error| failed(error.to_string()))?,
    };
    files::write(path, &bytes, args.target.force)?;
    shell.say(&Message::new("cli-written").with("path", path.display().to_string()))?;
    Ok(Verdict::Done)
}

/// The kind of spreadsheet that the ending of a file tells.
pub fn kind(path: &Path) -> Option<Kind> {
    match path.extension()?.to_str()?.to_lowercase().as_str() {
        "xlsx" => Some(Kind::Xlsx),
        "csv" => Some(Kind::Csv),
        _ => None,
    }
}

/// Whether a file is a spreadsheet of a kind that is not read.
pub fn is_of_another_program(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    ["xls", "xlsm", "xlsb", "ods", "numbers", "tsv"].contains(&ending.as_str())
}

/// Takes in a spreadsheet that was filled in, whole or not at all.
pub fn import(shell: &Shell, store: &mut Store, path: &Path, bytes: &[u8], kind: Kind) -> Result<Verdict, Failure> {
    let file = path.display().to_string();
    let whole = |message| vec![Finding { place: Message::new("spreadsheet-at-file"), message }];
    let filled = Grid::read(bytes, kind).map_err(whole).and_then(|grid| Filled::read(&grid));
    let filled = match filled {
        Ok(filled) => filled,
        Err(findings) => return Ok(exchange::refused(shell, &file, &findings)),
    };
    let questionnaire = match questionnaire(shell, store, &filled.stamp)? {
        Ok(questionnaire) => questionnaire,
        Err(message) => return Ok(exchange::refused(shell, &file, &whole(message))),
    };
    let mut findings: Vec<Finding> =
        unfit(&canonical(&filled.stamp.firm)).map(|it| filled.at_firm(it)).into_iter().collect();
    let sound = match spreadsheet::judged(&filled, &questionnaire, Zoned::now(), filled.stamp.lang) {
        Ok(sound) if findings.is_empty() => sound,
        Ok(_) => return Ok(exchange::refused(shell, &file, &findings)),
        Err(more) => {
            findings.extend(more);
            return Ok(exchange::refused(shell, &file, &findings));
        }
    };
    take_in(shell, store, &file, &filled.stamp, questionnaire, &sound)
}

/// The questionnaire that a file belongs to, from the shelf or from the database; or why there is none.
fn questionnaire(shell: &Shell, store: &Store, stamp: &Stamp) -> Result<Result<Arc<Questionnaire>, Message>, Failure> {
    let shelf = shelf::gather(shell);
    if let Some(found) = shelf.iter().find(|it| it.hash == stamp.hash && it.id == stamp.questionnaire) {
        return Ok(Ok(Arc::clone(found)));
    }
    let kept = store.reading()?.questionnaires(stamp.questionnaire.as_str())?;
    let kept = kept.iter().filter_map(|text| read(text).ok()).find(|(it, _)| it.hash == stamp.hash);
    if let Some((found, _)) = kept {
        return Ok(Ok(Arc::new(found)));
    }
    let short = |text: &str| text.chars().take(60).collect::<String>();
    let id = short(stamp.questionnaire.as_str());
    Ok(Err(match newest(&shelf, &stamp.questionnaire).and_then(|at| shelf.get(at)) {
        Some(here) => Message::new("spreadsheet-other-version")
            .with("id", id)
            .with("version", short(&stamp.version))
            .with("here", here.version.as_str()),
        None => Message::new("spreadsheet-other-questionnaire").with("id", id),
    }))
}

fn take_in(
    shell: &Shell,
    store: &mut Store,
    file: &str,
    stamp: &Stamp,
    questionnaire: Arc<Questionnaire>,
    sound: &Sound,
) -> Result<Verdict, Failure> {
    let id = stamp.assessment();
    let progress = sound.interview.progress();
    let enterprise = canonical(&stamp.firm).trim().to_owned();
    let new = NewAssessment { enterprise, questionnaire, form: stamp.form, lang: stamp.lang, previous: None };
    let taken = store.take_in(id, &new, &sound.events, progress)?;
    let told = |key| Message::new(key).with("file", file).with("enterprise", new.enterprise.as_str());
    let short = short(store, id)?;
    match taken {
        Taken::New => {
            let message = told("spreadsheet-imported").with("id", short);
            shell.say(&message.with("done", progress.done).with("asked", progress.asked))?;
            Ok(Verdict::Done)
        }
        Taken::Here => {
            let differing = differing(store, id, &sound.interview)?;
            if differing == 0 {
                shell.say(&told("spreadsheet-here-already").with("id", short))?;
                return Ok(Verdict::Done);
            }
            shell.accuse(&told("spreadsheet-here-differs").with("id", short).with("count", differing));
            Ok(Verdict::Problems)
        }
        Taken::Erased(time) => {
            shell.accuse(&told("spreadsheet-erased").with("day", shell.texts.day(time)));
            Ok(Verdict::Problems)
        }
    }
}

/// The shortest end of an id that tells it here.
fn short(store: &Store, id: AssessmentId) -> Result<String, Failure> {
    let all: Vec<AssessmentId> = store.all()?.into_iter().map(|summary| summary.id).collect();
    Ok(super::ids::shorts(&all).remove(&id).unwrap_or_else(|| id.to_string()))
}

/// At how many questions the assessment that is here says something else than the file.
fn differing(store: &Store, id: AssessmentId, filled: &Interview) -> Result<usize, Failure> {
    let kept: std::collections::HashMap<_, _> = store.standing(id, Depth::Answers)?.answers.into_iter().collect();
    let questions = filled.questionnaire().questions.enumerate();
    let differs = |(ix, question): &(_, &crate::engine::questionnaire::Question)| {
        kept.get(&question.id).cloned().unwrap_or_default() != *filled.answer(*ix)
    };
    Ok(questions.filter(differs).count())
}
