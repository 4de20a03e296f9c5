//! The doubts that can vary, and a seed for each.

/// A doubt about the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Factor {
    /// The weights of the areas: Dirichlet around those of the file.
    AreaWeights,
    /// The weights of the items: each times a number of 0.75 to 1.25.
    ItemWeights,
    /// The mean between areas: that of the questionnaire, or the arithmetic one (of an arithmetic one the
    /// geometric), each with probability one half.
    Aggregation,
    /// Missing items: anything from 0 to 100.
    Missing,
    /// Answers: one step off, or a share off, the more often and the further the less sure they are.
    Answers,
    /// One item of the questionnaire is left out.
    Exclusion,
}

impl Factor {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::AreaWeights, Self::ItemWeights, Self::Aggregation, Self::Missing, Self::Answers, Self::Exclusion];

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The factors that vary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factors(u8);

impl Factors {
    /// None: every draw is the point score.
    pub const NONE: Self = Self(0);

    /// All but the exclusion of items, which is reported item by item.
    pub const USUAL: Self = Self(
        Factor::AreaWeights.bit()
            | Factor::ItemWeights.bit()
            | Factor::Aggregation.bit()
            | Factor::Missing.bit()
            | Factor::Answers.bit(),
    );

    /// Whether a factor varies.
    pub const fn has(self, factor: Factor) -> bool {
        self.0 & factor.bit() != 0
    }

    /// The same with one more.
    #[must_use]
    pub const fn with(self, factor: Factor) -> Self {
        Self(self.0 | factor.bit())
    }

    /// The same without one.
    #[must_use]
    pub const fn without(self, factor: Factor) -> Self {
        Self(self.0 & !factor.bit())
    }
}

/// How far the weights of areas vary: Dirichlet with the concentrations `c·K·w` of K areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaWeights {
    /// `c = 40`: of five equal areas each weight has a relative standard deviation of about 14 %.
    Moderate,
    /// Every set of weights is equally likely, whatever the file says: all concentrations are 1.
    Harsh,
}

impl AreaWeights {
    /// The concentration of one of `areas` areas.
    pub fn concentration(self, weight: f64, areas: usize) -> f64 {
        match self {
            Self::Moderate => 40.0 * areas as f64 * weight,
            Self::Harsh => 1.0,
        }
    }
}

/// A seed for each factor. They are usually the same; a sensitivity analysis mixes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seeds([u64; Factor::ALL.len()]);

impl Seeds {
    /// The same for every factor.
    pub const fn all(seed: u64) -> Self {
        Self([seed; Factor::ALL.len()])
    }

    /// The seed of a factor.
    pub fn of(&self, factor: Factor) -> u64 {
        self.0.get(factor as usize).copied().unwrap_or_default()
    }

    /// The same with another seed for one factor.
    #[must_use]
    pub fn with(mut self, factor: Factor, seed: u64) -> Self {
        if let Some(own) = self.0.get_mut(factor as usize) {
            *own = seed;
        }
        self
    }
}
