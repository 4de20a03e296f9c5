//! The report as PDF, read by other programs: nothing is left out, nothing stands outside the margins, the short form
//! takes two pages, every page says who vouches for the answers.
//!
//! Where pdftotext or qpdf are not at hand, a test says so and ends.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

#[path = "support/bare.rs"]
mod bare;

use std::process::Command;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tashxis::engine::answer::{Answer, Response, shown};
use tashxis::engine::interview::memory::MemoryJournal;
use tashxis::engine::interview::{Advance, Circumstances, Interview};
use tashxis::engine::profile::profile;
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::reference::play;
use tashxis::engine::text::Lang;
use tashxis::engine::uncertainty::Options;
use tashxis::i18n::Texts;
use tashxis::report::letterhead::{Letterhead, Logo};
use tashxis::report::{self, Length, Meta, Pdf};

/// A reference enterprise of the built-in questionnaire, as its answers are.
fn plain() -> Interview {
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let now = Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    play(&questionnaire, questionnaire.references.first().unwrap(), now).interview
}

/// The same with comments, evidence and a reason beside answers, some of them of words longer than a line.
fn annotated() -> Interview {
    let mut interview = plain();
    let indices: Vec<_> = interview.questionnaire().questions.indices().collect();
    for (at, ix) in indices.into_iter().enumerate() {
        let mut answer = interview.answer(ix).clone();
        if answer.response.is_none() || !interview.is_asked(ix) {
            continue;
        }
        match at % 4 {
            0 => answer.evidence = "Kompensatsiyalashtirilmaganliklaridanmikansizlarmikan".repeat(4),
            1 => answer.comment = format!("Izoh № {at}: buyruq (2024-yil) ўқилди, «ғалати» ҳужжат & <b>қоғоз</b>"),
            2 => answer.evidence = format!("Далил {at}\nвторая строка, ʻoʻ ʼ — “a” ≥ 5 %"),
            _ if interview.questionnaire().questions[ix].item.is_none() => {}
            _ => answer.response = Some(Response::NotApplicable { reason: format!("biz bunday ish qilmaymiz {at}") }),
        }
        // Where the questionnaire wants an answer, a reason for none is refused: then the answer stays as it is.
        let Ok(change) = interview.propose(ix, answer) else { continue };
        let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
        interview.commit(change, circumstances, &mut MemoryJournal::default()).unwrap();
    }
    interview
}

fn paper(interview: &Interview, lang: Lang, length: Length) -> Pdf {
    let options = Options::default().drawing(200);
    let meta = Meta { options, ..bare::meta("«Зарафшон Текстиль» МЧЖ") };
    let texts = Texts::new(lang, TimeZone::UTC);
    report::pdf(&report::document(&profile(interview), interview, &meta, &texts, length)).unwrap()
}

/// What a program says of a file, if the program is there.
fn asked(program: &str, pdf: &Pdf, before: &[&str], after: &[&str]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, &pdf.bytes).unwrap();
    let Ok(done) = Command::new(program).args(before).arg(&file).args(after).output() else {
        println!("left out: {program} is not installed, so the PDF is not read by it");
        return None;
    };
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{program}: {said}{}", String::from_utf8_lossy(&done.stderr));
    Some(said)
}

/// The letters of a text, without what lines and pages are made of.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn every_answer_comment_evidence_and_reason_is_on_paper() {
    let interview = annotated();
    for lang in Lang::ALL {
        let pdf = paper(&interview, lang, Length::Full);
        assert!(pdf.missing.is_empty(), "{lang}: {:?}", pdf.missing);
        let Some(text) = asked("pdftotext", &pdf, &["-raw"], &["-"]) else { return };
        // The margins of a page come first, and stand between two halves of a paragraph.
        let page = |page: &str| letters(&page.lines().skip(2).collect::<Vec<_>>().join("\n"));
        let text: String = text.split_terminator('\u{c}').map(page).collect();
        let texts = Texts::new(lang, TimeZone::UTC);
        let mut found = [0; 4];
        for (ix, question) in interview.questionnaire().questions.enumerate() {
            if !interview.is_asked(ix) {
                continue;
            }
            let Answer { response, comment, evidence, .. } = interview.answer(ix);
            let (value, reason) = match response {
                Some(Response::Value(value)) => {
                    (shown(question, value, lang, |number| texts.exact(number)), String::new())
                }
                Some(Response::NotApplicable { reason }) => (String::new(), reason.clone()),
                _ => (String::new(), String::new()),
            };
            for (kind, said) in [&value, comment, evidence, &reason].into_iter().enumerate() {
                let said = letters(said);
                assert!(text.contains(&said), "{lang} {}: {said}", question.id);
                found[kind] += usize::from(!said.is_empty());
            }
        }
        assert!(found.iter().all(|count| *count > 2), "{found:?}");
    }
}

