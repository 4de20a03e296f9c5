//! Sums and means that lose nothing to the order of their terms. Knows only numbers.

/// Adds numbers with Neumaier's compensation, so that the order of the terms does not show.
pub fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut total = 0.0_f64;
    let mut lost = 0.0_f64;
    for term in terms {
        let next = total + term;
        lost += if total.abs() >= term.abs() { (total - next) + term } else { (term - next) + total };
        total = next;
    }
    total + lost
}

/// The mean of `(weight, value)` pairs; `None` when no weight is above 0.
pub fn weighted_mean(pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Option<f64> {
    let weight = sum(pairs.clone().map(|(weight, _)| weight));
    let mean = sum(pairs.clone().map(|(weight, value)| weight * value)) / weight;
    // A mean lies among its values; rounding may carry it a hair beyond.
    let values = pairs.map(|(_, value)| value);
    let (low, high) = (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max));
    mean.is_finite().then(|| mean.max(low).min(high))
}

/// The plain mean; `None` of nothing.
pub fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let values: Vec<f64> = values.into_iter().collect();
    weighted_mean(values.iter().map(|value| (1.0, *value)))
}
