//! Records that age, needs that are met, and the catalogue that comes with the program.

use jiff::civil::date;

use super::*;
use crate::engine::advice::tests::{action, instrument, interview};
use crate::engine::interview::Interview;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::builtin::BUILTIN as QUESTIONNAIRES;

const HEAD: &str = "format = 1\nid = \"small\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\n\
                    title = { en = \"Small\" }\nverified_on = 2026-01-31\n";

/// A record that may be named in 2026, with one more line, or with a line in the place of the one of its key.
fn record(id: &str, lines: &[&str]) -> String {
    let mut all = vec![
        "kind = \"body\"",
        "status = \"active\"",
        "verified_on = 2026-01-31",
        "confidence = \"high\"",
        "generic = \"office\"",
        "sources = [{ title = \"Paper\", address = \"https://example.org/a\", date = \"2025\" }]",
    ];
    for line in lines {
        let key = line.split(' ').next().unwrap();
        all.retain(|kept| kept.split(' ').next().unwrap() != key);
        all.push(line);
    }
    format!(
        "[[record]]\nid = \"{id}\"\nnames = {{ en = \"Name {id}\" }}\nwhat = {{ en = \"offers {id}\" }}\n{}\n",
        all.join("\n")
    )
}

fn generic(id: &str, text: &str) -> String {
    format!("[[generic]]\nid = \"{id}\"\ntext = {{ en = \"{text}\" }}\n")
}

fn catalogue(records: &[String]) -> Catalogue {
    let text = HEAD.to_owned() + &generic("office", "Ask the office.") + &generic("gate", "Ask what it depends on.");
    let text = text + &records.concat();
    read(&text).unwrap_or_else(|problems| panic!("{problems:#?}")).0
}

fn one(lines: &[&str]) -> Record {
    catalogue(&[record("one", lines)]).records.remove(0)
}

/// The keys of the problems of a file.
fn problems(text: &str) -> Vec<&'static str> {
    let found = read(text).map_or_else(|problems| problems, |(_, warnings)| warnings);
    found.iter().map(|problem| problem.message.key).collect()
}

fn builtin() -> Catalogue {
    let (catalogue, warnings) = read(BUILTIN).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(warnings, []);
    catalogue
}

fn questionnaire() -> Questionnaire {
    crate::engine::questionnaire::read::read(QUESTIONNAIRES[0].text).unwrap().0
}

#[test]
fn a_record_is_named_until_its_review_and_with_a_reserve_after_it() {
    let record = one(&["review_by = 2026-12-31"]);
    assert_eq!(state(&record, date(2026, 12, 31)), State::Fresh);
    assert_eq!(state(&record, date(2027, 1, 1)), State::Aged);
    assert_eq!(state(&record, date(2040, 1, 1)), State::Aged);
}

#[test]
fn a_record_is_named_only_within_its_dates() {
    let record = one(&["valid_from = 2026-03-01", "valid_until = 2026-09-30"]);
    let cases = [
        (date(2026, 2, 28), State::Neutral(Reason::NotBefore(date(2026, 3, 1)))),
        (date(2026, 3, 1), State::Fresh),
        (date(2026, 9, 30), State::Fresh),
        (date(2026, 10, 1), State::Neutral(Reason::Ended(date(2026, 9, 30)))),
    ];
    for (day, expected) in cases {
        assert_eq!(state(&record, day), expected, "{day}");
    }
}

#[test]
fn only_what_exists_and_is_sure_is_named() {
    let today = date(2026, 2, 1);
    for (status, word) in Status::ALL {
        let named = matches!(status, Status::Active | Status::Recurring);
        let expected = if named { State::Fresh } else { State::Neutral(Reason::Status(*status)) };
        assert_eq!(state(&one(&[&format!("status = \"{word}\"")]), today), expected, "{word}");
    }
    assert_eq!(state(&one(&["confidence = \"medium\""]), today), State::Fresh);
    assert_eq!(state(&one(&["confidence = \"low\""]), today), State::Neutral(Reason::Unsure));
}

