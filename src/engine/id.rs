//! Typed indices and the arena they index, and the ids that cross the engine's border.
//!
//! Owns the one place of the engine that indexes a vector. An index is made only by the arena it
//! belongs to, so looking it up cannot fail.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

/// A position in an [`Arena`].
pub trait ArenaIndex: Copy {
    /// Makes the index of the `n`-th element.
    fn from_usize(n: usize) -> Self;
    /// The position as a number.
    fn to_usize(self) -> usize;
}

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl ArenaIndex for $name {
            fn from_usize(n: usize) -> Self {
                Self(n as u32)
            }
            fn to_usize(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

indices! {
    /// A question, in the order of the file.
    QuestionIx,
    /// A section, in the order of the file.
    SectionIx,
    /// An area, in the order of the file.
    AreaIx,
    /// A facet, in the order of the file.
    FacetIx,
    /// A recommendation or programme, in the order of the file.
    RecommendationIx,
    /// A soft check, in the order of the file.
    CheckIx,
    /// A strength, in the order of the file.
    StrengthIx,
}

/// A vector addressed by its own index type.
#[derive(Clone, Debug, PartialEq)]
pub struct Arena<I, T> {
    items: Vec<T>,
    index: PhantomData<fn() -> I>,
}

impl<I: ArenaIndex, T> Arena<I, T> {
    /// Appends an element and returns its index.
    pub fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::from_usize(self.items.len() - 1)
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no element.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// All indices, in order.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.items.len()).map(I::from_usize)
    }

    /// All elements, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// All elements with their indices, in order.
    pub fn enumerate(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.items.iter().enumerate().map(|(n, item)| (I::from_usize(n), item))
    }

    /// Mutable elements, in order.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// The first index whose element satisfies `test`.
    pub fn position(&self, test: impl FnMut(&T) -> bool) -> Option<I> {
        self.items.iter().position(test).map(I::from_usize)
    }

    /// Makes an arena of the same shape with other contents.
    pub fn map<U>(&self, make: impl FnMut(&T) -> U) -> Arena<I, U> {
        self.items.iter().map(make).collect()
    }
}

impl<I, T> Default for Arena<I, T> {
    fn default() -> Self {
        Self { items: Vec::new(), index: PhantomData }
    }
}

impl<I: ArenaIndex, T> FromIterator<T> for Arena<I, T> {
    fn from_iter<It: IntoIterator<Item = T>>(items: It) -> Self {
        Self { items: items.into_iter().collect(), index: PhantomData }
    }
}

impl<'a, I: ArenaIndex, T> IntoIterator for &'a Arena<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'a, I: ArenaIndex, T> IntoIterator for &'a mut Arena<I, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

impl<I: ArenaIndex, T> Index<I> for Arena<I, T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "an index comes from an arena of this shape")]
    fn index(&self, at: I) -> &T {
        &self.items[at.to_usize()]
    }
}

impl<I: ArenaIndex, T> IndexMut<I> for Arena<I, T> {
    #[expect(clippy::indexing_slicing, reason = "an index comes from an arena of this shape")]
    fn index_mut(&mut self, at: I) -> &mut T {
        &mut self.items[at.to_usize()]
    }
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a name read from a file, a database or a command line.
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }
            /// The name as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.to_owned())
            }
        }
    )+};
}

names! {
    /// The permanent name of a question (`INF5`).
    QuestionId,
    /// The permanent name of a choice (`UZ-FA`). No white space.
    ChoiceId,
    /// The permanent name of an area (`INF`).
    AreaId,
    /// The permanent name of a questionnaire (`innovation-ecosystem`).
    QuestionnaireId,
}

/// The id of an assessment: a UUIDv7, so that assessments of many machines can be merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AssessmentId(pub uuid::Uuid);

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
