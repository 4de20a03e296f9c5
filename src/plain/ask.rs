//! One question: shown, answered, left.

use super::command::{self, Command, Place, Typed, Typing};
use super::voice::{Heard, Leave};
use super::{Plain, Turn};
use crate::engine::answer::{Answer, InputError, Response, Value};
use crate::engine::id::{ArenaIndex, QuestionIx};
use crate::engine::interview::{Advance, Position, Refusal};
use crate::engine::questionnaire::{Kind, Lines, Question};
use crate::engine::text::{Message, Needle};
use crate::session::options::{Choosable, MANY, options};
use crate::session::{Session, said};

/// The most options that are read out unasked; longer lists are searched.
const MOST_OPTIONS: usize = 40;
/// The line that ends a text of many lines.
const END_OF_TEXT: &str = ".";

/// What follows something that was asked for at a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    /// The same question, without showing it again.
    Prompt,
    /// Whatever is at the interview's place.
    Show(Turn),
}

impl Plain<'_> {
    /// Goes through the open assessment until the list is asked for: its questions, or if it is finished,
    /// its result.
    pub(super) fn assessment(&mut self) -> Heard<()> {
        loop {
            let Some(session) = &self.desk.session else { return Ok(()) };
            let turn = if session.interview.is_closed() {
                self.results()?
            } else {
                self.explain()?;
                match self.desk.session.as_ref().map(|session| session.interview.position()) {
                    Some(Position::At(at)) => self.question(at)?,
                    _ => self.review()?,
                }
            };
            if turn == Turn::List {
                return Ok(());
            }
        }
    }

    /// Says once how to answer.
    fn explain(&mut self) -> Heard<()> {
        if !std::mem::replace(&mut self.explained, true) {
            self.voice.blank()?;
            self.tell(&Message::new("plain-how-to-answer"))?;
        }
        Ok(())
    }

    fn question(&mut self, at: QuestionIx) -> Heard<Turn> {
        self.show(at)?;
        let typing = match self.kind(at) {
            Some(Kind::Text { .. }) => Typing::Text,
            _ => Typing::Answers,
        };
        loop {
            let line = self.voice.ask()?;
            let after = match command::read(Place::Question, typing, &line) {
                Typed::Command(command, rest) => self.obey(at, command, rest)?,
                Typed::Unknown(letter) => {
                    self.unknown(letter)?;
                    After::Prompt
                }
                Typed::Text("") => self.pass(at)?,
                Typed::Text(text) => self.answer(at, text)?,
            };
            if let After::Show(turn) = after {
                return Ok(turn);
            }
        }
    }

    fn kind(&self, at: QuestionIx) -> Option<&Kind> {
        Some(&self.desk.session.as_ref()?.interview.questionnaire().questions[at].kind)
    }

    /// Says that a letter is no command.
    pub(super) fn unknown(&mut self, letter: char) -> Heard<()> {
        self.tell(&Message::new("plain-unknown-command").with("letter", letter.to_string()))
    }

    /// Explains the commands of a place.
    pub(super) fn help(&mut self, place: Place) -> Heard<()> {
        self.tell(&Message::new("plain-commands"))?;
        for row in command::rows_in(place) {
            self.voice.text(&format!("  {}  ", row.letter), &self.desk.texts.get(row.label))?;
        }
        Ok(())
    }

    fn obey(&mut self, at: QuestionIx, command: Command, rest: &str) -> Heard<After> {
        let answers = self.kind(at).is_some_and(Kind::is_answerable);
        match command {
            Command::NoAnswer | Command::Note | Command::Evidence | Command::Flag if !answers => {
                self.tell(&Message::new("tui-nothing-to-answer"))?;
                return Ok(After::Prompt);
            }
            Command::Help => self.explain_question(at)?,
            Command::Back => return self.back(),
            Command::NextOpen => return self.next_open(),
            Command::Note => self.note(at, rest)?,
            Command::Terms => self.terms(at, rest)?,
            Command::Evidence => self.evidence(at)?,
            Command::Flag => self.flag(at)?,
            Command::NoAnswer if self.no_answer(at, rest)? => return Ok(After::Show(Turn::Interview)),
            Command::NoAnswer => {}
            Command::Undo | Command::Redo if self.take_back(command)? => return Ok(After::Show(Turn::Interview)),
            Command::Sections => {
                self.sections(rest)?;
                return Ok(After::Show(Turn::Interview));
            }
            Command::Review => return self.review().map(After::Show),
            Command::Profile => return self.results().map(After::Show),
            Command::Language => {
                self.language(rest)?;
                return Ok(After::Show(Turn::Interview));
            }
            Command::List => return Ok(After::Show(Turn::List)),
            Command::Leave => return Err(Leave::Asked),
            Command::Undo | Command::Redo | Command::New | Command::Archive | Command::Finish => {}
        }
        Ok(After::Prompt)
    }

    fn back(&mut self) -> Heard<After> {
        match self.desk.session.as_ref().and_then(|session| session.interview.previous()) {
            Some(ix) => {
                self.desk.go_to(Position::At(ix));
                Ok(After::Show(Turn::Interview))
            }
            None => {
                self.tell(&Message::new("tui-first-question"))?;
                Ok(After::Prompt)
            }
        }
    }

    fn next_open(&mut self) -> Heard<After> {
        match self.desk.session.as_ref().and_then(|session| session.interview.next_open()) {
            Some(ix) => {
                self.desk.go_to(Position::At(ix));
                Ok(After::Show(Turn::Interview))
            }
            None => {
                self.tell(&Message::new("tui-nothing-open"))?;
                Ok(After::Prompt)
            }
        }
    }

    /// Goes on, and leaves the question as it stands.
    fn pass(&mut self, at: QuestionIx) -> Heard<After> {
        let Some(session) = &self.desk.session else { return Ok(After::Show(Turn::List)) };
        let open = session.interview.answer(at).response.is_none();
        let next = session.interview.next();
        if open && self.kind(at).is_some_and(Kind::is_answerable) {
            self.tell(&Message::new("plain-left-open"))?;
        }
        self.desk.go_to(next);
        Ok(After::Show(Turn::Interview))
    }

    /// Takes a line as an answer.
    fn answer(&mut self, at: QuestionIx, line: &str) -> Heard<After> {
        let many = matches!(self.kind(at), Some(Kind::Text { lines: Lines::Many }));
        let typed = if many { self.rest_of(at, line)? } else { line.to_owned() };
        let Some(session) = &self.desk.session else { return Ok(After::Show(Turn::List)) };
        let question = &session.interview.questionnaire().questions[at];
        let offered = options(&session.interview, at, self.desk.lang());
        let picks = question.kind.choices().is_some();
        if picks && offered.len() > MANY && !typed.starts_with(|c: char| c.is_ascii_digit()) {
            let found = Needle::new(&typed).choose(&offered, |option| &option.label);
            if !found.is_empty() {
                let found: Vec<Choosable> = found.into_iter().cloned().collect();
                return self.matches(&found);
            }
        }
        let parsed = if picks { by_number(question, &offered, &typed) } else { question.parse(&typed) };
        match parsed {
            Ok(Some(value)) => self.keep_value(at, value, &typed),
            Ok(None) => self.pass(at),
            Err(error) => {
                self.refuse(at, Refusal::Input(error))?;
                self.keep_draft(at, &typed)?;
                Ok(After::Prompt)
            }
        }
    }

    fn keep_value(&mut self, at: QuestionIx, value: Value, typed: &str) -> Heard<After> {
        let Some(session) = &self.desk.session else { return Ok(After::Show(Turn::List)) };
        let shown = self.desk.shown(at, &value);
        let is_text = matches!(value, Value::Text(_));
        let answer = session.interview.answer(at).responding(Some(Response::Value(value)));
        let message =
            if is_text { Message::new("plain-saved") } else { Message::new("plain-saved-value").with("value", shown) };
        if self.keep(at, &answer, Advance::Next, &message)? {
            return Ok(After::Show(Turn::Interview));
        }
        self.keep_draft(at, typed)?;
        Ok(After::Prompt)
    }

    /// The further lines of a text, up to the one that ends it. What is typed is kept as a draft meanwhile.
    fn rest_of(&mut self, at: QuestionIx, first: &str) -> Heard<String> {
        let mut text = if first == END_OF_TEXT { String::new() } else { first.to_owned() };
        let mut ended = first == END_OF_TEXT;
        while !ended {
            self.keep_draft(at, &text)?;
            let line = self.voice.ask()?;
            ended = line.trim() == END_OF_TEXT;
            if !ended {
                text.push('\n');
                text.push_str(line.trim_end());
            }
        }
        Ok(text.trim_end().to_owned())
    }

    /// Keeps what was typed into a field and is no answer yet.
    fn keep_draft(&mut self, at: QuestionIx, typed: &str) -> Heard<()> {
        if self.kind(at).is_none_or(|kind| kind.choices().is_some() || matches!(kind, Kind::Level { .. })) {
            return Ok(());
        }
        match self.desk.keep_draft(at, Some(typed)) {
            Ok(()) => Ok(()),
            Err(error) => self.tell(&error.message),
        }
    }

    fn matches(&mut self, found: &[Choosable]) -> Heard<After> {
        for option in found.iter().take(MOST_OPTIONS) {
            self.option(option.number, &option.label)?;
        }
        if found.len() > MOST_OPTIONS {
            self.tell(&Message::new("plain-more-options").with("count", found.len() - MOST_OPTIONS))?;
        }
        self.tell(&Message::new("plain-type-number-found").with("count", found.len()))?;
        Ok(After::Prompt)
    }

    /// Says why something cannot be kept.
    fn refuse(&mut self, at: QuestionIx, refusal: Refusal) -> Heard<()> {
        if refusal == Refusal::Closed {
            return self.tell(&Message::new("plain-closed"));
        }
        if let Some(message) = said::refusal(refusal) {
            return self.tell(&message);
        }
        let lang = self.lang();
        let own = self.desk.session.as_ref().and_then(|session| {
            let message = session.interview.questionnaire().questions[at].constraint_message.as_ref()?;
            Some(message.get(lang).to_owned())
        });
        match own {
            Some(text) => self.voice.text("", &text),
            None => self.tell(&Message::new("tui-constraint")),
        }
    }

    /// Keeps an answer and what surrounds it, and says so once it is kept. False if it was not.
    pub(super) fn keep(&mut self, at: QuestionIx, answer: &Answer, advance: Advance, saved: &Message) -> Heard<bool> {
        loop {
            let Some(session) = &self.desk.session else { return Ok(false) };
            let change = match session.interview.propose(at, answer.clone()) {
                Ok(change) => change,
                Err(refusal) => {
                    self.refuse(at, refusal)?;
                    return Ok(false);
                }
            };
            if change.is_empty() {
                drop(change);
                return self.unchanged(at, advance);
            }
            match self.desk.commit(change, advance) {
                Ok(notice) => {
                    self.tell(saved)?;
                    notice.map_or(Ok(()), |message| self.tell(&message))?;
                    self.warnings(at)?;
                    return Ok(true);
                }
                Err(error) if self.trouble(&error)? => {}
                Err(_) => return Ok(false),
            }
        }
    }

    fn unchanged(&mut self, at: QuestionIx, advance: Advance) -> Heard<bool> {
        if let Err(error) = self.desk.keep_draft(at, None) {
            self.tell(&error.message)?;
        }
        self.tell(&Message::new("plain-unchanged"))?;
        let next = self.desk.session.as_ref().map(|session| session.interview.next());
        if let (Advance::Next, Some(next)) = (advance, next) {
            self.desk.go_to(next);
        }
        Ok(true)
    }

    /// The soft checks that read a question and warn.
    fn warnings(&mut self, at: QuestionIx) -> Heard<()> {
        let (lang, Some(session)) = (self.lang(), &self.desk.session) else { return Ok(()) };
        let checks = &session.interview.questionnaire().checks;
        let warnings: Vec<String> =
            session.interview.warnings_at(at).map(|check| checks[check].message.get(lang).to_owned()).collect();
        warnings.iter().try_for_each(|text| self.tell(&Message::new("plain-warning").with("text", text.as_str())))
    }
}

