//! The recommendations on a screen in memory, for enterprises whose answers are known.

use crate::engine::questionnaire::Kind;
use crate::engine::text::Lang;
use crate::tui::screens::profile::tests::{mixed, reference, whole};

#[test]
fn recommendations_stand_by_period_with_gain_effort_and_who_acts() {
    let mut app = mixed(Lang::En, 80, 24);
    app.keys("enter f9 r").shows("First (0–3 months)").shows("Then (3–12 months)");
    app.shows("gain  effort  who acts").shows("+1.2  low     enterprise");
    app.shows("Overall score: +1.2 · Connectedness 31 → 33 · Incentives and finance 36 → 38");
}

#[test]
fn the_first_page_holds_seven() {
    let mut app = mixed(Lang::En, 80, 200);
    app.keys("enter f9 r");
    let screen = app.screen();
    let cut = regex::Regex::new(r"… (\d+) more below").unwrap();
    let more: u32 = cut.captures(&screen).unwrap()[1].parse().unwrap();
    let (page, rest) = screen.split_at(cut.find(&screen).unwrap().end());
    let numbered = regex::Regex::new(r"(?m)^ .[ ]*(\d+)  ").unwrap();
    let numbers =
        |text: &str| numbered.captures_iter(text).map(|found| found[1].parse().unwrap()).collect::<Vec<u32>>();
    assert_eq!(numbers(page), (1..=7).collect::<Vec<_>>());
    assert_eq!(numbers(rest), (8..=7 + more).collect::<Vec<_>>());
}

#[test]
fn the_details_quote_the_answer_and_can_be_read_to_their_end() {
    let mut app = reference("isolated-micro", Lang::En, 80, 24);
    app.keys("enter f9 r").shows("Why: Your answer: “No contact”.").shows("First step (30 days): Describe");
    app.keys("pgdn pgdn pgdn pgdn").shows("How you will know:").shows("Answers behind it: 3.1");
    app.keys("pgup pgup pgup pgup").shows("Why: Your answer");
}

#[test]
fn enter_opens_the_page_and_enter_there_goes_to_the_question() {
    let mut app = reference("isolated-micro", Lang::En, 80, 24);
    app.keys("enter f9 r down enter").shows("Recommendations › 2").shows("Name a technology scout");
    app.shows("Answers behind it").shows("▸ How do you search for new technology").shows("Answer: Nobody does");
    app.keys("enter").shows("0  ●  Nobody does");
}

#[test]
fn a_small_window_has_the_list_alone_and_the_rest_behind_enter() {
    let mut app = reference("isolated-micro", Lang::En, 60, 18);
    app.keys("enter f9 r").shows("+0.7 · effort low · enterprise");
    assert!(!app.screen().contains("Why:"), "{}", app.screen());
    app.keys("enter").shows("Why: Your answer").shows("Answers behind it");
}

#[test]
fn f9_and_esc_lead_back_to_the_profile() {
    let mut app = reference("isolated-micro", Lang::En, 80, 24);
    app.keys("enter f9 r enter f9").shows("chart · EN");
    app.keys("r esc").shows("chart · EN");
}

#[test]
fn what_must_come_before_is_named_with_its_number() {
    let typed = |_: usize, kind: &Kind| match kind.name() {
        "level" => "1".to_owned(),
        "integer" | "decimal" => "12".to_owned(),
        "select_one" => "member".to_owned(),
        _ => String::new(),
    };
    let mut app = whole(typed, Lang::En, 120, 60);
    app.keys("enter ctrl+p r");
    let pages: Vec<String> = (0..40).map(|_| app.keys("down").screen()).collect();
    let named = pages.iter().any(|page| page.contains("First do: no. "));
    assert!(named, "no recommendation names one that comes before:\n{}", pages[0]);
}
