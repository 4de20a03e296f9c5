//! The JSON Schema of a catalogue file, made from its table of keys.

use serde_json::Value;

use super::keys::FILE;
use crate::engine::questionnaire::schema::of_file;

/// The schema of a catalogue file.
pub fn schema() -> Value {
    of_file(&FILE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::catalogue::{BUILTIN, read};
    use crate::engine::questionnaire::keys::tests::names_every_key;
    use crate::engine::questionnaire::schema::tests::{complaints_of, is_checked_in};

    #[test]
    fn the_checked_in_schema_is_the_one_made_here() {
        is_checked_in("catalogue.schema.json", &schema());
    }

    #[test]
    fn the_built_in_catalogue_fits_the_schema_and_a_broken_one_does_not() {
        assert_eq!(complaints_of(&schema(), BUILTIN), Vec::<String>::new());
        for (good, bad) in [
            ("kind = \"body\"", "kind = \"bodies\""),
            ("confidence = \"high\"", "confidence = \"sure\""),
            ("status = \"active\"", "state = \"active\""),
            ("verified_on = 2026-11-23", "verified_on = \"23.11.2026\""),
        ] {
            let broken = BUILTIN.replacen(good, bad, 1);
            assert_ne!(broken, BUILTIN, "{good}");
            assert_ne!(complaints_of(&schema(), &broken), Vec::<String>::new(), "{bad}");
            assert!(read(&broken).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_page_on_the_format_names_every_key() {
        names_every_key(&FILE, include_str!("../../../docs/catalogue-format.md"), 5);
    }
}
