//! Everything about a file that can be judged without the database.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

use jiff::Timestamp;
use serde_json::Value;

use super::fields::{Fields, List, Place};
use super::format::{
    ActionBefore, ActionRecord, AssessmentRecord, EnterpriseRecord, FORMAT, File, QuestionnaireRecord, VERSION,
    WITHOUT_ROADMAP, WITHOUT_TARGET, WITHOUT_VISITS,
};
use super::{MOST_BYTES, MOST_OF_A_TEXT, MOST_VALUES};
use crate::engine::answer::Response;
use crate::engine::id::QuestionId;
use crate::engine::interview::journal::Event;
use crate::engine::questionnaire::{Question, Questionnaire, read};
use crate::engine::steps::{Steps, Stopped};
use crate::engine::text::{Finding, Message};
use crate::store::chain::{Anchor, hash_of};
use crate::store::replay::{FaultKind, replay};

/// Reads a file that has no problem in itself, or lists every problem.
pub(super) fn file(json: &[u8], steps: &Steps) -> Result<Result<File, Vec<Finding>>, Stopped> {
    let mut findings = Vec::new();
    let file = records(json, &mut findings);
    if let Some(file) = &file {
        let instruments = questionnaires(file, &mut findings);
        twice(file.enterprises.iter().map(|record| record.id), List::Enterprises, &mut findings);
        twice(file.assessments.iter().map(|record| record.anchor.id), List::Assessments, &mut findings);
        let mut event_ids = HashSet::new();
        steps.expect(2 * file.assessments.len());
        for (index, record) in file.assessments.iter().enumerate() {
            let place = Place::record(List::Assessments, index);
            let checked = Checked { place, record, instrument: instruments.get(record.anchor.questionnaire.as_str()) };
            checked.references(file, &mut findings);
            checked.history(&mut findings);
            checked.events(&mut event_ids, &mut findings);
            checked.rest(&mut findings);
            steps.step()?;
        }
    }
    Ok(file.filter(|_| findings.is_empty()).ok_or(findings))
}

/// Reads all records. Absent, if one of them cannot be read; the others have been looked at all the same.
fn records(json: &[u8], findings: &mut Vec<Finding>) -> Option<File> {
    let mut fields = Fields::of(parse(json, findings)?, Place::FILE, findings)?;
    let (format, version): (Option<String>, Option<u64>) = (fields.take("format"), fields.take("version"));
    let lists: [Option<Vec<Value>>; 3] = ["questionnaires", "enterprises", "assessments"].map(|name| fields.take(name));
    fields.finish();
    let version = check_format(&format?, version?, findings)?;
    let [questionnaires, enterprises, assessments] = lists;
    let questionnaires = each(questionnaires?, List::Questionnaires, findings, questionnaire);
    let enterprises = each(enterprises?, List::Enterprises, findings, enterprise);
    let assessments = each(assessments?, List::Assessments, findings, |fields| assessment(fields, version));
    Some(File {
        format: FORMAT,
        version: VERSION,
        questionnaires: questionnaires?,
        enterprises: enterprises?,
        assessments: assessments?,
    })
}

fn parse(json: &[u8], findings: &mut Vec<Finding>) -> Option<Value> {
    if json.len() > MOST_BYTES {
        let most = Message::new("import-too-large").with("most", MOST_BYTES >> 20);
        findings.push(Place::FILE.finding("", most));
        return None;
    }
    if values(json) > MOST_VALUES {
        findings.push(Place::FILE.finding("", Message::new("import-too-many-values").with("most", MOST_VALUES)));
        return None;
    }
    serde_json::from_slice(json)
        .map_err(|error| {
            let message = Message::new("import-not-json").with("line", error.line()).with("column", error.column());
            findings.push(Place::FILE.finding("", message.with("detail", error.to_string())));
        })
        .ok()
}

/// At most how many values there are, as the signs say that stand between them.
fn values(json: &[u8]) -> usize {
    let (mut count, mut in_text, mut escaped) = (1, false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b',' | b':' | b'[' | b'{' if !in_text => count += 1,
            _ => {}
        }
    }
    count
}

