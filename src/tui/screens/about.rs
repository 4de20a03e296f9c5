//! The page about the program: what it is, where its data lie, what it is built from.

use super::{Effect, pages};
use crate::report::about::about;
use crate::tui::context::Ctx;

/// The effects that show it.
pub fn open(ctx: &Ctx) -> Vec<Effect> {
    let database = ctx.place.path.display().to_string();
    pages::open("about-title", vec![Box::new(move |_| about(&database))], 0)
}

#[cfg(test)]
mod tests {
    use crate::engine::text::Lang;
    use crate::tui::screens::profile::tests::reference;

    #[test]
    fn help_leads_to_what_the_program_is_and_is_built_from() {
        let mut app = reference("exporting-member", Lang::En, 80, 24);
        app.keys("f1 l i c e n c e enter").shows("About the program").shows("licence: MIT OR Apache-2.0");
        app.shows("Built from").shows("allocator-api2 · 0.2.21 · MIT OR Apache-2.0").keys("f5").shows("Dastur haqida");
        app.keys("esc").shows("Zarafshon Tekstil MChJ");
    }
}
