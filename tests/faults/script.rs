//! One interview by a script, everything it was promised, and the look at what is there afterwards.

use std::path::Path;
use std::sync::Arc;

use jiff::Zoned;
use tashxis::engine::answer::Answer;
use tashxis::engine::id::{AssessmentId, QuestionId};
use tashxis::engine::interview::journal::JournalError;
use tashxis::engine::interview::{Advance, Change, Circumstances, Form, Interview};
use tashxis::engine::library::{Access, Library, NewAssessment};
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::questionnaire::sample::SAMPLE;
use tashxis::engine::text::Lang;
use tashxis::store::{Identity, Store};

/// What a database has acknowledged.
#[derive(Clone, Debug, Default)]
pub struct Promises {
    /// Whether the assessment was begun.
    pub begun: bool,
    /// The hashes of the events, in order.
    pub events: Vec<String>,
    /// What was typed last at a question and is no answer yet, and after how many events.
    pub draft: Option<(usize, String)>,
}

impl Promises {
    /// The first so many promises of an interview in which nothing failed.
    pub fn first(&self, promised: usize) -> Self {
        let events = self.events.iter().take(promised.saturating_sub(1)).cloned().collect();
        Self { begun: promised > 0, events, draft: None }
    }

    fn mark(&self) {
        faultvfs::mark(usize::from(self.begun) + self.events.len());
    }
}

/// What is there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Everything promised, and whole.
    Everything,
    /// The beginning of what was promised, and whole.
    Less(usize),
    /// The program says what is wrong.
    Told(String),
    /// Something is missing from the middle, and nothing says so.
    Hole(String),
}

/// Answers in the order in which they are given; an open one takes the answer away again.
const ANSWERS: [(&str, &str); 12] = [
    ("F1", "Buxoro Non MChJ"),
    ("F2", "2001-09-01"),
    ("F3", "1200"),
    ("F4", "UZ"),
    ("F8", "yes"),
    ("INF1", "3"),
    ("INF2", "none"),
    ("INT1", "30"),
    ("F1", "Бухоро Нон"),
    ("CLU1", "talks"),
    ("REG1", "2"),
    ("SKL1", "50"),
];

/// Holds the interview on whatever disk there is. What is refused is tried once more, as a person would.
pub fn run(path: &Path) -> Promises {
    let mut promises = Promises::default();
    // What is refused has made no promise; the rest of the script may still go through.
    let _ = hold(path, &mut promises);
    promises
}

fn hold(path: &Path, promises: &mut Promises) -> Result<(), JournalError> {
    let open = || Store::open(path, Identity { device: "laptop".to_owned(), interviewer: String::new() });
    let mut store = open().or_else(|_| open())?;
    let questionnaire = Arc::new(read(SAMPLE).expect("a good questionnaire").0);
    let new = NewAssessment {
        enterprise: "Buxoro Non".to_owned(),
        questionnaire: Arc::clone(&questionnaire),
        form: Form::Full,
        lang: Lang::Uz,
        previous: None,
    };
    let id = match store.create(&new) {
        Ok(id) => id,
        Err(_) => store.create(&new)?,
    };
    promises.begun = true;
    promises.mark();
    let mut interview = Interview::new(questionnaire, Form::Full, Zoned::now());
    for (question, typed) in ANSWERS {
        let ix = interview.questionnaire().find(question).expect("a question");
        let value = interview.questionnaire().questions[ix].parse(typed).expect("a value").expect("a value");
        draft(&mut store, id, promises, question, typed);
        change(&mut store, &mut interview, id, promises, |interview| {
            // Not asked, if the answer that opens it was refused.
            interview.propose(ix, Answer::from(value.clone())).ok()
        });
    }
    change(&mut store, &mut interview, id, promises, Interview::undo);
    change(&mut store, &mut interview, id, promises, Interview::redo);
    let _ = store.keep_progress(id, interview.progress());
    for closed in [true, false, true] {
        let done = interview.set_closed(closed, Lang::Uz, store.journal(id).as_mut());
        if let Ok(event) = done {
            promises.events.push(event.hash);
            promises.mark();
        }
    }
    let _ = store.keep_result(id, "{\"index\": 50}");
    draft(&mut store, id, promises, "INF2", "typed and left");
    Ok(())
}

fn draft(store: &mut Store, id: AssessmentId, promises: &mut Promises, question: &str, text: &str) {
    if store.journal(id).keep_draft(&QuestionId::new(question), Some(text)).is_ok() {
        promises.draft = Some((promises.events.len(), text.to_owned()));
    }
}

fn change(
    store: &mut Store,
    interview: &mut Interview,
    id: AssessmentId,
    promises: &mut Promises,
    propose: impl Fn(&Interview) -> Option<Change>,
) {
    for _ in 0..2 {
        let circumstances = Circumstances { lang: Lang::Uz, shown_ms: 900, advance: Advance::Next };
        let Some(proposed) = propose(interview) else { return };
        if let Ok(event) = interview.commit(proposed, circumstances, store.journal(id).as_mut()) {
            promises.events.push(event.hash);
            promises.mark();
            return;
        }
    }
}

/// Opens what is left as the next sitting would, looks for everything promised, and goes on with it.
pub fn look(path: &Path, promised: &Promises) -> Found {
    let mut store = match Store::open(path, Identity::default()) {
        Ok(store) => store,
        Err(error) => return Found::Told(error.to_string()),
    };
    assert_eq!(store.access(), Access::Write);
    match store.verify() {
        Err(error) => return Found::Told(error.to_string()),
        Ok(findings) if !findings.is_empty() => return Found::Told(format!("{findings:?}")),
        Ok(_) => {}
    }
    let summaries = store.all().expect("a list");
    let Some(summary) = summaries.first() else {
        return if promised.begun { Found::Less(0) } else { Found::Everything };
    };
    let record = Library::open(&store, summary.id).expect("an assessment that has passed its checks");
    let there: Vec<_> = record.events.iter().map(|event| event.hash.as_str()).collect();
    let common = there.iter().zip(&promised.events).take_while(|(there, promised)| *there == promised).count();
    if common < promised.events.len() {
        return if common == there.len() { Found::Less(common) } else { Found::Hole(format!("{there:?}")) };
    }
    let drafts: Vec<_> = record.drafts.iter().map(|(_, text)| text).collect();
    let draft = promised.draft.as_ref().filter(|(events, _)| *events == there.len());
    if draft.is_some_and(|(_, text)| !drafts.contains(&text)) {
        return Found::Hole(format!("{drafts:?}"));
    }
    // The database is not only readable: the interview goes on in it.
    store.keep_setting("after", "the cut").expect("a database that takes changes");
    store.journal(summary.id).keep_draft(&QuestionId::new("INF1"), Some("goes on")).expect("a draft");
    assert_eq!(store.verify().expect("a check"), []);
    Found::Everything
}