#[test]
fn nothing_stands_outside_the_margins_and_every_page_says_who_vouches() {
    let number = regex::Regex::new(r#"([xy])M(in|ax)="([-0-9.]+)""#).unwrap();
    let interview = annotated();
    for lang in Lang::ALL {
        for length in [Length::Full, Length::Short] {
            let pdf = paper(&interview, lang, length);
            let Some(words) = asked("pdftotext", &pdf, &["-bbox"], &["-"]) else { return };
            let mut seen = 0;
            for word in words.lines().filter(|line| line.contains("<word")) {
                for place in number.captures_iter(word) {
                    let (at, most) = (place[3].parse::<f64>().unwrap(), if &place[1] == "x" { 595.3 } else { 841.9 });
                    let least = if &place[1] == "x" { 45.0 } else { 20.0 };
                    assert!(at >= least && at <= most - least, "{lang}: {word}");
                }
                seen += 1;
            }
            assert!(seen > 100, "{seen}");
            let text = asked("pdftotext", &pdf, &["-raw"], &["-"]).unwrap();
            let vouched = Texts::new(lang, TimeZone::UTC).get("document-running-self");
            for (at, page) in text.split_terminator('\u{c}').enumerate() {
                let head: Vec<&str> = page.lines().take(2).collect();
                assert!(head[0].contains(&vouched), "{lang}: {head:?}");
                assert_eq!(head[1], format!("{} / {}", at + 1, pdf.pages), "{lang}");
            }
        }
    }
}

#[test]
fn the_short_form_takes_two_pages() {
    for lang in Lang::ALL {
        let pages = paper(&plain(), lang, Length::Short).pages;
        assert!(pages <= 2, "{lang}: the short form takes {pages} pages");
    }
}

/// A grey pixel.
const LOGO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDATx\xdach\0\0\0\x82\0\x81\xda\x45\x08\x3b\0\0\0\0IEND\xae\x42\x60\x82";

#[test]
fn the_short_form_of_every_reference_takes_two_pages_also_under_a_letterhead() {
    let now = Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let letterhead = Letterhead {
        sender: "Fargʻona viloyati savdo-sanoat palatasi".to_owned(),
        logo: Logo::new(LOGO.to_vec()),
        accent: Some((0x7a, 0x1f, 0x2b)),
        head: "Sanoat korxonalarini diagnostika qilish markazi · Fargʻona sh., Mustaqillik koʻchasi 19".to_owned(),
        foot: "Maslahat bepul · +998 73 244 00 00".to_owned(),
    };
    let mut seen = 0;
    for builtin in BUILTIN {
        let questionnaire = Arc::new(read(builtin.text).unwrap().0);
        for reference in &questionnaire.references {
            let interview = play(&questionnaire, reference, now.clone()).interview;
            let profile = profile(&interview);
            for lang in [Lang::Uz, Lang::UzCyrl, Lang::Ru] {
                let options = Options::default().drawing(50);
                let meta = Meta {
                    options, ..bare::meta("«Зарафшон Текстиль» масъулияти чекланган жамияти")
                };
                let texts = Texts::new(lang, TimeZone::UTC);
                let mut document = report::document(&profile, &interview, &meta, &texts, Length::Short);
                document.letterhead = Some(letterhead.clone());
                let pdf = report::pdf(&document).unwrap();
                assert!(!pdf.without_logo && pdf.missing.is_empty(), "{:?}", pdf.missing);
                let id = &reference.id;
                assert!(pdf.pages <= 2, "{} {id} in {lang}: {} pages", questionnaire.id, pdf.pages);
                seen += 1;
            }
        }
    }
    assert!(seen >= 30, "{seen}");
}

#[test]
fn a_letter_that_the_font_has_not_is_told_by_its_number() {
    let mut interview = plain();
    let ix = interview.questionnaire().questions.indices().find(|ix| interview.answer(*ix).response.is_some()).unwrap();
    let answer = Answer { comment: "漢字 and العربية".to_owned(), ..interview.answer(ix).clone() };
    let change = interview.propose(ix, answer).unwrap();
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    interview.commit(change, circumstances, &mut MemoryJournal::default()).unwrap();
    let pdf = paper(&interview, Lang::En, Length::Full);
    // Where each stands is told: the part of the report, and the question in it.
    let questionnaire = interview.questionnaire();
    let question = questionnaire.questions[ix].label.get(Lang::En);
    for letter in ['漢', 'ع'] {
        let place = &pdf.missing[&letter];
        let begun: String = question.chars().take(20).collect();
        assert!(place.contains(" › ") && place.contains(&begun), "{letter}: {place}");
    }
    let Some(text) = asked("pdftotext", &pdf, &["-raw"], &["-"]) else { return };
    assert!(letters(&text).contains("[U+6F22][U+5B57]and[U+0627][U+0644]"), "{text}");
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for lang in Lang::ALL {
        let pdf = paper(&annotated(), lang, Length::Full);
        let Some(said) = asked("qpdf", &pdf, &["--check"], &[]) else { return };
        assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    }
}