#[test]
fn without_a_day_for_it_the_review_follows_from_the_kind() {
    let cases = [
        ("programme", date(2027, 1, 31)),
        ("body", date(2027, 1, 31)),
        ("network", date(2027, 1, 31)),
        ("law", date(2028, 1, 31)),
        ("statistic", date(2027, 7, 31)),
        ("incentive", date(2027, 1, 1)),
        ("event", date(2026, 5, 15)),
    ];
    assert_eq!(cases.len(), Kind::ALL.len());
    for (kind, day) in cases {
        let record = one(&[&format!("kind = \"{kind}\""), "valid_until = 2026-05-15"]);
        assert_eq!(record.review_by, day, "{kind}");
    }
    assert_eq!(one(&["kind = \"law\"", "review_by = 2026-06-01"]).review_by, date(2026, 6, 1));
}

#[test]
fn what_a_maintainer_should_look_at_is_listed_with_its_reason() {
    let catalogue = catalogue(&[
        record("fresh", &["review_by = 2027-06-30"]),
        record("due", &["review_by = 2026-06-30"]),
        record("ended", &["valid_until = 2026-05-31"]),
        record("over", &["valid_until = 2026-05-31", "status = \"closed\""]),
        record("unsure", &["review_by = 2026-06-30", "confidence = \"low\""]),
    ]);
    let listed = |day| stale(&catalogue, day).into_iter().map(|stale| (stale.record, stale.reason)).collect::<Vec<_>>();
    assert_eq!(listed(date(2026, 5, 31)), []);
    let ended = ("ended", StaleReason::Ended(date(2026, 5, 31)));
    assert_eq!(listed(date(2026, 6, 30)), [ended]);
    let due = |record| (record, StaleReason::ReviewDue(date(2026, 6, 30)));
    assert_eq!(listed(date(2026, 7, 1)), [due("due"), ended, due("unsure")]);
    assert_eq!(stale(&catalogue, date(2026, 7, 1))[0].verified_on, date(2026, 1, 31));
}

/// An interview with one recommendation that names these needs, in a questionnaire that has some neutral texts.
fn needing(needs: &str, answers: &[(&str, &str)]) -> Interview {
    let advice = action("recommendation", "act", &format!("items = [\"A1\"]\neffort = 1\ncatalogue = [{needs}]"));
    let generics = generic("office", "Ask somebody.") + &generic("other", "Ask around.");
    interview(&instrument(&(advice + &generics)), answers)
}

/// The lines under the recommendation, shortened.
fn said(catalogue: &Catalogue, interview: &Interview, today: Date) -> Vec<String> {
    let recommendation = interview.questionnaire().recommendations.iter().next().unwrap();
    let line = |mention: Mention<'_>| match mention {
        Mention::Named { record, what, aged } => {
            let mark = if aged { "~" } else { "" };
            format!("{mark}{}: {}", record.names.get(Lang::En), what.get(Lang::En))
        }
        Mention::Neutral { text, .. } => text.get(Lang::En).to_owned(),
    };
    mentions(catalogue, interview, recommendation, today).into_iter().map(line).collect()
}

#[test]
fn a_need_is_met_by_name_or_by_the_neutral_text() {
    let today = date(2026, 2, 1);
    let interview = needing("\"office\", \"other\"", &[]);
    let small = catalogue(&[record("one", &["review_by = 2026-06-30"]), record("two", &["status = \"closed\""])]);
    assert_eq!(said(&small, &interview, today), ["Name one: offers one", "Ask around."]);
    assert_eq!(said(&small, &interview, date(2026, 7, 1)), ["~Name one: offers one", "Ask around."]);
    let closed = catalogue(&[record("two", &["status = \"closed\""])]);
    assert_eq!(said(&closed, &interview, today), ["Ask the office.", "Ask around."], "its country's words come first");
    assert_eq!(said(&Catalogue::default(), &interview, today), ["Ask somebody.", "Ask around."]);
}

