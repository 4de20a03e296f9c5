//! Sums and means that lose nothing to the order of their terms. Knows only numbers.

/// A sum with Neumaier's compensation, so that the order of the terms does not show.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    total: f64,
    lost: f64,
}

impl Sum {
    /// Adds a term.
    pub fn add(&mut self, term: f64) {
        let next = self.total + term;
        self.lost +=
            if self.total.abs() >= term.abs() { (self.total - next) + term } else { (term - next) + self.total };
        self.total = next;
    }

    /// The sum so far.
    pub const fn get(self) -> f64 {
        self.total + self.lost
    }
}

/// A weighted mean while its terms come in.
#[derive(Clone, Copy, Debug)]
pub struct Mean {
    weight: Sum,
    product: Sum,
    low: f64,
    high: f64,
}

impl Default for Mean {
    fn default() -> Self {
        Self { weight: Sum::default(), product: Sum::default(), low: f64::INFINITY, high: f64::NEG_INFINITY }
    }
}

impl Mean {
    /// Adds a value with its weight.
    pub fn add(&mut self, weight: f64, value: f64) {
        self.weight.add(weight);
        self.product.add(weight * value);
        self.low = self.low.min(value);
        self.high = self.high.max(value);
    }

    /// `Σ w`.
    pub const fn weight(self) -> f64 {
        self.weight.get()
    }

    /// `Σ w·x`.
    pub const fn product(self) -> f64 {
        self.product.get()
    }

    /// `Σ w·x / Σ w`; `None` when no weight is above 0.
    pub fn get(self) -> Option<f64> {
        let mean = self.product() / self.weight();
        // A mean lies among its values; rounding may carry it a hair beyond.
        mean.is_finite().then(|| mean.max(self.low).min(self.high))
    }
}

/// Adds numbers.
pub fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut sum = Sum::default();
    terms.into_iter().for_each(|term| sum.add(term));
    sum.get()
}

/// The mean of `(weight, value)` pairs; `None` when no weight is above 0.
pub fn weighted_mean(pairs: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let mut mean = Mean::default();
    pairs.into_iter().for_each(|(weight, value)| mean.add(weight, value));
    mean.get()
}

/// The plain mean; `None` of nothing.
pub fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    weighted_mean(values.into_iter().map(|value| (1.0, value)))
}
