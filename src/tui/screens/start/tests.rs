//! Searching the list and what was said in its assessments.

use crate::engine::text::Lang;
use crate::tui::app::harness::Harness;

/// Three enterprises with answers and comments in several alphabets; the first is in the archive.
fn three(lang: Lang, width: u16, height: u16) -> Harness {
    let mut app = Harness::new(Lang::En, width, height);
    for (firm, name, comment) in [
        ("Buxoro Non", "Buxoro", "Директор сафарда"),
        ("Oqtosh Sut", "Oqtosh", "Шартнома юристда"),
        ("Zarafshon Tekstil", "Заправшон", "Bosh buxgalter hisobotni koʻrsatdi"),
    ] {
        app.begin(firm).keys("enter").paste(name).keys("enter pgup f4").paste(comment).keys("esc esc \"list\" enter");
    }
    app.keys("home del").shows("“Buxoro Non” was archived");
    while app.ctx().lang() != lang {
        app.keys("f5");
    }
    app
}

#[test]
fn typing_finds_enterprises_first_and_then_what_was_said_in_all_of_them() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("f3").shows("Find an enterprise").paste("oqto").shows("▸ Oqtosh Sut").shows("In answers and notes: 1");
    // The enterprise itself, then its answer.
    app.keys("down").shows("▸ Oqtosh Sut · 1.1").keys("enter").shows("1.1  Name of the enterprise").shows("Oqtosh");
}

#[test]
fn another_alphabet_finds_the_same_and_leads_to_the_question() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("f3").paste("yurist").shows("Oqtosh Sut · 1.1").shows("Шартнома юристда");
    app.keys("enter").shows("Oqtosh Sut ›").shows("1.1  Name of the enterprise");
}

#[test]
fn what_is_in_the_archive_is_found_and_said_to_be_there() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("f3").paste("директор").shows("Buxoro Non · 1.1 · archive").shows("Директор сафарда");
}

#[test]
fn one_letter_searches_names_only_and_esc_ends_the_search() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("f3").paste("z").shows("Zarafshon Tekstil").shows("In answers and notes: 0");
    app.keys("esc").shows("Oqtosh Sut").shows("Zarafshon Tekstil");
    assert!(!app.screen().contains("Find an enterprise"), "{}", app.screen());
}

#[test]
fn the_search_reads_well_in_every_language_and_window() {
    for lang in [Lang::Uz, Lang::UzCyrl, Lang::Ru, Lang::En] {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let mut app = three(lang, width, height);
            app.keys("f3").paste("o").paste("q");
            insta::assert_snapshot!(format!("search_{lang}_{width}"), app.screen());
        }
    }
}
