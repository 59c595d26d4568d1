//! A mapping as it is kept, and read again.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::Error;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Key, Kind, Mapping, Renamed};
use crate::export::Profile;
use crate::id::Slug;
use crate::vocabulary::Vocabulary;

/// The version of the notation.
const VERSION: u32 = 1;

impl Serialize for Mapping {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Mapping", 4)?;
        out.serialize_field("polder", &VERSION)?;
        out.serialize_field("profile", &self.profile)?;
        out.serialize_field("key", &format!("{:032x}", u128::from_be_bytes(self.key.0)))?;
        out.serialize_field("mapping", &self.iter().collect::<Vec<_>>())?;
        out.end()
    }
}

#[derive(Deserialize)]
struct Written {
    polder: u32,
    profile: String,
    key: String,
    mapping: Vec<WrittenOne>,
}

#[derive(Deserialize)]
struct WrittenOne {
    kind: String,
    pseudonym: String,
    id: String,
    name: Option<String>,
    #[serde(default)]
    also: Vec<String>,
}

impl<'de> Deserialize<'de> for Mapping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Written::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl TryFrom<Written> for Mapping {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        if written.polder != VERSION {
            return Err(format!("version {} is not known", written.polder));
        }
        let profile = Profile::parse(&written.profile).ok().filter(|profile| *profile != Profile::Full);
        let profile = profile.ok_or("its profile renames nobody")?;
        let digits = written.key.len() == 32 && written.key.bytes().all(|b| b.is_ascii_hexdigit());
        let key = u128::from_str_radix(&written.key, 16).ok().filter(|_| digits);
        let key = Key::new(key.ok_or("its key has not 32 hexadecimal digits")?.to_be_bytes());
        let mut out = Self::new(profile, &key);
        let mut digits: BTreeMap<Kind, usize> = BTreeMap::new();
        let mut given: BTreeSet<(Kind, Slug)> = BTreeSet::new();
        for WrittenOne { kind, pseudonym, id, name, also } in written.mapping {
            let known = Kind::ALL.into_iter().find(|known| known.words().0 == kind);
            let known = known.ok_or_else(|| format!("`{kind}` is nothing that is renamed"))?;
            let (kind, prefix) = known.words();
            let number = pseudonym.strip_prefix(prefix).filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
            // More digits than four billion has are no count.
            let counted = number.and_then(|n| Some((n.len(), usize::try_from(n.parse::<u32>().ok()?).ok()?)));
            let ((length, number), slug) = counted
                .zip(Slug::new(&pseudonym).ok())
                .ok_or_else(|| format!("`{pseudonym}` is no pseudonym of a {kind}"))?;
            if !given.insert((known, slug.clone())) {
                return Err(format!("`{pseudonym}` stands for two"));
            }
            let renamed = Renamed { kind, pseudonym: slug, id: id.clone(), name, also };
            if out.renamed.insert((known, id), (number, renamed)).is_some() {
                return Err("one has two pseudonyms".to_owned());
            }
            let least = digits.entry(known).or_insert(length);
            *least = length.min(*least);
            let last = out.counted.entry(known).or_insert((0, length));
            *last = (number.max(last.0), *least);
        }
        Ok(out)
    }
}
