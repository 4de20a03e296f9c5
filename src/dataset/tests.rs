//! Tables of assessments, written and read back.
