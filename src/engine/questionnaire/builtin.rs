//! The questionnaires that come with the program.

/// A questionnaire file embedded in the program.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// The file's name in the project.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// Every built-in questionnaire; the first is the one offered by default.
pub const BUILTIN: [Builtin; 1] = [Builtin {
    file: "questionnaires/innovation-ecosystem.toml",
    text: include_str!("../../../questionnaires/innovation-ecosystem.toml"),
}];
