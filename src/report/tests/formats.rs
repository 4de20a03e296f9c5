//! HTML and Markdown: nothing is left out, nothing that was typed becomes markup, the page is sound.

use calamine::Reader;

use super::*;
use crate::engine::answer::shown;
use crate::report::markup;

fn of(interview: &Interview, meta: &Meta, lang: Lang, length: Length) -> Report {
    document(&profile(interview), interview, meta, &texts(lang), length)
}

/// A firm and answers that try to be more than texts.
fn hostile() -> (Interview, Meta) {
    let mut interview = zarafshon();
    let sly = "</p><script>alert(1)</script> | *b* [l](javascript:x) `c`\n# h\u{1b}[31m\u{9b}2J\u{7}";
    let answer = Answer { evidence: sly.to_owned(), comment: sly.to_owned(), ..value(&interview, "INF1", "1") };
    keep(&mut interview, "INF1", answer);
    let reason = sly.to_owned();
    keep(&mut interview, "REG1", Answer { response: Some(Response::NotApplicable { reason }), ..Answer::default() });
    let enterprise = "</style></title>\"\\ <b> 'O\u{2bb}zbekiston\u{1b}]0;x\u{7}'".to_owned();
    (interview, Meta { enterprise, interviewers: vec!["</style>\" A".to_owned()], ..meta() })
}

#[test]
fn every_answer_comment_evidence_and_reason_is_there() {
    for lang in Lang::ALL {
        let (sly, meta_of_sly) = hostile();
        for (interview, meta) in [(zarafshon(), meta()), (barely(), meta()), (lopsided(), meta()), (sly, meta_of_sly)] {
            let report = of(&interview, &meta, lang, Length::Full);
            let (html, markdown) = (html(&report), markdown(&report));
            for (id, said) in said(&interview, lang) {
                assert!(html.contains(&markup::html(&said)), "{lang} {id}: {said}");
                assert!(markdown.contains(&markup::markdown(&said)), "{lang} {id}: {said}");
            }
        }
    }
}

/// Everything that was said, as a person reads it, with its question.
fn said(interview: &Interview, lang: Lang) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (ix, question) in interview.questionnaire().questions.enumerate() {
        if !interview.is_asked(ix) {
            continue;
        }
        let answer = interview.answer(ix);
        let mut said = vec![answer.comment.clone(), answer.evidence.clone()];
        match &answer.response {
            Some(Response::Value(value)) => {
                said.push(shown(question, value, lang, |number| texts(lang).exact(number)));
            }
            Some(Response::NotApplicable { reason }) => said.push(reason.clone()),
            _ => {}
        }
        all.extend(said.into_iter().filter(|said| !said.is_empty()).map(|said| (question.id.to_string(), said)));
    }
    all
}

#[test]
fn the_workbook_holds_every_answer_comment_evidence_and_reason_as_well() {
    for lang in Lang::ALL {
        for interview in [zarafshon(), barely(), lopsided()] {
            let bytes = xlsx(&profile(&interview), &interview, &meta(), &texts(lang)).unwrap();
            let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
            let sheets = book.worksheets();
            let cells: Vec<String> =
                sheets.iter().flat_map(|(_, sheet)| sheet.used_cells().map(|(_, _, cell)| cell.to_string())).collect();
            for (id, said) in said(&interview, lang) {
                // Numbers are numbers there, with their unit in the format.
                let number: String = said.chars().filter(char::is_ascii_digit).collect();
                let holds = |cell: &String| cell.contains(&said) || (!number.is_empty() && *cell == number);
                assert!(cells.iter().any(holds), "{lang} {id}: {said}");
            }
        }
    }
}

#[test]
fn nothing_that_was_typed_becomes_markup() {
    let (interview, meta) = hostile();
    for length in [Length::Full, Length::Short] {
        let report = of(&interview, &meta, Lang::Ru, length);
        let (html, markdown) = (html(&report), markdown(&report));
        assert!(!html.contains("<script") && !html.contains("<b>") && html.matches("</style>").count() == 1, "{html}");
        assert!(html.matches("</title>").count() == 1 + html.matches("<svg").count());
        let lines = markdown.lines().filter(|line| line.starts_with("# ")).count();
        assert!(
            lines == 1 && !markdown.replace("\\<", "").contains("<script") && !markdown.contains("[l]("),
            "{markdown}"
        );
        for written in [html, markdown] {
            assert!(written.chars().all(|c| c == '\n' || !c.is_control()));
        }
    }
}

