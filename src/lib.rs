//! *Tashxis* (Uzbek: diagnosis) walks an industrial enterprise through a questionnaire, keeps every
//! answer in a local database and computes a diagnostic profile with recommendations.
//!
//! The map of the house: [`engine`] is pure; [`store`], [`report`], [`i18n`], [`session`], [`tui`], [`plain`] and
//! [`cli`] are the shell around it. Dependencies point from `cli` through `tui`, `store` and `report` to `engine`.

pub mod cli;
pub mod dataset;
pub mod engine;
pub mod i18n;
pub mod plain;
pub mod report;
pub mod session;
pub mod spreadsheet;
pub mod store;
pub mod tui;
