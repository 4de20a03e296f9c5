//! The profile on a screen in memory, for enterprises whose answers are known.

use std::sync::Arc;

use crate::engine::answer::{Answer, Response};
use crate::engine::id::{AssessmentId, QuestionIx};
use crate::engine::interview::{Advance, Circumstances, Form, Interview};
use crate::engine::lever::Outcome;
use crate::engine::library::{Library, NewAssessment};
use crate::engine::outlook::{Outlook, outlook};
use crate::engine::profile::{Profile, profile};
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::{Kind, Questionnaire};
use crate::engine::text::Lang;
use crate::tui::app::harness::{Harness, MemoryLibrary};
use crate::tui::theme::Charset;

/// The reference answers of that name in a built-in questionnaire.
pub(in crate::tui::screens) fn reference(name: &str, lang: Lang, width: u16, height: u16) -> Harness {
    let shipped = BUILTIN.iter().map(|builtin| read(builtin.text).unwrap().0);
    let has_it = |questionnaire: &Questionnaire| questionnaire.references.iter().any(|reference| reference.id == name);
    let questionnaire = Arc::new(shipped.into_iter().find(has_it).unwrap());
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
    answered(&questionnaire, Form::Full, answers, lang, width, height)
}

fn answered(
    questionnaire: &Arc<Questionnaire>,
    form: Form,
    answers: Vec<(QuestionIx, String)>,
    lang: Lang,
    width: u16,
    height: u16,
) -> Harness {
    let mut library = MemoryLibrary::default();
    assess(&mut library, questionnaire, "Zarafshon Tekstil MChJ", form, answers, lang);
    Harness::on(library, Arc::clone(questionnaire), lang, width, height)
}