/// The path of the first text within a value that is too long to be kept.
fn too_long(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::String(text) => (text.len() > MOST_OF_A_TEXT).then(|| path.to_owned()),
        Value::Array(items) => (1..).zip(items).find_map(|(n, item)| too_long(item, &format!("{path}[{n}]"))),
        Value::Object(fields) => fields.iter().find_map(|(name, field)| {
            too_long(field, &if path.is_empty() { name.clone() } else { format!("{path}.{name}") })
        }),
        _ => None,
    }
}

/// The version of the file, if this program reads it.
fn check_format(format: &str, version: u64, findings: &mut Vec<Finding>) -> Option<u64> {
    if format == FORMAT && (WITHOUT_TARGET..=VERSION).contains(&version) {
        return Some(version);
    }
    let message = if format == FORMAT {
        Message::new("import-other-version").with("found", version.to_string()).with("known", VERSION.to_string())
    } else {
        Message::new("import-other-format").with("found", format).with("known", FORMAT)
    };
    findings.push(Place::FILE.finding("format", message));
    None
}

/// Reads every record of a list; absent, if one cannot be read.
fn each<T>(
    values: Vec<Value>,
    list: List,
    findings: &mut Vec<Finding>,
    read: impl Fn(&mut Fields) -> Option<T>,
) -> Option<Vec<T>> {
    let count = values.len();
    let mut records = Vec::new();
    for (index, value) in values.into_iter().enumerate() {
        if let Some(field) = too_long(&value, "") {
            let message = Message::new("import-text-too-long").with("most", MOST_OF_A_TEXT >> 20);
            findings.push(Place::record(list, index).finding(field, message));
            continue;
        }
        if let Some(mut fields) = Fields::of(value, Place::record(list, index), findings) {
            records.extend(read(&mut fields));
            fields.finish();
        }
    }
    (records.len() == count).then_some(records)
}

// Each reader asks for every field before it gives up, so that no problem stays unsaid.

fn questionnaire(fields: &mut Fields) -> Option<QuestionnaireRecord> {
    let [hash, id, version, text] = ["hash", "id", "version", "text"].map(|name| fields.take(name));
    Some(QuestionnaireRecord { hash: hash?, id: id?, version: version?, text: text? })
}

fn enterprise(fields: &mut Fields) -> Option<EnterpriseRecord> {
    let (id, name) = (fields.take("id"), fields.take("name"));
    Some(EnterpriseRecord { id: id?, name: name? })
}

fn assessment(fields: &mut Fields, version: u64) -> Option<AssessmentRecord> {
    let anchor = anchor(fields);
    let (changed, closed, archived) = (fields.take("changed"), fields.take("closed"), fields.take("archived"));
    let (position, progress) = (fields.take("position"), fields.whole("progress"));
    let target = if version == WITHOUT_TARGET { Some(None) } else { fields.whole("target") };
    let (events, drafts) = (fields.list("events"), fields.list("drafts"));
    let results = fields.list("results");
    let (previous, actions) = if version <= WITHOUT_ROADMAP {
        let actions: Option<Vec<ActionBefore>> = fields.list("actions");
        (Some(None), actions.zip(changed).map(|(actions, made)| actions.into_iter().map(|it| it.now(made)).collect()))
    } else {
        (fields.take("previous"), fields.list("actions"))
    };
    let (visits, stays) = if version <= WITHOUT_VISITS {
        (Some(Vec::new()), Some(Vec::new()))
    } else {
        (fields.list("visits"), fields.list("stays"))
    };
    Some(AssessmentRecord {
        anchor: anchor?,
        changed: changed?,
        closed: closed?,
        archived: archived?,
        position: position?,
        progress: progress?,
        target: target?,
        previous: previous?,
        events: events?,
        drafts: drafts?,
        results: results?,
        actions: actions?,
        visits: visits?,
        stays: stays?,
    })
}

fn anchor(fields: &mut Fields) -> Option<Anchor> {
    let (id, enterprise, questionnaire) = (fields.take("id"), fields.take("enterprise"), fields.take("questionnaire"));
    let (form, lang, created) = (fields.take("form"), fields.take("lang"), fields.take("created"));
    Some(Anchor {
        id: id?,
        enterprise: enterprise?,
        questionnaire: questionnaire?,
        form: form?,
        lang: lang?,
        created: created?,
    })
}

