//! Forms of the sample and of the second questionnaire, and conditions in words.

use std::sync::LazyLock;

use jiff::tz::TimeZone;

use super::*;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::text::Lang;
use crate::report::markup::{CODE, END};

static SAMPLE_READ: LazyLock<Questionnaire> = LazyLock::new(|| read(SAMPLE).unwrap().0);

fn texts(lang: Lang) -> Texts {
    Texts::new(lang, TimeZone::UTC)
}

fn written(text: &str, lang: Lang, format: Format) -> String {
    let (questionnaire, _) = read(text).unwrap_or_else(|problems| panic!("{problems:#?}"));
    // The hash changes with every letter of the file; the form's shape does not.
    form(&questionnaire, &texts(lang), format).replace(&questionnaire.hash[..8], "HASH")
}

#[test]
fn forms_are_written_in_uzbek_and_russian() {
    insta::assert_snapshot!("form_uz", written(SAMPLE, Lang::Uz, Format::Markdown));
    insta::assert_snapshot!("form_ru", written(SAMPLE, Lang::Ru, Format::Markdown));
    insta::assert_snapshot!("form_en", written(SAMPLE, Lang::En, Format::Markdown));
    insta::assert_snapshot!("form_page_ru", written(SAMPLE, Lang::Ru, Format::Html));
}

