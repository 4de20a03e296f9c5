//! Whole interviews by keys.
