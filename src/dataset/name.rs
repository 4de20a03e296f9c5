//! Names of columns: ASCII, at most 32 letters, safe for Stata and SPSS, and the same in every export.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

/// The most letters of a name.
pub const MOST: usize = 32;

/// How many letters of a name that is too long are kept before the mark that tells it from others.
const KEPT: usize = 25;

/// Words that Stata or SPSS keep for themselves.
const RESERVED: [&str; 30] = [
    "_all",
    "_b",
    "_coef",
    "_cons",
    "_n",
    "_pi",
    "_pred",
    "_rc",
    "_skip",
    "aggregate",
    "all",
    "and",
    "byte",
    "by",
    "double",
    "eq",
    "float",
    "ge",
    "gt",
    "if",
    "in",
    "int",
    "le",
    "long",
    "lt",
    "ne",
    "not",
    "or",
    "to",
    "with",
];

/// Makes names, each once. SPSS does not tell small letters from capitals.
#[derive(Debug, Default)]
pub struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// The name of a column. It depends on `wanted` alone, unless two columns want names that differ only in letters
    /// that names cannot have.
    pub fn make(&mut self, wanted: &str) -> String {
        let plain: String =
            wanted.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
        let begins = plain.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let mut name = if begins { plain } else { format!("v{plain}") };
        if RESERVED.contains(&name.to_ascii_lowercase().as_str()) {
            name.push('_');
        }
        if name.len() > MOST || !self.taken.insert(name.to_ascii_lowercase()) {
            name = marked(&name, wanted);
            self.taken.insert(name.to_ascii_lowercase());
        }
        name
    }
}

fn marked(name: &str, wanted: &str) -> String {
    let digest = Sha256::digest(wanted.as_bytes());
    let mark: String = digest.iter().take(3).map(|byte| format!("{byte:02x}")).collect();
    let kept: String = name.chars().take(KEPT).collect();
    format!("{kept}_{mark}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_short_and_stable() {
        let mut names = Names::default();
        assert_eq!(names.make("INF5"), "INF5");
        assert_eq!(names.make("a.b-c"), "a_b_c");
        assert_eq!(names.make("if"), "if_");
        let long = names.make("INF3_a_university_or_a_research_institute");
        assert_eq!(long, Names::default().make("INF3_a_university_or_a_research_institute"));
        assert!(long.len() <= MOST && long.starts_with("INF3_a_university_or_a_re"), "{long}");
        // Names that differ only in case, or in what is replaced, stay apart.
        assert_ne!(names.make("inf5").to_ascii_lowercase(), "inf5");
        assert_ne!(names.make("a_b.c"), "a_b_c");
    }
}