/// The line of routing of a question asked under a condition.
fn routed(when: &str, lang: Lang) -> String {
    let text = SAMPLE.replace(r#"relevant = "${F8} = 'yes'""#, &format!("relevant = \"{when}\""));
    assert_ne!(text, SAMPLE);
    let (questionnaire, _) = read(&text).unwrap_or_else(|problems| panic!("{when}: {problems:#?}"));
    let sheet = sheet::sheet(&questionnaire, &texts(lang));
    let entry = sheet.parts.iter().flat_map(|part| &part.entries).find(|entry| entry.number.as_deref() == Some("3.1"));
    entry.unwrap().routing[0].replace([CODE, END], "`")
}

#[test]
fn conditions_are_put_into_words_in_every_language() {
    let cases = [
        (
            "${F8} != 'no'",
            "Faqat 1.6-savolga “Yoʻq” deb javob berilmagan boʻlsa beriladi.",
            "Только если ответ на вопрос 1.6 – не «Нет».",
            "Only if the answer to question 1.6 is not “No”.",
        ),
        (
            "${F8} = 'yes' and ${F3} >= 10",
            "Faqat 1.6-savolga “Ha” deb javob berilgan boʻlsa va 1.3-savolga javob 10 yoki undan koʻp boʻlsa beriladi.",
            "Только если ответ на вопрос 1.6 – «Да» и ответ на вопрос 1.3 не меньше 10.",
            "Only if the answer to question 1.6 is “Yes” and the answer to question 1.3 is 10 or more.",
        ),
        (
            "${F5} = 'UZ-FA' or ${F5} = 'UZ-TK'",
            "Faqat 1.5-savolga “Fargʻona” yoki “Toshkent” deb javob berilgan boʻlsa beriladi.",
            "Только если ответ на вопрос 1.5 – «Фергана» или «Ташкент».",
            "Only if the answer to question 1.5 is “Fergana” or “Tashkent”.",
        ),
        (
            "${F5} != 'UZ-FA' and ${F5} != 'UZ-TK'",
            "Faqat 1.5-savolga “Fargʻona” yoki “Toshkent” deb javob berilmagan boʻlsa beriladi.",
            "Только если ответ на вопрос 1.5 – не «Фергана» и не «Ташкент».",
            "Only if the answer to question 1.5 is not “Fergana” and not “Tashkent”.",
        ),
        (
            "${INF1} > 1",
            "Faqat 2.1-savoldagi daraja 1 dan yuqori boʻlsa beriladi.",
            "Только если уровень в вопросе 2.1 выше 1.",
            "Only if the level in question 2.1 is above 1.",
        ),
        (
            "${INF1} = 2",
            "Faqat 2.1-savolga “Bir xodim” deb javob berilgan boʻlsa beriladi.",
            "Только если ответ на вопрос 2.1 – «Один сотрудник».",
            "Only if the answer to question 2.1 is “One employee”.",
        ),
        (
            "selected(${INF2}, 'institute') or selected(${INF2}, 'supplier')",
            "Faqat 2.2-savolda “Ilmiy-tadqiqot instituti” yoki “Yetkazib beruvchi” belgilangan boʻlsa beriladi.",
            "Только если в вопросе 2.2 отмечено «НИИ» или «Поставщик».",
            "Only if “A research institute” or “A supplier” is marked in question 2.2.",
        ),
        (
            "not(selected(${INF2}, 'none')) and count-selected(${INF2}) >= 2",
            "Faqat 2.2-savolda “Hech kim bilan” belgilanmagan boʻlsa va 2.2-savolda belgilangan javoblar soni 2 yoki undan koʻp boʻlsa beriladi.",
            "Только если в вопросе 2.2 не отмечено «Ни с кем» и число ответов, отмеченных в вопросе 2.2, не меньше 2.",
            "Only if “Nobody” is not marked in question 2.2 and the number of answers marked in question 2.2 is 2 or more.",
        ),
        (
            "count-selected(${INF2}) = 0",
            "Faqat 2.2-savolda hech qanday javob belgilanmagan boʻlsa beriladi.",
            "Только если в вопросе 2.2 не отмечено ни одного ответа.",
            "Only if no answer is marked in question 2.2.",
        ),
        (
            "not(${F3} > 5) or (${F2} != '' and ${F8} = 'yes')",
            "Faqat 1.3-savolga javob 5 dan koʻp boʻlmasa yoki (1.2-savolga javob berilgan boʻlsa va 1.6-savolga “Ha” deb javob berilgan boʻlsa) beriladi.",
            "Только если неверно, что ответ на вопрос 1.3 больше 5 или (на вопрос 1.2 есть ответ и ответ на вопрос 1.6 – «Да»).",
            "Only if the answer to question 1.3 is not more than 5 or (question 1.2 has an answer and the answer to question 1.6 is “Yes”).",
        ),
        (
            "${F3} + ${INF3} > 10",
            "Faqat `${F3} + ${INF3} > 10` sharti bajarilsa beriladi.",
            "Только если выполнено `${F3} + ${INF3} > 10`.",
            "Only if `${F3} + ${INF3} > 10` holds.",
        ),
        (
            "${F8} = 'yes' and string-length(${F1}) > 2",
            "Faqat 1.6-savolga “Ha” deb javob berilgan boʻlsa va `string-length(${F1}) > 2` sharti bajarilsa beriladi.",
            "Только если ответ на вопрос 1.6 – «Да» и выполнено `string-length(${F1}) > 2`.",
            "Only if the answer to question 1.6 is “Yes” and `string-length(${F1}) > 2` holds.",
        ),
    ];
    for (when, uz, ru, en) in cases {
        for (lang, expected) in [(Lang::Uz, uz), (Lang::Ru, ru), (Lang::En, en)] {
            assert_eq!(routed(when, lang), expected, "{when}");
        }
    }
}

#[test]
fn what_is_asked_and_answered_stands_on_the_form() {
    for (text, lang) in [(SAMPLE, Lang::Uz), (BUILTIN[0].text, Lang::Ru), (BUILTIN[1].text, Lang::En)] {
        let (questionnaire, _) = read(text).unwrap();
        let page = form(&questionnaire, &texts(lang), Format::Html);
        for (ix, question) in questionnaire.questions.enumerate().filter(|(_, question)| question.kind.is_shown()) {
            let number = questionnaire.number(ix);
            assert!(number.is_none_or(|number| page.contains(&format!("<span class=\"number\">{number}</span>"))));
            for choice in question.kind.choices().iter().flat_map(|choices| choices.list.iter()) {
                let label = choice.label.get(lang).replace('&', "&amp;").replace('\'', "&#39;").replace('"', "&quot;");
                assert!(page.contains(&label), "{}: {label}", question.id);
            }
        }
    }
}

#[test]
fn the_page_needs_nothing_else_and_is_well_formed() {
    let page = form(&SAMPLE_READ, &texts(Lang::En), Format::Html);
    for outside in ["http", "src=", "@import", "url(", "<script"] {
        assert!(!page.contains(outside), "{outside}");
    }
    let mut open: Vec<String> = Vec::new();
    let tags = regex::Regex::new(r"<(/?)([a-z][a-z0-9]*)[^>]*>").unwrap();
    for tag in tags.captures_iter(&page) {
        match (&tag[1], &tag[2]) {
            (_, "meta" | "br") => {}
            ("", name) => open.push(name.to_owned()),
            (_, name) => assert_eq!(open.pop().as_deref(), Some(name)),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_question_cannot_become_markup() {
    let text = SAMPLE.replace("en = \"Number of employees\"", "en = \"<b>*Number* & 'more'</b>\"");
    assert!(written(&text, Lang::En, Format::Html).contains("&lt;b&gt;*Number* &amp; &#39;more&#39;&lt;/b&gt;"));
    assert!(written(&text, Lang::En, Format::Markdown).contains(r"\<b\>\*Number\* \& 'more'\</b\>"));
}

#[test]
fn scores_are_not_for_the_respondent() {
    let scored = [
        ("score = 40", "score = 60"),
        ("weight = 2", "weight = 7"),
        ("best = 60", "best = 70"),
        ("cap = 3", "cap = 4"),
    ];
    let other = scored.iter().fold(SAMPLE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    for format in [Format::Markdown, Format::Html] {
        assert_eq!(written(SAMPLE, Lang::Uz, format), written(&other, Lang::Uz, format));
    }
}