/// Begins an assessment and answers it.
pub(in crate::tui::screens) fn assess(
    library: &mut MemoryLibrary,
    questionnaire: &Arc<Questionnaire>,
    enterprise: &str,
    form: Form,
    answers: Vec<(QuestionIx, String)>,
    lang: Lang,
) -> (AssessmentId, Interview) {
    let new = NewAssessment {
        enterprise: enterprise.to_owned(),
        questionnaire: Arc::clone(questionnaire),
        form,
        lang,
        previous: None,
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
    (id, interview)
}

/// Every level answered by 0 or 4 in turn, numbers by 12.
pub(in crate::tui::screens) fn mixed(lang: Lang, width: u16, height: u16) -> Harness {
    let typed = |at: usize, kind: &Kind| match kind.name() {
        "level" => (if at.is_multiple_of(3) { "4" } else { "0" }).to_owned(),
        "integer" | "decimal" => "12".to_owned(),
        _ => String::new(),
    };
    whole(typed, lang, width, height)
}

#[test]
fn the_chart_shows_every_area_with_number_bar_band_and_level() {
    let mut app = reference("trader-with-gaps", Lang::En, 80, 24);
    app.keys("enter f9").shows("Overall score 26 (21–32) of 100 · Emerging · maturity level 0 of 4");
    app.shows("Quick form. Scored questions: 11 of 14 answered; the rest can make it 13–37.");
    app.shows("! Provisional, without “Incentives and finance”: too few answers there.");
    app.shows("▸ 1 Connectedness").shows("38 ███████├██░┤").shows("Emerging").shows("level 1");
    app.shows("25 ████├▓▒▒▒▒░┤░░").shows("other scope: do not compare with others");
    app.shows("– ██▒▒▒▒").shows("1 of 3 answered").shows("4?");
    app.shows("may still change: answers missing").shows("├┤ 90% interval").shows("radar: 50, 100");
}

#[test]
fn a_small_window_drops_the_radar_and_keeps_the_numbers() {
    let mut app = reference("exporting-member", Lang::En, 60, 18);
    app.keys("enter f9").shows("Overall score 64").shows("▸ 1 Connectedness").shows("77 ██████").shows("R advice");
    assert!(!app.screen().contains("radar"), "{}", app.screen());
    app.keys("down down down down").shows("▸ 5 Skills and technology");
}

#[test]
fn a_large_window_also_tells_what_stands_out() {
    let mut app = reference("exporting-member", Lang::En, 120, 40);
    app.keys("enter f9").shows("Strengths").shows("Bottlenecks: where one step more brings most").shows(" +1.9 ");
}

#[test]
fn t_goes_round_the_views() {
    let mut app = reference("exporting-member", Lang::En, 80, 24);
    app.keys("enter f9").shows("chart · EN");
    app.keys("t").shows("numbers · EN").shows("Score   Range Answers   Own Around  Level").shows("16/16");
    app.keys("t").shows("facets · EN").shows("Knowledge exchange").shows("fewer than two answers");
    app.keys("end").shows("Digital platforms");
    app.keys("t").shows("strong and weak points · EN").shows("Strengths").shows("one step up: overall +1.9");
    app.keys("t").shows("target · EN").shows("No target has been chosen.").keys("t").shows("chart · EN");
}

#[test]
fn the_notes_below_the_numbers_can_be_read_to_their_end() {
    let mut app = mixed(Lang::En, 60, 18);
    app.keys("enter f9 t end").shows("be compared with others.");
    app.keys("up").shows("Level, 0 to 4").keys("up up up").shows("In brackets: the 90% interval");
}

/// The figures of the open assessment, from the engine.
fn figures(app: &Harness) -> (Profile, Outlook) {
    let interview = &app.app.ctx().session.as_ref().unwrap().interview;
    let profile = profile(interview);
    let outlook = outlook(interview, &profile);
    (profile, outlook)
}

#[test]
fn intervals_and_probabilities_are_those_of_the_engine() {
    let mut app = reference("exporting-member", Lang::En, 80, 24);
    app.keys("enter f9");
    let (profile, outlook) = figures(&app);
    let index = profile.scores.index.as_ref().unwrap();
    let doubt = outlook.uncertainty.index.as_ref().unwrap();
    let (low, high) = doubt.headline.around(index.headline);
    let weakest = outlook.uncertainty.areas[index.bottleneck].as_ref().unwrap().bottleneck.unwrap();
    app.shows(&format!("Overall score {:.0} ({low:.0}–{high:.0}) of 100", index.headline));
    app.shows(&format!("; {:.0}% sure)", weakest * 100.0));
    app.shows(&format!(
        "Band in doubt: {:.0}% Integrated, {:.0}% Structured.",
        doubt.bands[3] * 100.0,
        doubt.bands[2] * 100.0
    ));
    let (low, high) = doubt.robust.around(index.headline);
    app.keys("t").shows(&format!("Median of the simulations: {:.0}.", doubt.headline.median));
    app.shows(&format!("the overall score is {low:.0} to {high:.0}."));
}

#[test]
fn the_way_to_the_next_band_leads_to_its_questions() {
    let mut app = reference("trader-with-gaps", Lang::En, 100, 60);
    app.keys("enter f9 t t t").shows("The cheapest way to the next band").shows("“Structured” (from 40): total effort");
    app.shows("The open question worth asking first").shows("narrows the 90% interval by about");
    let (_, outlook) = figures(&app);
    let Some(Outcome::Path(path)) = outlook.ascent.map(|ascent| ascent.outcome) else { panic!("no path") };
    app.shows(&format!("total effort {}, overall score then {:.0}", path.effort, path.score));
    for step in &path.steps {
        app.shows(&format!("effort {} · overall then {:.1}", step.effort, step.score));
    }
    let questionnaire = app.app.ctx().session.as_ref().unwrap().interview.questionnaire().clone();
    let label = questionnaire.questions[outlook.next.unwrap().question].label.get(Lang::En);
    let label: String = label.chars().take(40).collect();
    app.keys("end").shows(&format!("▸ {label}")).keys("enter").shows(&label);
}

#[test]
fn the_language_changes_without_leaving_the_view() {
    let mut app = reference("exporting-member", Lang::En, 80, 24);
    app.keys("enter f9 t f5").shows("raqamlar · OʻZ").shows("Umumiy ball: 100 dan 64 (60–68)");
    app.keys("f5").shows("рақамлар · ЎЗ").shows("Умумий балл: 100 дан 64 (60–68)");
    app.keys("f5").shows("raqamlar · ÖZ").keys("f5").shows("числа · RU").shows("Общий балл 64 (60–68) из 100");
}

#[test]
fn enter_explains_a_score_item_by_item_and_goes_to_the_question() {
    let mut app = mixed(Lang::En, 80, 24);
    app.keys("enter f9 enter").shows("Profile › Connectedness").shows("Score 31 of 100: the sum of the points below");
    app.shows("With the missing answers it ends between 27 and 40.");
    app.shows("How do you search for new technology").shows("Answer: Nobody does");
    app.shows("0 of 100, weight 2: 0 of 15.4 points · one step up: overall +0.8");
    app.keys("end").shows("Not answered: 1").shows("no answer yet · weight 2");
    app.keys("esc").shows("chart · EN").keys("enter enter").shows("How do you search for new technology");
    assert!(app.screen().contains("Nobody does"), "{}", app.screen());
}

#[test]
fn the_points_on_the_screen_add_up_to_the_score() {
    let mut app = mixed(Lang::En, 100, 200);
    app.keys("enter f9 down enter");
    let screen = app.screen();
    let points = regex::Regex::new(r"weight \d+: ([\d.]+) of").unwrap();
    let sum: f64 = points.captures_iter(&screen).map(|found| found[1].parse::<f64>().unwrap()).sum();
    let score = regex::Regex::new(r"Score (\d+) of 100").unwrap().captures(&screen).unwrap()[1].parse::<f64>().unwrap();
    assert!((sum - score).abs() < 1.0, "{sum} is not {score}:\n{screen}");
}

#[test]
fn good_answers_beside_missing_basics_are_explained() {
    let typed = |at: usize, kind: &Kind| match kind.name() {
        "level" => (if at.is_multiple_of(3) { "0" } else { "4" }).to_owned(),
        _ => String::new(),
    };
    let mut app = whole(typed, Lang::En, 80, 24);
    app.keys("enter f9 down enter")
        .shows("“Integrated” by score, but level 1")
        .shows("needs more than 85% to reach it");
}

#[test]
fn from_the_list_it_opens_and_leads_to_questions_and_back() {
    let mut app = reference("exporting-member", Lang::En, 80, 24);
    app.keys("f9").shows("chart · EN").keys("esc").shows("Assessments");
    app.keys("f9 enter t").shows("numbers · EN").keys("enter").shows("Profile › Connectedness");
    app.keys("enter").shows("How do you");
}

#[test]
fn without_answers_it_says_what_is_missing() {
    let mut app = whole(|_, _| String::new(), Lang::En, 80, 24);
    app.keys("enter f9").shows("There is no profile yet: nothing that counts has been answered.");
    app.shows("0 of 51 scored questions are answered.").shows("needs 4 of 5 areas, so far there are 0");
    assert!(!app.screen().contains("other scope"), "{}", app.screen());
    app.keys("enter").shows("No score yet: 0 of 12 answered").shows("Not answered: 12");
    app.keys("esc t t t").shows("They can be named once there is an overall score.");
    app.keys("r").shows("There are no recommendations yet");
}

#[test]
fn a_finished_assessment_says_so() {
    let mut app = reference("isolated-micro", Lang::En, 80, 24);
    // The journal in memory has no clock.
    app.keys("enter f8 c f9").shows("Finished on 01.01.1970. Quick form. All 15 scored questions are answered.");
}

#[test]
fn new_answers_are_in_the_profile_when_it_comes_back() {
    let mut app = reference("isolated-micro", Lang::En, 80, 24);
    app.keys("enter f9 enter enter").shows("How do you work with universities");
    app.keys("4 enter f9").shows("▸ 1 Connectedness").shows("33 ███");
}

#[test]
fn every_view_fits_every_window_in_every_language_and_charset() {
    let raw = regex::Regex::new("(profile|advice|short|hint)-[a-z]+|[{}]").unwrap();
    let views = ["f9", "t", "t", "t", "t enter", "down down", "r", "down", "enter"];
    for lang in Lang::ALL {
        for (charset, _) in Charset::ALL {
            let mut app = mixed(lang, 80, 24);
            app.keys("enter").charset(charset);
            for keys in views {
                app.keys(keys);
                for (width, height) in
                    [(60, 18), (61, 21), (79, 24), (80, 24), (99, 30), (100, 30), (120, 40), (200, 60)]
                {
                    app.resize(width, height);
                    let screen = app.screen();
                    assert!(!raw.is_match(&screen), "a text is missing:\n{screen}");
                    assert!(screen.contains('▸') || charset == Charset::Ascii || keys == "t", "no focus:\n{screen}");
                }
            }
        }
    }
}

#[test]
fn ascii_draws_with_nothing_else() {
    let mut app = mixed(Lang::En, 80, 24);
    app.keys("enter").charset(Charset::Ascii).keys("f9").shows("> 1 Connectedness").shows("31 #####[--]......");
    let drawn: Vec<char> = app.screen().chars().filter(|c| !c.is_ascii() && !"·›–↑↓".contains(*c)).collect();
    assert!(drawn.is_empty(), "{drawn:?}:\n{}", app.screen());
}

#[test]
fn a_questionnaire_of_another_field_has_its_own_areas_and_bands() {
    let mut app = reference("sewing-shop-in-a-hurry", Lang::En, 80, 24);
    app.keys("enter f9").shows("Overall score 37 (28–46) of 100 · By the meter · maturity level 1 of 4");
    app.shows("▸ 1 Metering and data").shows("2 Careful use").shows("3 Management").shows("4 Secure supply");
    app.keys("down down down down down").shows("▸ 4 Secure supply");
    app.keys("t").shows("numbers · EN").shows("Secure supply").keys("t").shows("Electricity").shows("Heat and fuel");
    app.keys("r").shows("Appoint somebody responsible for energy in writing");
}

#[test]
fn another_questionnaire_fits_every_window_in_every_language() {
    for lang in Lang::ALL {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            for name in ["by-guess", "exemplary-works"] {
                let mut app = reference(name, lang, width, height);
                for key in ["enter", "f9", "t", "t", "t", "r", "down", "enter", "esc", "esc", "f8", "f2", "f3"] {
                    app.keys(key);
                    assert!(!app.screen().contains('{'), "{lang} {width}×{height} {key}:\n{}", app.screen());
                }
            }
        }
    }
}