#[test]
fn a_record_can_be_needed_by_its_own_name() {
    let today = date(2026, 2, 1);
    let small = catalogue(&[record("one", &[]), record("two", &["status = \"closed\""])]);
    assert_eq!(said(&small, &needing("\"one\"", &[]), today), ["Name one: offers one"]);
    assert_eq!(said(&small, &needing("\"two\"", &[]), today), ["Ask the office."]);
    assert_eq!(said(&small, &needing("\"nobody\"", &[]), today), Vec::<String>::new());
}

#[test]
fn a_record_is_named_to_those_it_is_for() {
    let today = date(2026, 2, 1);
    let small = catalogue(&[
        record("tiny", &["applies_when = \"${F3} < 10\""]),
        record("elsewhere", &["applies_when = \"${F99} = 'x'\""]),
    ]);
    assert_eq!(said(&small, &needing("\"office\"", &[("F3", "9")]), today), ["Name tiny: offers tiny"]);
    assert_eq!(said(&small, &needing("\"office\"", &[("F3", "10")]), today), ["Ask the office."]);
    assert_eq!(said(&small, &needing("\"office\"", &[]), today), ["Ask the office."], "not answered is no reason");
}

#[test]
fn a_catalogue_that_is_not_meant_for_an_enterprise_says_nothing_of_its_country() {
    let text = HEAD.to_owned()
        + "applies_when = \"${F3} < 10\"\n"
        + &generic("office", "Ask the office.")
        + &record("one", &[]);
    let (small, _) = read(&text).unwrap();
    let today = date(2026, 2, 1);
    assert_eq!(said(&small, &needing("\"office\"", &[("F3", "9")]), today), ["Name one: offers one"]);
    assert_eq!(said(&small, &needing("\"office\"", &[("F3", "10")]), today), ["Ask somebody."]);
}

#[test]
fn the_first_case_that_holds_stands_for_the_general_sentence() {
    let cases = "cases = [{ when = \"${F3} < 10\", what = { en = \"is for the small\" } }, \
                 { when = \"${F3} < 50\", what = { en = \"is for the middle\" } }]";
    let small = catalogue(&[record("one", &[cases])]);
    for (staff, expected) in [("9", "is for the small"), ("10", "is for the middle"), ("50", "offers one")] {
        let lines = said(&small, &needing("\"office\"", &[("F3", staff)]), date(2026, 2, 1));
        assert_eq!(lines, [format!("Name one: {expected}")]);
    }
}

#[test]
fn what_help_depends_on_is_said_once_after_all_of_it() {
    let today = date(2026, 2, 1);
    let gated = |id| record(id, &["gate = \"share\""]);
    let with = |share: &[&str]| catalogue(&[record("share", share), gated("one"), gated("two")]);
    let interview = needing("\"office\"", &[]);
    let plain = with(&["generic = \"gate\""]);
    let named = ["Name one: offers one", "Name two: offers two"];
    assert_eq!(said(&plain, &interview, today), [&named[..], &["Name share: offers share"]].concat());
    let closed = with(&["generic = \"gate\"", "status = \"closed\""]);
    assert_eq!(said(&closed, &interview, today), [&named[..], &["Ask what it depends on."]].concat());
}

#[test]
fn what_does_not_fit_together_is_reported() {
    let base = HEAD.to_owned() + &generic("office", "Ask.");
    let with = |lines: &[&str]| problems(&(base.clone() + &record("one", lines)));
    let cases: [(&[&str], &[&str]); 13] = [
        (&[], &[]),
        (&["valid_from = 2026-02-01", "valid_until = 2026-01-31"], &["catalogue-dates-turned"]),
        (&["review_by = 2026-01-30"], &["catalogue-dates-turned"]),
        (&["valid_until = 2026-01-30"], &["catalogue-ended-before-verified"]),
        (&["valid_until = 2026-01-30", "status = \"closed\""], &[]),
        (&["kind = \"event\""], &["catalogue-no-review"]),
        (&["generic = \"nobody\""], &["catalogue-no-generic"]),
        (&["gate = \"office\""], &["catalogue-no-record"]),
        (&["gate = \"one\""], &["catalogue-gate-behind-gate"]),
        (&["sources = []"], &["check-empty-list"]),
        (&["sources = [{ title = \"a\", address = \"example.org\", date = \"2025\" }]"], &["catalogue-bad-address"]),
        (&["sources = [{ title = \"a\", address = \"https://example.org\", date = \"soon\" }]"], &["check-bad-day"]),
        (&["applies_when = \"${F3} <\""], &["expr-unexpected-end"]),
    ];
    for (lines, expected) in cases {
        assert_eq!(with(lines), expected, "{lines:?}");
    }
}

