//! Every text of the built-in questionnaires can be read at 80×24 in every language and alphabet.

use std::collections::HashSet;
use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

use super::profile::tests::reference;
use super::question;
use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::{Kind, Questionnaire};
use crate::engine::text::{Lang, Localized};
use crate::tui::app::harness::Harness;
use crate::tui::widgets::wrap::wrap;

/// The narrowest room that a text has on a page of 80 columns.
const ROOM: usize = 48;

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The answers that are offered, as they are shown.
fn options(questionnaire: &Questionnaire, ix: QuestionIx, app: &mut Harness) -> Vec<Localized> {
    match &questionnaire.questions[ix].kind {
        Kind::Level { anchors } => anchors.clone(),
        Kind::SelectOne(_) | Kind::SelectMultiple(_) => {
            let session = app.ctx().session.as_ref().unwrap();
            session.interview.offered(ix).into_iter().map(|choice| choice.label.clone()).collect()
        }
        _ => Vec::new(),
    }
}

fn read_whole(name: &str, lang: Lang, seen: &mut HashSet<(String, String)>) {
    let mut app = reference(name, lang, 80, 24);
    app.keys("enter");
    let questionnaire: Arc<Questionnaire> = Arc::clone(&app.ctx().shelf[0]);
    for (ix, question) in questionnaire.questions.enumerate() {
        let asked = question.kind.is_shown() && app.ctx().session.as_ref().unwrap().interview.is_asked(ix);
        if !asked || !seen.insert((questionnaire.id.to_string(), question.id.to_string())) {
            continue;
        }
        app.app.push(|ctx| question::jump(ctx, ix));
        app.resize(80, 24);
        let page = flat(&app.screen());
        for text in [Some(&question.label), question.hint.as_ref()].into_iter().flatten() {
            let text = flat(text.get(lang));
            assert!(page.contains(&text), "{lang} {}: `{text}` is not whole on\n{}", question.id, app.screen());
        }
        let options = options(&questionnaire, ix, &mut app);
        let shown: Vec<String> = options.iter().map(|label| flat(label.get(lang))).collect();
        let mut left: HashSet<&String> = shown.iter().filter(|label| !page.contains(*label)).collect();
        // Down the list, where it is longer than the screen, so that each has had the cursor.
        for _ in 0..=if left.is_empty() { 0 } else { shown.len() } {
            app.keys("down");
            let page = flat(&app.screen());
            left.retain(|label| !page.contains(*label));
        }
        assert!(left.is_empty(), "{lang} {}: {left:?} not whole on\n{}", question.id, app.screen());
    }
}

#[test]
fn every_question_and_choice_is_whole_on_a_screen_of_80_by_24_in_every_language() {
    let names = ["member-in-full", "outsider-in-full", "state-works", "wary-micro-subsidiary", "exemplary-works"];
    for lang in Lang::ALL {
        let mut seen = HashSet::new();
        for name in names {
            read_whole(name, lang, &mut seen);
        }
        assert!(seen.len() > 115, "{lang}: only {} questions were asked", seen.len());
    }
}

#[test]
fn no_word_of_any_text_is_wider_than_its_room() {
    for builtin in BUILTIN {
        let questionnaire = read(builtin.text).unwrap().0;
        let advice = questionnaire.recommendations.iter().flat_map(|it| {
            let always = [&it.title, &it.why, &it.first_step, &it.measure];
            always.into_iter().chain(it.steps.as_ref())
        });
        let strengths = questionnaire.strengths.iter().flat_map(|it| [&it.title, &it.text]);
        let questions = questionnaire.questions.iter().flat_map(|it| {
            let of = [Some(&it.label), it.hint.as_ref(), it.guidance.as_ref(), it.constraint_message.as_ref()];
            of.into_iter().flatten()
        });
        for text in advice.chain(strengths).chain(questions) {
            for lang in Lang::ALL {
                let text = text.get(lang);
                let lines = wrap(text, ROOM);
                assert!(lines.iter().all(|line| line.width() <= ROOM), "{lang}: {text}");
                assert_eq!(flat(&lines.join(" ")), flat(text), "{lang}: a word is cut");
            }
        }
    }
}
