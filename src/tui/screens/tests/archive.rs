//! What is taken out of the list, and how it comes back.

use crate::engine::text::Lang;
use crate::tui::screens::profile::tests::reference;

#[test]
fn what_is_archived_can_be_seen_and_put_back() {
    let mut app = reference("exporting-member", Lang::En, 80, 24);
    app.keys("ins").shows("Only what is in the archive can be put back: V shows it");
    app.keys("del").shows("“Zarafshon Tekstil MChJ” was archived").shows("Welcome");
    app.keys("v").shows(" Archive").shows("Zarafshon Tekstil MChJ").keys("del").shows("Insert puts it back");
    // It opens from there as from the list.
    app.keys("f9").shows("Overall score").keys("esc").shows(" Archive");
    app.keys("ins").shows("“Zarafshon Tekstil MChJ” stands in the list again").shows("Assessments");
    app.keys("v").shows("The archive is empty. V: back to the list").keys("v").shows("Zarafshon Tekstil MChJ");
}

#[test]
fn an_archive_is_said_in_every_language() {
    for (lang, title) in [(Lang::Uz, "Arxiv"), (Lang::UzCyrl, "Архив"), (Lang::Ru, "Архив")] {
        let mut app = reference("exporting-member", lang, 60, 18);
        app.keys("del v").shows(title).shows("Zarafshon Tekstil MChJ");
    }
}
