//! A document as bytes for a hasher.

use std::hash::Hasher;

use super::Document;
use super::tree::{Data, Node};

/// What is left to feed.
enum Left<'a> {
    Node(&'a Node),
    Key(&'a str),
}

impl Document {
    /// Feeds everything that the document says, in the order in which it says it, so that no two documents feed the same bytes.
    pub(crate) fn feed(&self, hasher: &mut impl Hasher) {
        let mut left = vec![Left::Node(&self.root)];
        while let Some(next) = left.pop() {
            let node = match next {
                Left::Node(node) => node,
                Left::Key(key) => {
                    text(hasher, key);
                    continue;
                }
            };
            match &node.data {
                Data::Null => hasher.write(&[0]),
                Data::Bool(yes) => hasher.write(&[1, u8::from(*yes)]),
                Data::Integer(x) => {
                    hasher.write(&[2]);
                    hasher.write(&x.to_le_bytes());
                }
                Data::Float(x) => {
                    hasher.write(&[3]);
                    hasher.write(&x.to_bits().to_le_bytes());
                }
                Data::Text(said) => {
                    hasher.write(&[4]);
                    text(hasher, said);
                }
                Data::Date(said) => {
                    hasher.write(&[5]);
                    text(hasher, said);
                }
                Data::List(nodes) => {
                    hasher.write(&[6]);
                    count(hasher, nodes.len());
                    left.extend(nodes.iter().rev().map(Left::Node));
                }
                Data::Table(entries) => {
                    hasher.write(&[7]);
                    count(hasher, entries.len());
                    left.extend(entries.iter().rev().flat_map(|e| [Left::Node(&e.node), Left::Key(&e.key)]));
                }
            }
        }
    }
}

fn text(hasher: &mut impl Hasher, text: &str) {
    count(hasher, text.len());
    hasher.write(text.as_bytes());
}

/// A length, which is of as many bytes on every machine.
fn count(hasher: &mut impl Hasher, n: usize) {
    hasher.write(&u64::try_from(n).unwrap_or(u64::MAX).to_le_bytes());
}

#[cfg(test)]
#[cfg(feature = "toml")]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Kept(Vec<u8>);

    impl Hasher for Kept {
        fn finish(&self) -> u64 {
            0
        }
        fn write(&mut self, bytes: &[u8]) {
            self.0.extend(bytes);
        }
    }

    fn fed(text: &str) -> Vec<u8> {
        let mut kept = Kept::default();
        Document::from_toml(text).unwrap().feed(&mut kept);
        kept.0
    }

    #[test]
    fn what_says_something_else_feeds_something_else() {
        let all = [
            "a = 1",
            "b = 1",
            "a = '1'",
            "a = 1.5",
            "a = [1]",
            "a = [[], 1]",
            "a = [[1]]",
            "a = {}",
            "a = true",
            "a = ''",
        ];
        for (at, one) in all.iter().enumerate() {
            assert_eq!(fed(one), fed(&format!("# a comment\n{one}\n")));
            for other in all.iter().skip(at + 1) {
                assert_ne!(fed(one), fed(other), "{one} and {other}");
            }
        }
    }
}