#[test]
fn a_page_is_sound_in_every_language() {
    let tag = regex::Regex::new(r"<(/?)([a-z][a-z0-9]*)([^>]*?)(/?)>").unwrap();
    let id = regex::Regex::new(r#"[ "]id="([^"]+)""#).unwrap();
    let link = regex::Regex::new(r##"href="#([^"]+)""##).unwrap();
    for lang in Lang::ALL {
        for interview in [zarafshon(), barely(), fresh()] {
            let page = html(&of(&interview, &meta(), lang, Length::Full));
            assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{}\">", lang.tag())));
            let (mut open, mut level): (Vec<String>, u8) = (Vec::new(), 0);
            let body = page.split_once("</style>").unwrap().1;
            for found in tag.captures_iter(body) {
                let name = found[2].to_owned();
                if let Some(heading) = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok())
                    && found[1].is_empty()
                {
                    assert!(heading <= level + 1, "h{heading} after h{level}");
                    level = heading;
                }
                if found[1].is_empty() && found[4].is_empty() && name != "br" {
                    open.push(name);
                } else if !found[1].is_empty() && !["style", "head", "html"].contains(&name.as_str()) {
                    assert_eq!(open.pop(), Some(name));
                }
            }
            // The head and the root were opened before the style sheet.
            assert_eq!(open, ["body"; 0], "{open:?}");
            let mut ids: Vec<&str> = id.captures_iter(&page).map(|found| found.get(1).unwrap().as_str()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all);
            for found in link.captures_iter(&page) {
                assert!(ids.contains(&&found[1]), "{}", &found[1]);
            }
            assert!(!page.contains("document-") && !page.contains("report-") && !page.contains("NaN"), "{lang}");
            assert!(
                ["src=", "href=\"http", "url(", "@import", "<link"].iter().all(|other| !page.contains(other)),
                "the page needs another file"
            );
        }
    }
}

#[test]
fn who_vouches_stands_in_the_margin_of_every_page() {
    let report = of(&zarafshon(), &Meta { interviewers: Vec::new(), ..meta() }, Lang::En, Length::Full);
    let page = html(&report);
    assert!(page.contains("@top-right { content: \"Self-assessment, not verified\"; }"), "{page}");
    assert!(markdown(&report).contains("*Self-assessment, not verified*"));
    let page = html(&of(&zarafshon(), &meta(), Lang::En, Length::Full));
    assert!(page.contains("@top-right { content: \"Interview by D. Karimova\"; }"));
}

#[test]
fn the_short_form_keeps_to_the_essential() {
    let (full, short) =
        (of(&zarafshon(), &meta(), Lang::En, Length::Full), of(&zarafshon(), &meta(), Lang::En, Length::Short));
    let headings = |report: &Report| -> Vec<String> {
        report.sections.iter().filter_map(|section| section.heading.clone()).collect()
    };
    assert_eq!(headings(&short), ["In short", "Areas", "What to do first"]);
    assert!(headings(&full).len() > 8);
    insta::assert_snapshot!(steady(&markdown(&short)));
}

fn lettered(lang: Lang) -> Report {
    let letterhead = crate::report::letterhead::Letterhead {
        sender: "Chamber <b>of</b> Fergana".to_owned(),
        logo: crate::report::letterhead::Logo::new(b"<svg onload=\"alert(1)\"/>".to_vec()),
        accent: Some((0x7a, 0x1f, 0x2b)),
        head: "Industry & trade".to_owned(),
        foot: "Advice is \"free\"</style>".to_owned(),
    };
    Report { letterhead: Some(letterhead), ..of(&zarafshon(), &meta(), lang, Length::Short) }
}

#[test]
fn a_template_puts_sender_logo_colour_and_foot_around_the_report() {
    let page = html(&lettered(Lang::En));
    assert!(
        page.contains("<p class=\"sender\">Chamber &lt;b&gt;of&lt;/b&gt; Fergana</p>\n<p>Industry &amp; trade</p>")
    );
    assert!(
        page.contains("<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+\" alt=\"\">"),
        "{page}"
    );
    assert!(page.contains(":root { --accent:#7a1f2b; }"), "{page}");
    assert!(page.contains("@bottom-left { content: \"Advice is \\22 free\\22 \\3c /style\\3e \"; }"), "{page}");
    assert_eq!(page.matches("</style>").count(), 1);
    let markdown = markdown(&lettered(Lang::En));
    assert!(markdown.starts_with("Chamber \\<b\\>of\\</b\\> Fergana\n\nIndustry \\& trade\n\n# "), "{markdown}");
    assert!(markdown.ends_with("Advice is \"free\"\\</style\\>\n"), "{markdown}");
}

#[test]
fn without_a_template_nobody_is_named_as_the_sender() {
    let page = html(&of(&zarafshon(), &meta(), Lang::En, Length::Short));
    assert!(!page.contains("<img") && !page.contains("class=\"sender\"") && !page.contains("@bottom-left { content"));
    assert!(page.contains(":root { --accent:#0072b2; }"), "{page}");
}
