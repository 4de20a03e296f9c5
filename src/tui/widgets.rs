//! Pieces that screens are drawn from. They know looks and widths, nothing of interviews.

pub mod bar;
pub mod body;
pub mod field;
pub mod frame;
pub mod radar;
pub mod rows;
pub mod wrap;
