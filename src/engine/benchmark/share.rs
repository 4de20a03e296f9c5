//! A share with an interval that stays within 0..1.

use statrs::distribution::{ContinuousCDF, Normal};

/// The share of a group that has something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// How many have it.
    pub count: usize,
    /// How many there are.
    pub n: usize,
    /// `count / n`, 0..1.
    pub share: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Wilson's score interval without continuity correction,
/// `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`, at a level such as 0.95 (Newcombe 1998, method 3);
/// `None` of none, or for a level outside (0, 1). A count above n is n.
pub fn wilson(count: usize, n: usize, level: f64) -> Option<Share> {
    let possible = n > 0 && 0.0 < level && level < 1.0;
    let normal = Normal::standard();
    let z = possible.then(|| normal.inverse_cdf(0.5 + level / 2.0))?;
    let (count, size) = (count.min(n), n as f64);
    let share = count as f64 / size;
    let (centre, scale) = (share + z * z / (2.0 * size), 1.0 + z * z / size);
    let reach = z * (share * (1.0 - share) / size + z * z / (4.0 * size * size)).sqrt();
    // At the ends rounding would leave a trace of what cancels exactly.
    let low = if count == 0 { 0.0 } else { ((centre - reach) / scale).max(0.0) };
    let high = if count == n { 1.0 } else { ((centre + reach) / scale).min(1.0) };
    Some(Share { count, n, share, low, high })
}
