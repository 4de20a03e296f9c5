//! The questionnaires that come with the program.

/// A questionnaire file embedded in the program.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// The file's name in the project.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! builtin {
    ($($file:literal),+ $(,)?) => {
        /// Every built-in questionnaire; the first is the one offered by default.
        pub const BUILTIN: &[Builtin] =
            &[$(Builtin { file: $file, text: include_str!(concat!("../../../", $file)) }),+];
    };
}

builtin!("questionnaires/innovation-ecosystem.toml", "questionnaires/energy-management.toml");