/// Showing.
impl Plain<'_> {
    fn show(&mut self, at: QuestionIx) -> Heard<()> {
        let (lang, Some(session)) = (self.lang(), &self.desk.session) else { return Ok(()) };
        let question = &session.interview.questionnaire().questions[at];
        let mut paragraphs = Vec::new();
        paragraphs.extend(self.heading(session, at));
        paragraphs.push(question.label.get(lang).to_owned());
        paragraphs.extend(question.hint.as_ref().map(|hint| hint.get(lang).to_owned()));
        let offered = options(&session.interview, at, lang);
        let kept = self.kept(session, at);
        let wanted = wanted(&question.kind, offered.len(), lang);
        self.voice.blank()?;
        paragraphs.iter().try_for_each(|text| self.voice.text("", text))?;
        if offered.len() <= MOST_OPTIONS {
            offered.iter().try_for_each(|option| self.option(option.number, &option.label))?;
        }
        kept.iter().try_for_each(|text| self.voice.text("", text))?;
        self.warnings(at)?;
        self.tell(&wanted)
    }

    /// "Question 2.3 of section 2, Finance."
    fn heading(&self, session: &Session, at: QuestionIx) -> Option<String> {
        let questionnaire = session.interview.questionnaire();
        let section = questionnaire.questions[at].section;
        let args = [
            ("number", questionnaire.number(at)?.into()),
            ("section", (section.to_usize() + 1).into()),
            ("title", questionnaire.sections[section].title.get(self.desk.lang()).into()),
            ("done", session.interview.progress().done.into()),
            ("asked", session.interview.progress().asked.into()),
        ];
        Some(self.desk.texts.with("plain-question", &args))
    }

    /// What is kept at a question: the answer, a draft, and what surrounds them.
    fn kept(&self, session: &Session, at: QuestionIx) -> Vec<String> {
        let (texts, answer) = (&self.desk.texts, session.interview.answer(at));
        let with = |key: &'static str, text: &str| texts.say(&Message::new(key).with("text", text));
        let mut kept = Vec::new();
        if let Some(value) = answer.value() {
            kept.push(with("plain-answer-now", &self.desk.shown(at, value)));
        }
        kept.extend(said::no_answer(texts, answer.response.as_ref()).map(|text| with("plain-answer-now", &text)));
        kept.extend(session.drafts.get(&at).map(|draft| with("plain-draft", draft)));
        if answer.flagged {
            kept.push(texts.get("plain-is-flagged"));
        }
        if !answer.comment.is_empty() {
            kept.push(with("tui-comment", &answer.comment));
        }
        if !answer.evidence.is_empty() {
            kept.push(with("tui-evidence", &answer.evidence));
        }
        kept.extend(answer.confidence.map(|level| with("plain-confidence", &texts.get(said::confidence_key(level)))));
        kept
    }

    /// What counts as an answer, and the commands.
    fn explain_question(&mut self, at: QuestionIx) -> Heard<()> {
        let (lang, Some(session)) = (self.lang(), &self.desk.session) else { return Ok(()) };
        let question = &session.interview.questionnaire().questions[at];
        let guidance = question.guidance.as_ref().map(|guidance| guidance.get(lang).to_owned());
        let wanted = wanted(&question.kind, options(&session.interview, at, lang).len(), lang);
        match guidance {
            Some(text) => self.voice.text("", &text)?,
            None => self.tell(&Message::new("plain-no-guidance"))?,
        }
        self.tell(&wanted)?;
        self.help(Place::Question)
    }
}