#[test]
fn the_arithmetic_of_every_number_is_one_key_away() {
    let mut app = reference("exporting-member", Lang::En, 80, 60);
    app.keys("enter f9 e").shows("How it comes about: Overall score").shows("Computed again from below: 63.91");
    app.shows("INF · Connectedness").shows("share: 0.2000").shows("1/20");
    app.keys("right").shows("How it comes about: INF Connectedness").keys("left left").shows("1/20");
    app.keys("end esc down enter e").shows("How it comes about: INT International reach");
    app.keys("right right right right").shows("7/20").shows("The plain mean of the answered");
    for _ in 0..13 {
        app.keys("right");
    }
    app.shows("20/20").shows("What makes the doubt about the overall score").shows("with others:");
}

#[test]
fn the_bars_carry_the_median_of_the_peers_once_there_are_five() {
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let mut library = MemoryLibrary::default();
    let finish = |library: &mut MemoryLibrary, name: usize, level: &str| {
        let new = NewAssessment {
            enterprise: format!("Firm {name}"),
            questionnaire: Arc::clone(&questionnaire),
            form: Form::Full,
            lang: Lang::En,
            previous: None,
        };
        let id = library.create(&new).unwrap();
        let now = jiff::Timestamp::from_second(1_795_000_000).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
        let mut interview = Interview::new(Arc::clone(&questionnaire), Form::Full, now);
        for ix in questionnaire.questions.indices() {
            let Ok(Some(value)) = questionnaire.questions[ix].parse(level) else { continue };
            let answer = Answer { response: Some(Response::Value(value)), ..Answer::default() };
            let Ok(change) = interview.propose(ix, answer) else { continue };
            let circumstances = Circumstances { lang: Lang::En, shown_ms: 1000, advance: Advance::Next };
            interview.commit(change, circumstances, library.journal(id).as_mut()).unwrap();
        }
        interview.set_closed(true, Lang::En, library.journal(id).as_mut()).unwrap();
    };
    for (name, level) in ["0", "1", "2", "3", "4"].into_iter().enumerate() {
        finish(&mut library, name, level);
    }
    let mut app = Harness::on(library.clone(), Arc::clone(&questionnaire), Lang::En, 80, 24);
    app.keys("f9").shows("Overall score");
    assert!(!app.screen().contains("median of"), "four peers:\n{}", app.screen());
    finish(&mut library, 5, "2");
    app.keys("esc f9").shows("│ median of 5 peers (all other enterprises, 18.11.2026)");
}
