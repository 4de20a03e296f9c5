//! The settings of the method that a questionnaire file may make its own: aggregation, publication, levels.
//!
//! Holds them and their defaults. What they mean is computed in `score`.

/// The settings of the method. The defaults are those of the method page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Method {
    /// How areas become the index.
    pub aggregation: Aggregation,
    /// An area counts as at least this in a mean that low scores can pull to 0, so that one zero does
    /// not erase the others.
    pub floor: f64,
    /// The coverage, 0..1, from which a score is published.
    pub published: f64,
    /// The coverage, 0..1, from which a score is shown as provisional.
    pub provisional: f64,
    /// The most areas that may lack a score while there is still an index.
    pub missing_areas: usize,
    /// The share of an area's weight, 0..1, beyond which "not applicable" makes it another area.
    pub different_scope: f64,
    /// The shares, 0..1, above which a level is partly, largely and fully reached.
    pub ratings: [f64; 3],
    /// The item scores, 0..100, from which the levels 1 to 4 count as reached.
    pub levels: [f64; 4],
}

impl Default for Method {
    fn default() -> Self {
        Self {
            aggregation: Aggregation::Geometric,
            floor: 1.0,
            published: 2.0 / 3.0,
            provisional: 0.5,
            missing_areas: 1,
            different_scope: 0.4,
            ratings: [0.15, 0.5, 0.85],
            levels: [25.0, 50.0, 75.0, 100.0],
        }
    }
}

/// A weighted mean, from full compensation between areas to none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aggregation {
    /// `Σ w·D`: strong areas make up for weak ones in full.
    Arithmetic,
    /// `exp(Σ w·ln D)`: in part.
    Geometric,
    /// `1 / Σ w/D`: hardly.
    Harmonic,
    /// `min D`: not at all; weights do not count.
    Minimum,
    /// `(Σ w·D^p)^(1/p)`, p not 0: all of them in one family.
    Power(f64),
}

impl Aggregation {
    /// The name in a questionnaire file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Arithmetic => "arithmetic",
            Self::Geometric => "geometric",
            Self::Harmonic => "harmonic",
            Self::Minimum => "minimum",
            Self::Power(_) => "power",
        }
    }

    /// The exponent as a power mean: 1, 0, −1, −∞ for the named ones.
    pub const fn power(self) -> f64 {
        match self {
            Self::Arithmetic => 1.0,
            Self::Geometric => 0.0,
            Self::Harmonic => -1.0,
            Self::Minimum => f64::NEG_INFINITY,
            Self::Power(p) => p,
        }
    }
}
