//! Every other text that the program reads.

use super::*;
use tashxis::engine::benchmark::Reference;
use tashxis::engine::text::{canonical, cyrillic, folded, latin, nearest, reformed, sort_key};
use tashxis::engine::{catalogue, template};
use tashxis::report::Length;
use tashxis::report::letterhead::{Letterhead, Logo};
use tashxis::tui::theme;

/// The first byte says what the others are.
pub fn texts(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    if first % 6 == 5 {
        return logo(rest);
    }
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let mut dice = Dice::of(rest);
    match first % 6 {
        0 => match catalogue::read(text) {
            Ok((catalogue, warnings)) => {
                told(&warnings, text, &mut dice);
                drop(catalogue::against(&catalogue, &SAMPLE));
                drop(catalogue::stale(&catalogue, moment().date()));
                drop(catalogue::unmatched(&SAMPLE, &catalogue));
            }
            Err(problems) => told(&problems, text, &mut dice),
        },
        1 => match template::read(text) {
            Ok((template, warnings)) => {
                told(&warnings, text, &mut dice);
                drop(Letterhead::new(&template, None, Lang::Ru));
            }
            Err(problems) => told(&problems, text, &mut dice),
        },
        2 => {
            if let Err(problems) = theme::read(text, theme::Depth::default()) {
                told(&problems, text, &mut dice);
            }
        }
        3 => {
            if let Err(problem) = Reference::parse(text, &["INF", "FIN", "index"]) {
                drop(say(dice.roll(3), &problem.message()));
            }
        }
        _ => words(text, &mut dice),
    }
}

/// Texts as they are searched, sorted, spelt in other alphabets and laid out.
fn words(text: &str, dice: &mut Dice) {
    let typed = canonical(text);
    assert!(!typed.chars().any(|c| steers(c) && !matches!(c, '\n' | '\t')));
    assert_eq!(canonical(&typed), typed, "what is normal stays as it is");
    drop((folded(text), cyrillic(text), reformed(text), sort_key(text, dice.lang())));
    drop((text.chars().map(latin).collect::<Vec<_>>(), nearest(text, ["INF", "text", "oʻzbek"])));
    let wrapped = tashxis::report::wrap::wrap(text, dice.roll(90), dice.roll(9));
    for line in &wrapped {
        still(line);
    }
    for question in &SAMPLE.questions {
        if let Ok(Some(value)) = question.parse(text) {
            assert!(question.accepts(&value).is_ok(), "what was typed is accepted: {value:?}");
        }
    }
}

/// A picture in a letterhead, on paper and in a page.
fn logo(bytes: &[u8]) {
    let Some(logo) = Logo::new(bytes.to_vec()) else { return };
    thread_local! {
        static INTERVIEW: Interview = Interview::new(Arc::clone(&SAMPLE), Form::Full, moment());
    }
    let letterhead = Letterhead {
        sender: "Oqtosh".to_owned(),
        logo: Some(logo),
        accent: None,
        head: String::new(),
        foot: String::new(),
    };
    INTERVIEW.with(|interview| {
        let profile = tashxis::engine::profile::profile(interview);
        let meta = super::bare::meta("Oqtosh");
        let report = with_texts(0, |texts| tashxis::report::document(&profile, interview, &meta, texts, Length::Short));
        let report = tashxis::report::Report { letterhead: Some(letterhead), ..report };
        // A picture that cannot be drawn may be refused; it may not be more.
        let _ = tashxis::report::pdf(&report);
    });
}
