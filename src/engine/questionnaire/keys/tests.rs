//! The page on the format and the table of keys say the same.

use super::*;

const PAGE: &str = include_str!("../../../../docs/questionnaire-format.md");

/// Every table reached from one, that one included.
fn reached(table: &'static Table, found: &mut Vec<&'static Table>) {
    if found.iter().any(|known| known.name == table.name) {
        return;
    }
    found.push(table);
    for key in table.keys {
        let mut holds = &key.holds;
        while let Holds::List(inner, ..) | Holds::Map(inner) = holds {
            holds = inner;
        }
        if let Holds::Table(inner) = holds {
            reached(inner, found);
        }
    }
}

/// Whether a page shows every key of a file with so many tables.
pub(in crate::engine) fn names_every_key(file: &'static Table, page: &str, count: usize) {
    let mut tables = Vec::new();
    reached(file, &mut tables);
    assert_eq!(tables.len(), count);
    for table in tables {
        for key in table.keys {
            let name = regex::escape(key.name);
            let written = regex::Regex::new(&format!(r"(?m)(^|[ {{,`]){name} = |\[{name}\]|\.{name}\]")).unwrap();
            assert!(written.is_match(page), "{}.{} is not on the page", table.name, key.name);
        }
    }
}

#[test]
fn the_page_on_the_format_names_every_key() {
    names_every_key(&FILE, PAGE, 22);
}

#[test]
fn no_table_has_a_key_twice_and_kinds_are_known() {
    let mut tables = Vec::new();
    reached(&FILE, &mut tables);
    for table in tables {
        for (position, key) in table.keys.iter().enumerate() {
            assert!(table.keys.iter().skip(position + 1).all(|other| other.name != key.name), "{}", key.name);
            assert!(key.kinds.iter().all(|kind| KINDS.contains(kind)), "{}", key.name);
            assert!(key.doc.ends_with('.'), "{}", key.doc);
        }
    }
}