/// What is to be typed.
fn wanted(kind: &Kind, options: usize, lang: crate::engine::text::Lang) -> Message {
    let key = match kind {
        Kind::SelectOne(_) | Kind::SelectMultiple(_) if options > MOST_OPTIONS => {
            return Message::new("plain-type-to-search").with("count", options);
        }
        Kind::SelectOne(_) if options > MANY => "plain-type-one-or-search",
        Kind::SelectMultiple(_) if options > MANY => "plain-type-several-or-search",
        Kind::SelectOne(_) | Kind::Level { .. } => "plain-type-one",
        Kind::SelectMultiple(_) => "plain-type-several",
        Kind::Integer { .. } => "plain-type-integer",
        Kind::Decimal { .. } => "plain-type-decimal",
        Kind::Date => "plain-type-date",
        Kind::Text { lines: Lines::One } => "plain-type-text",
        Kind::Text { lines: Lines::Many } => "plain-type-lines",
        Kind::Note | Kind::Calculate(_) => "plain-read",
    };
    match kind.unit() {
        Some(unit) => {
            let key =
                if matches!(kind, Kind::Integer { .. }) { "plain-type-integer-in" } else { "plain-type-decimal-in" };
            Message { key, args: vec![("unit", unit.get(lang).into())] }
        }
        None => Message { key, args: Vec::new() },
    }
}

/// The choices of numbers as shown, or of names as in exports.
fn by_number(question: &Question, offered: &[Choosable], typed: &str) -> Result<Option<Value>, InputError> {
    let separated = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let name = |word: &str| match word.trim_end_matches('.').parse::<usize>() {
        Ok(number) => offered
            .iter()
            .find(|option| option.number == number)
            .and_then(Choosable::choice)
            .map(|id| id.as_str().to_owned())
            .ok_or_else(|| InputError(Message::new("input-no-such-choice").with("value", word))),
        Err(_) => Ok(word.to_owned()),
    };
    let names = typed.split(separated).filter(|word| !word.is_empty()).map(name).collect::<Result<Vec<_>, _>>()?;
    question.parse(&names.join(" "))
}