#[test]
fn a_record_needs_a_source_a_date_and_a_kind() {
    let base = HEAD.to_owned() + &generic("office", "Ask.");
    let whole = record("one", &[]);
    for key in ["kind", "status", "verified_on", "confidence", "generic", "sources", "names", "what"] {
        let lacking: Vec<&str> = whole.lines().filter(|line| !line.starts_with(&format!("{key} "))).collect();
        let found = problems(&(base.clone() + &lacking.join("\n")));
        assert!(found.contains(&"check-missing-keys"), "{key}: {found:?}");
    }
}

#[test]
fn the_dates_of_sources_may_be_days_months_or_years() {
    for good in ["\"2025\"", "\"2025-02\"", "\"2025-02-28\"", "2025-02-28"] {
        let sources = format!("sources = [{{ title = \"a\", address = \"https://example.org\", date = {good} }}]");
        assert_eq!(one(&[&sources]).sources[0].date, good.trim_matches('"'));
    }
    let base = HEAD.to_owned() + &generic("office", "Ask.");
    for bad in ["\"25\"", "\"2025-13\"", "\"2025-02-30\"", "\"2025-2\"", "2025-02-28T10:00:00", "2025"] {
        let sources = format!("sources = [{{ title = \"a\", address = \"https://example.org\", date = {bad} }}]");
        assert_ne!(problems(&(base.clone() + &record("one", &[&sources]))), Vec::<&str>::new(), "{bad}");
    }
}

#[test]
fn a_catalogue_without_records_is_a_catalogue() {
    let (empty, _) = read(HEAD).unwrap();
    assert!(empty.is_empty() && Catalogue::default().is_empty());
    assert!(!builtin().is_empty());
}

#[test]
fn the_catalogue_that_comes_with_the_program_fits_the_questionnaire_that_does() {
    let (catalogue, questionnaire) = (builtin(), questionnaire());
    assert_eq!(against(&catalogue, &questionnaire), []);
    assert_eq!(unmatched(&questionnaire, &catalogue), []);
    // Whoever ships another catalogue, or none, still has a text for every need.
    assert_eq!(unmatched(&questionnaire, &Catalogue::default()), []);
    let needed = |id: &str| questionnaire.recommendations.iter().any(|it| it.catalogue.iter().any(|need| need == id));
    for record in &catalogue.records {
        assert!(needed(&record.generic) || needed(&record.id), "no recommendation needs {}", record.id);
    }
}

#[test]
fn conditions_that_a_questionnaire_cannot_answer_are_found() {
    let small = catalogue(&[record("one", &["applies_when = \"${F99} = 'x'\""])]);
    let found = against(&small, &questionnaire());
    assert_eq!(found.len(), 1);
    assert!(!found[0].span.is_empty());
    let misspelt = BUILTIN.replacen("${F5} = 'UZ-FA'", "${F5} = 'UZ-FE'", 1);
    assert_eq!(against(&read(&misspelt).unwrap().0, &questionnaire()).len(), 1);
}

#[test]
fn nothing_of_the_built_in_catalogue_is_stale_on_the_day_of_its_verification() {
    let catalogue = builtin();
    assert_eq!(stale(&catalogue, catalogue.verified_on.unwrap()), []);
    assert!(catalogue.records.iter().all(|record| Some(record.verified_on) <= catalogue.verified_on));
}