fn twice<T: Hash + Eq + ToString>(ids: impl Iterator<Item = T>, list: List, findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for (index, id) in ids.enumerate() {
        let value = id.to_string();
        if !seen.insert(id) {
            let message = Message::new("import-twice").with("value", value);
            findings.push(Place::record(list, index).finding("id", message));
        }
    }
}

/// Reads the questionnaires, by hash.
fn questionnaires<'a>(file: &'a File, findings: &mut Vec<Finding>) -> BTreeMap<&'a str, Questionnaire> {
    let mut instruments = BTreeMap::new();
    for (index, record) in file.questionnaires.iter().enumerate() {
        let mut wrong = |field: &str, message| {
            findings.push(Place::record(List::Questionnaires, index).finding(field, message));
        };
        if hash_of(&record.text) != record.hash {
            wrong("hash", Message::new("import-questionnaire-hash"));
        }
        let Ok((instrument, _)) = read::read(&record.text) else {
            wrong("text", Message::new("import-questionnaire-invalid"));
            continue;
        };
        for (field, stated, found) in
            [("id", &record.id, instrument.id.as_str()), ("version", &record.version, &instrument.version)]
        {
            if stated != found {
                wrong(field, Message::new("import-questionnaire-differs").with("found", found));
            }
        }
        if instruments.insert(record.hash.as_str(), instrument).is_some() {
            wrong("hash", Message::new("import-twice").with("value", record.hash.as_str()));
        }
    }
    instruments
}

/// One assessment under examination.
struct Checked<'a> {
    place: Place,
    record: &'a AssessmentRecord,
    instrument: Option<&'a Questionnaire>,
}

