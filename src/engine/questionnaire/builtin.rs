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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::questionnaire::read::read;

    #[test]
    fn every_built_in_questionnaire_is_without_a_problem_and_has_its_own_id() {
        let mut ids = Vec::new();
        for builtin in BUILTIN {
            let (questionnaire, warnings) = read(builtin.text).unwrap_or_else(|problems| panic!("{problems:#?}"));
            assert_eq!(warnings, [], "{}", builtin.file);
            assert!(!ids.contains(&questionnaire.id), "{}", questionnaire.id);
            ids.push(questionnaire.id.clone());
        }
    }
}