#[test]
fn with_the_new_year_taxes_fall_due_and_what_ended_is_no_longer_named() {
    let catalogue = builtin();
    let day = date(2027, 1, 2);
    let listed: Vec<&str> = stale(&catalogue, day).iter().map(|stale| stale.record).collect();
    for id in ["textile-inputs", "innovation-strategy", "export-costs", "equipment-list", "special-economic-zones"] {
        assert!(listed.contains(&id), "{id} is not among {listed:?}");
    }
    assert!(!listed.contains(&"entrepreneurship-company") && !listed.contains(&"rating-share"));
    let state_of = |id: &str| state(catalogue.find(id).unwrap(), day);
    assert!(matches!(state_of("textile-inputs"), State::Neutral(Reason::Ended(_))));
    assert_eq!(state_of("export-costs"), State::Aged);
    assert_eq!(state_of("entrepreneurship-company"), State::Fresh);
}

#[test]
fn after_years_everything_is_stale_or_over() {
    let catalogue = builtin();
    let listed: Vec<&str> = stale(&catalogue, date(2030, 1, 1)).iter().map(|stale| stale.record).collect();
    let over = |record: &Record| record.status == Status::Closed;
    for record in catalogue.records.iter().filter(|record| !over(record)) {
        assert!(listed.contains(&record.id.as_str()), "{}", record.id);
    }
}

#[test]
fn a_closed_call_and_unsure_records_are_never_named() {
    let catalogue = builtin();
    for day in [date(2026, 6, 1), date(2026, 11, 23), date(2028, 1, 1)] {
        for id in ["testing-call-2026", "tisc", "enterprise-europe-network"] {
            assert!(matches!(state(catalogue.find(id).unwrap(), day), State::Neutral(_)), "{id} {day}");
        }
    }
}

#[test]
fn former_names_stand_nowhere_in_what_is_said() {
    let catalogue = builtin();
    let former: Vec<&str> = catalogue
        .records
        .iter()
        .flat_map(|record| &record.former_names)
        .flat_map(Localized::iter)
        .map(|(_, name)| name)
        .collect();
    assert!(former.len() >= 9);
    let whats = |record: &Record| -> Vec<Localized> {
        let cases = record.cases.iter().map(|case| case.what.clone());
        [record.names.clone(), record.what.clone()].into_iter().chain(cases).collect()
    };
    let said: Vec<Localized> = catalogue.records.iter().flat_map(whats).collect();
    let said = said.iter().chain(catalogue.generics.iter().map(|generic| &generic.text));
    let all: String =
        said.flat_map(|text| text.iter().map(|(_, text)| format!("{text}\n")).collect::<Vec<_>>()).collect();
    for name in former {
        assert!(!all.contains(name) && !QUESTIONNAIRES[0].text.contains(name), "{name}");
    }
}

#[test]
fn the_uzbek_of_the_catalogue_has_the_right_apostrophes() {
    for record in &builtin().records {
        for text in [&record.names, &record.what] {
            let uzbek = text.get(Lang::Uz);
            assert!(!uzbek.contains(['\'', '‘', '’', '`', '«', '»']), "{uzbek}");
        }
    }
}

#[test]
fn every_share_of_the_rating_is_told() {
    let catalogue = builtin();
    let gate = catalogue.find("rating-share").unwrap();
    let told: Vec<&str> = gate.cases.iter().map(|case| case.what.get(Lang::En)).collect();
    for (rating, share) in [("AAA", 100), ("AA", 90), ("A", 80), ("BBB", 70), ("BB", 60), ("B", 50)] {
        assert!(told.iter().any(|text| text.starts_with(&format!("your rating is {rating}: {share}%"))), "{rating}");
        assert!(gate.what.get(Lang::En).contains(&format!("{rating} {share}%")));
    }
    let gated = catalogue.records.iter().filter(|record| record.gate.is_some()).count();
    assert!(gated >= 5, "{gated}");
    assert!(catalogue.records.iter().all(|record| record.gate.as_deref().is_none_or(|gate| gate == "rating-share")));
}
