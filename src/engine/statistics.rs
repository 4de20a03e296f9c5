//! Quantiles, variances and correlations of plain numbers. Knows nothing of scores.
//!
//! Quantiles are of type 7 (Hyndman and Fan 1996), the default of R and NumPy. Variances are of samples
//! (divided by n − 1).

use super::score::{mean, sum};

/// The quantile of sorted values, type 7: linear between the order statistics at `(n − 1)·p`.
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = last as f64 * p.clamp(0.0, 1.0);
    let (below, part) = (at.floor(), at.fract());
    let low = sorted.get(below as usize)?;
    let high = sorted.get((below as usize + 1).min(last))?;
    Some(low + part * (high - low))
}

/// The middle and the ends of a distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The 5 % quantile.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The 95 % quantile.
    pub high: f64,
}

impl Spread {
    /// The spread of values in any order; `None` of none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        Self::of_sorted(&sorted)
    }

    /// The spread of sorted values; `None` of none.
    pub fn of_sorted(sorted: &[f64]) -> Option<Self> {
        let at = |p| quantile(sorted, p);
        Some(Self { low: at(0.05)?, median: at(0.5)?, high: at(0.95)? })
    }

    /// The width of the interval.
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// Whether the interval holds a value; its ends belong to it.
    pub fn contains(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// The interval, widened where needed to hold the score it is printed beside. Missing answers count
    /// as anything from 0 to 100 here and as the mean of the others there, so the two can lie apart.
    pub fn around(self, score: f64) -> (f64, f64) {
        (self.low.min(score), self.high.max(score))
    }
}

/// The variance of a sample; `None` of fewer than two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    let centre = mean(values.iter().copied())?;
    let degrees = values.len().checked_sub(1).filter(|degrees| *degrees > 0)?;
    Some(sum(values.iter().map(|value| (value - centre).powi(2))) / degrees as f64)
}

/// Pearson's correlation of pairs; `None` of fewer than two, or when one side does not vary.
pub fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (x, y) = (mean(pairs.iter().map(|pair| pair.0))?, mean(pairs.iter().map(|pair| pair.1))?);
    let products = |of: fn((f64, f64)) -> f64| sum(pairs.iter().map(|pair| of((pair.0 - x, pair.1 - y))));
    let both = products(|(a, b)| a * b);
    let (one, other) = (products(|(a, _)| a * a), products(|(_, b)| b * b));
    let correlation = both / (one * other).sqrt();
    (one > 0.0 && other > 0.0 && correlation.is_finite()).then(|| correlation.clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_of_type_seven() {
        // R: quantile(c(1, 2, 4, 8, 16), c(.05, .25, .5, .9)) = 1.2, 2, 4, 12.8.
        let sorted = [1.0, 2.0, 4.0, 8.0, 16.0];
        for (p, by_hand) in [(0.05, 1.2), (0.25, 2.0), (0.5, 4.0), (0.9, 12.8), (0.0, 1.0), (1.0, 16.0)] {
            assert!((quantile(&sorted, p).unwrap() - by_hand).abs() < 1e-12, "{p}");
        }
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[7.0], 0.05), Some(7.0));
    }

    #[test]
    fn a_spread_can_be_widened_to_hold_a_score() {
        let spread = Spread::of(&[3.0, 1.0, 2.0]).unwrap();
        assert_eq!((spread.low, spread.median, spread.high), (1.1, 2.0, 2.9));
        assert_eq!(spread.around(0.5), (0.5, 2.9));
        assert_eq!(spread.around(2.0), (1.1, 2.9));
        assert!(spread.contains(2.9) && !spread.contains(3.0));
    }

    #[test]
    fn variance_and_correlation_by_hand() {
        // Deviations −2, 0, 2: 8/2 = 4. Against 1, 2, 6 (mean 3; −2, −1, 3): (4 + 0 + 6)/√(8·14).
        assert_eq!(variance(&[1.0, 3.0, 5.0]), Some(4.0));
        assert_eq!(variance(&[1.0]), None);
        let pairs = [(1.0, 1.0), (3.0, 2.0), (5.0, 6.0)];
        assert!((correlation(&pairs).unwrap() - 10.0 / 112_f64.sqrt()).abs() < 1e-12);
        assert_eq!(correlation(&[(1.0, 2.0), (1.0, 3.0)]), None);
    }
}
