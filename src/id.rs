//! Ids: the identity of everything in a model.
//!
//! An id is a slug, `[a-z][a-z0-9-]{0,63}`, and unique per kind of node. Every kind has its own type, so a party can not be
//! asked for by the id of an interest. Ids are cheap to clone.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// The most characters that a slug may have.
pub const SLUG_MAX: usize = 64;

/// A lower-case word of letters, digits and hyphens: `[a-z][a-z0-9-]{0,63}`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

/// A text is not a slug.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{text}` is not an id: {reason}")]
pub struct NotASlug {
    /// The text as it was given, cut after 80 characters.
    pub text: String,
    /// What is wrong with it.
    pub reason: &'static str,
    /// The nearest slug, when one can be made of the text.
    pub suggestion: Option<Slug>,
}

impl Slug {
    /// Checks a text.
    ///
    /// # Errors
    /// [`NotASlug`] with the reason and, where possible, the nearest slug.
    pub fn new(text: &str) -> Result<Self, NotASlug> {
        match fault(text) {
            None => Ok(Self(text.into())),
            Some(reason) => Err(NotASlug { text: text.chars().take(80).collect(), reason, suggestion: nearest(text) }),
        }
    }

    /// The text of the slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn fault(text: &str) -> Option<&'static str> {
    let Some(first) = text.chars().next() else {
        return Some("it is empty");
    };
    if !first.is_ascii_lowercase() {
        Some("it must start with a letter a-z")
    } else if !text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        Some("only a-z, 0-9 and hyphens may stand in it")
    } else if text.len() > SLUG_MAX {
        Some("it has more than 64 characters")
    } else {
        None
    }
}

fn nearest(text: &str) -> Option<Slug> {
    let lower = text.trim().to_lowercase();
    let mut out = String::new();
    for c in lower.chars() {
        let plain = match c {
            'à'..='å' => 'a',
            'è'..='ë' => 'e',
            'ì'..='ï' => 'i',
            'ò'..='ö' => 'o',
            'ù'..='ü' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            other => other,
        };
        if plain.is_ascii_lowercase() || plain.is_ascii_digit() {
            out.push(plain);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() == SLUG_MAX {
            break;
        }
    }
    let trimmed = out.trim_matches('-').trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    fault(trimmed).is_none().then(|| Slug(trimmed.into()))
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Slug {
    type Err = NotASlug;
    fn from_str(text: &str) -> Result<Self, NotASlug> {
        Self::new(text)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Slug);

        impl $name {
            /// Checks a text and makes it an id.
            ///
            /// # Errors
            /// [`NotASlug`] when the text is not a slug.
            pub fn new(text: &str) -> Result<Self, NotASlug> {
                Slug::new(text).map(Self)
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// The id as a slug without its kind.
            pub fn slug(&self) -> &Slug {
                &self.0
            }
        }

        impl From<Slug> for $name {
            fn from(slug: Slug) -> Self {
                Self(slug)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = NotASlug;
            fn from_str(text: &str) -> Result<Self, NotASlug> {
                Self::new(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.0.as_str()
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
    )+};
}

ids! {
    /// The id of a party.
    PartyId,
    /// The id of an interest.
    InterestId,
    /// The id of a value.
    ValueId,
    /// The id of a culture profile.
    CultureId,
    /// The id of an observation of the iceberg.
    ObservationId,
    /// The id of a member of the project team.
    MemberId,
    /// The id of a task.
    TaskId,
    /// The id of a claim on the value mapping canvas.
    ClaimId,
    /// The id of a belief: what one party thinks of another's values.
    BeliefId,
    /// The id of a pairwise comparison of two values.
    ComparisonId,
    /// The id of a value flow.
    FlowId,
    /// The id of a free force (Lewin's form).
    ForceId,
    /// The id of a record of support.
    SupportId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_follow_the_pattern() {
        for good in ["a", "gemeente", "bewoners-noord", "a1-", &"x".repeat(64)] {
            assert!(Slug::new(good).is_ok(), "{good}");
        }
        for bad in ["", "1a", "-a", "A", "a_b", "é", "a b", &"x".repeat(65)] {
            assert!(Slug::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_bad_slug_comes_with_the_nearest_good_one() {
        let near = |text: &str| Slug::new(text).unwrap_err().suggestion.map(|s| s.to_string());
        assert_eq!(near("Bewoners Noord"), Some("bewoners-noord".into()));
        assert_eq!(near("Coöperatie_2"), Some("cooperatie-2".into()));
        assert_eq!(near("12"), None);
        assert_eq!(near(""), None);
    }
}
