//! What Enter means at questions where nothing is picked.

use crate::engine::answer::Response;
use crate::engine::text::Lang;
use crate::tui::app::harness::Harness;

/// At the question of the sample where several options may be ticked.
fn at_several() -> Harness {
    let mut app = Harness::new(Lang::En, 80, 24);
    app.begin("Firm").keys("f3").paste("INF2").keys("enter").shows("Whom do you work with?");
    app
}

#[test]
fn enter_without_a_tick_asks_for_one_and_stays() {
    let mut app = at_several();
    app.keys("enter").shows("Pick an answer").shows("Whom do you work with?");
    assert!(app.library.only_journal().events.is_empty());
}

#[test]
fn enter_leaves_the_reason_for_no_answer_as_it_is() {
    let mut app = at_several();
    app.keys("f6 1 enter f3").paste("INF2").keys("enter").shows("Whom do you work with?").keys("enter");
    let events = app.library.only_journal().events;
    let last = events.last().and_then(|event| event.action.change()).expect("a change");
    assert_eq!((events.len(), &last.new.response), (1, &Some(Response::DontKnow)));
}