impl Checked<'_> {
    /// The enterprise and the questionnaire are in the file.
    fn references(&self, file: &File, findings: &mut Vec<Finding>) {
        let anchor = &self.record.anchor;
        if !file.enterprises.iter().any(|record| record.id == anchor.enterprise) {
            let message = Message::new("import-no-enterprise").with("value", anchor.enterprise.to_string());
            findings.push(self.place.finding("enterprise", message));
        }
        if !file.questionnaires.iter().any(|record| record.hash == anchor.questionnaire) {
            let message = Message::new("import-no-questionnaire").with("value", anchor.questionnaire.as_str());
            findings.push(self.place.finding("questionnaire", message));
        }
    }

    /// The journal replays, and what follows from it is what the file says.
    fn history(&self, findings: &mut Vec<Finding>) {
        let mut wrong = |field: String, key| findings.push(self.place.finding(field, Message::new(key)));
        let Ok((replayed, faults)) = replay(&self.record.anchor, &self.record.events) else {
            return wrong("events".to_owned(), "import-wrong-hash");
        };
        for fault in faults {
            let (field, key) = match fault.kind {
                FaultKind::Sequence => ("sequence", "import-wrong-sequence"),
                FaultKind::Hash => ("hash", "import-wrong-hash"),
                FaultKind::Old => ("old", "import-wrong-old"),
                FaultKind::Of => ("of", "import-wrong-of"),
            };
            wrong(format!("events[{}].{field}", fault.position), key);
        }
        if self.record.closed != replayed.closed {
            wrong("closed".to_owned(), "import-wrong-state");
        }
        if self.record.changed != replayed.changed {
            wrong("changed".to_owned(), "import-wrong-state");
        }
    }

    /// Every event can be stored, and its answer fits its question.
    fn events(&self, ids: &mut HashSet<uuid::Uuid>, findings: &mut Vec<Finding>) {
        for (n, event) in (1..).zip(&self.record.events) {
            let mut wrong = |field: &str, message| {
                findings.push(self.place.finding(format!("events[{n}].{field}"), message));
            };
            if !ids.insert(event.id) {
                wrong("id", Message::new("import-twice").with("value", event.id.to_string()));
            }
            if !is_storable(event.time) {
                wrong("time", Message::new("import-fine-time"));
            }
            if i64::try_from(event.shown_ms).is_err() {
                wrong("shown_ms", Message::new("import-too-long"));
            }
            if let Some(Err((field, message))) = self.instrument.map(|instrument| fits(event, instrument)) {
                wrong(field, message);
            }
        }
    }

    /// What else belongs to the assessment names things that exist, and each once.
    fn rest(&self, findings: &mut Vec<Finding>) {
        let record = self.record;
        let mut wrong = |field: String, message| findings.push(self.place.finding(field, message));
        if !is_storable(record.anchor.created) {
            wrong("created".to_owned(), Message::new("import-fine-time"));
        }
        if let Some(missing) = record.position.as_ref().and_then(|id| self.missing(id)) {
            wrong("position".to_owned(), missing);
        }
        let mut seen = HashSet::new();
        for (n, draft) in (1..).zip(&record.drafts) {
            let again = (!seen.insert(draft.question.as_str()))
                .then(|| Message::new("import-twice").with("value", draft.question.as_str()));
            if let Some(message) = again.or_else(|| self.missing(&draft.question)) {
                wrong(format!("drafts[{n}].question"), message);
            }
        }
        let mut engines = HashSet::new();
        for (n, result) in (1..).zip(&record.results) {
            if !engines.insert(result.engine.as_str()) {
                wrong(
                    format!("results[{n}].engine"),
                    Message::new("import-twice").with("value", result.engine.as_str()),
                );
            }
        }
        self.actions(findings);
        self.work(findings);
    }

    /// No visit stands twice, and what was recorded beside the answers can be stored.
    fn work(&self, findings: &mut Vec<Finding>) {
        let mut wrong = |list, n, field: &str, message| {
            findings.push(self.place.finding(format!("{list}[{n}].{field}"), message));
        };
        let mut ids = HashSet::new();
        for (n, visit) in (1..).zip(&self.record.visits) {
            if !ids.insert(visit.id) {
                wrong("visits", n, "id", Message::new("import-twice").with("value", visit.id.to_string()));
            }
            if !is_storable(visit.ended) {
                wrong("visits", n, "ended", Message::new("import-fine-time"));
            }
        }
        let mut moments = HashSet::new();
        for (n, stay) in (1..).zip(&self.record.stays) {
            if !moments.insert((stay.since, &stay.question)) {
                wrong("stays", n, "since", Message::new("import-twice").with("value", stay.since.to_string()));
            }
            if !is_storable(stay.since) {
                wrong("stays", n, "since", Message::new("import-fine-time"));
            }
            if i64::try_from(stay.ms).is_err() {
                wrong("stays", n, "ms", Message::new("import-too-long"));
            }
            if let Some(missing) = self.missing(&stay.question) {
                wrong("stays", n, "question", missing);
            }
        }
    }

    /// No action stands twice, and its times can be stored.
    fn actions(&self, findings: &mut Vec<Finding>) {
        let (mut ids, mut recommendations) = (HashSet::new(), HashSet::new());
        for (n, ActionRecord { id, action }) in (1..).zip(&self.record.actions) {
            let mut wrong = |field: &str, message| {
                findings.push(self.place.finding(format!("actions[{n}].{field}"), message));
            };
            if !ids.insert(id) {
                wrong("id", Message::new("import-twice").with("value", id.to_string()));
            }
            if !recommendations.insert(action.recommendation.as_str()) {
                let message = Message::new("import-twice").with("value", action.recommendation.as_str());
                wrong("recommendation", message);
            }
            for (field, time) in [("created", action.created), ("changed", action.changed)] {
                if !is_storable(time) {
                    wrong(field, Message::new("import-fine-time"));
                }
            }
        }
    }

    fn missing(&self, question: &QuestionId) -> Option<Message> {
        let instrument = self.instrument?;
        instrument.find(question.as_str()).is_none().then(|| no_question(question))
    }
}

fn no_question(question: &QuestionId) -> Message {
    Message::new("import-no-question").with("question", question.as_str())
}

/// Whether the store, which keeps microseconds, gives the moment back as it is.
fn is_storable(time: Timestamp) -> bool {
    time.subsec_nanosecond() % 1_000 == 0
}

/// Whether an event's answer fits its question: the field that does not, and why.
fn fits(event: &Event, instrument: &Questionnaire) -> Result<(), (&'static str, Message)> {
    let Some(change) = event.action.change() else { return Ok(()) };
    let Some(at) = instrument.find(change.question.as_str()) else {
        return Err(("question", no_question(&change.question)));
    };
    let question: &Question = &instrument.questions[at];
    if !question.kind.is_answerable() {
        return Err(("question", Message::new("input-not-answerable")));
    }
    match &change.new.response {
        Some(Response::Value(value)) => question.accepts(value).map_err(|error| ("new", error.0)),
        _ => Ok(()),
    }
}
