use std::sync::Arc;

use crate::engine::answer::{Answer, Response};
use crate::engine::interview::{Advance, Circumstances, Interview};
use crate::engine::library::{Library, NewAssessment};
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::{Kind, Questionnaire};
use crate::engine::text::Lang;
use crate::tui::app::harness::{Harness, MemoryLibrary};

/// The reference answers of that name in the built-in questionnaire.
pub(in crate::tui::screens) fn reference(name: &str, lang: Lang, width: u16, height: u16) -> Harness {
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let reference = questionnaire.references.iter().find(|reference| reference.id == name).unwrap().clone();
    let answers = reference.answers.iter().map(|(ix, typed)| (*ix, typed.clone())).collect();
    answered(&questionnaire, reference.form, answers, lang, width, height)
}

/// An assessment in the full form in which every question is answered by `typed`.
pub(in crate::tui::screens) fn whole(
    typed: impl Fn(usize, &Kind) -> String,
    lang: Lang,
    width: u16,
    height: u16,
) -> Harness {
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let answers = questionnaire.questions.enumerate().enumerate();
    let answers = answers.map(|(at, (ix, question))| (ix, typed(at, &question.kind))).collect();
    answered(&questionnaire, Default::default(), answers, lang, width, height)
}

fn answered(
    questionnaire: &Arc<Questionnaire>,
    form: crate::engine::interview::Form,
    answers: Vec<(crate::engine::id::QuestionIx, String)>,
    lang: Lang,
    width: u16,
    height: u16,
) -> Harness {
    let mut library = MemoryLibrary::default();
    let new = NewAssessment {
        enterprise: "Zarafshon Tekstil MChJ".to_owned(),
        questionnaire: Arc::clone(questionnaire),
        form,
        lang,
    };
    let id = library.create(&new).unwrap();
    let now = jiff::Timestamp::from_second(1_795_000_000).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
    let mut interview = Interview::new(Arc::clone(questionnaire), form, now);
    for (ix, typed) in answers {
        let response = match typed.as_str() {
            "dont_know!" => Some(Response::DontKnow),
            "refused!" => Some(Response::Refused),
            typed => questionnaire.questions[ix].parse(typed).ok().flatten().map(Response::Value),
        };
        let Some(response) = response else { continue };
        let answer = Answer { response: Some(response), ..Answer::default() };
        let Ok(change) = interview.propose(ix, answer) else { continue };
        let circumstances = Circumstances { lang, shown_ms: 1000, advance: Advance::Next };
        interview.commit(change, circumstances, library.journal(id).as_mut()).unwrap();
    }
    Harness::on(library, Arc::clone(questionnaire), lang, width, height)
}

#[test]
fn show() {
    for lang in [Lang::Uz, Lang::Ru, Lang::En] {
        for (w, h) in [(80, 24), (120, 40), (60, 18)] {
            let mut some = reference("isolated-micro", lang, w, h);
            println!("---- begin {lang} {w}");
            for (name, harness) in [
                ("empty", &mut whole(|_, _| String::new(), lang, w, h)),
                ("micro", &mut some),
                (
                    "few",
                    &mut whole(
                        |at, kind| {
                            if at % 5 == 0 && kind.name() == "level" {
                                "2".into()
                            } else if at % 3 == 0 {
                                "dont_know!".into()
                            } else {
                                String::new()
                            }
                        },
                        lang,
                        w,
                        h,
                    ),
                ),
                (
                    "mixed",
                    &mut whole(
                        |at, kind| match kind.name() {
                            "level" => (if at % 3 == 0 { "4" } else { "0" }).into(),
                            "integer" | "decimal" => "12".into(),
                            _ => String::new(),
                        },
                        lang,
                        w,
                        h,
                    ),
                ),
            ] {
                harness.keys("enter f9");
                println!("==== {name} {lang} {w}x{h}\n{}", harness.screen());
                for keys in ["enter", "esc t", "end", "t end", "t", "r", "down down down down down down down", "enter"]
                {
                    harness.keys(keys);
                    println!("==== {name} {lang} {w}x{h} {keys}\n{}", harness.screen());
                }
            }
        }
    }
}
