//! A small questionnaire that uses every feature of the format, for tests and benches.

/// The text of the file: 18 questions of every kind, five areas, checks, advice, references, in three languages.
pub const SAMPLE: &str = include_str!("sample.toml");
