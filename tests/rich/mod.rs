//! Models in which every party says much: stakes, values, trusts, influences and ties of each.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::unwrap_used)]

use std::fmt::Write as _;

use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const WORDS: [&str; 8] =
    ["Vereniging", "Bewonersraad", "Omgevingsdienst", "van", "Waterschap", "en", "Natuur", "Coöperatie"];
const SECTORS: [&str; 4] = ["decider", "executor", "user", "supplier"];
const RINGS: [&str; 4] = ["be-informed", "co-think", "co-operate", "co-decide"];

/// From five to eight of them.
fn some(rng: &mut ChaCha8Rng, of: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..of).collect();
    all.shuffle(rng);
    all.truncate(rng.random_range(5..=8));
    all
}

/// A model of so many parties, in TOML: the same on every machine.
pub fn rich(parties: usize) -> String {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let rng = &mut rng;
    let (interests, values) = ((parties / 4).max(8), (parties / 6).clamp(8, 30));
    let mut text =
        String::from("polder = 1\n[project]\nname = \"Drukte\"\nfocal = \"p000\"\nphase = \"development\"\n");
    for i in 0..interests {
        writeln!(text, "[interest.i{i}]\nname = \"Belang {i} {}\"", WORDS.choose(rng).unwrap()).unwrap();
    }
    for i in 0..values {
        writeln!(text, "[value.v{i}]\nname = \"Waarde {i}\"").unwrap();
    }
    for i in 0..parties {
        let name: Vec<&str> = (0..rng.random_range(2..8)).map(|_| *WORDS.choose(rng).unwrap()).collect();
        writeln!(text, "[party.p{i:03}]\nname = \"{} {i}\"", name.join(" ")).unwrap();
        for rating in ["power", "interest-level", "legitimacy", "urgency", "threat", "cooperation"] {
            if rng.random_bool(0.9) {
                writeln!(text, "{rating} = {}", rng.random_range(1..=5)).unwrap();
            }
        }
        let ring = |rng: &mut ChaCha8Rng| *RINGS.choose(rng).unwrap();
        writeln!(text, "attitude = {}\nsector = \"{}\"", rng.random_range(-2..=2), SECTORS.choose(rng).unwrap())
            .unwrap();
        let (actual, wished, desired) = (ring(rng), ring(rng), ring(rng));
        writeln!(text, "ring = {{ actual = \"{actual}\", wished = \"{wished}\", desired = \"{desired}\" }}").unwrap();
        for interest in some(rng, interests) {
            let (stance, salience) = (rng.random_range(-2..=2), rng.random_range(1..=5));
            let disclosed = rng.random_bool(0.8);
            writeln!(
                text,
                "stakes.i{interest} = {{ stance = {stance}, salience = {salience}, disclosed = {disclosed} }}"
            )
            .unwrap();
        }
        for value in some(rng, values) {
            writeln!(text, "values.v{value} = {}", rng.random_range(1..=5)).unwrap();
        }
        for other in some(rng, parties).into_iter().filter(|other| *other != i) {
            let (trust, influence) = (rng.random_range(1..=5), rng.random_range(0..=4));
            writeln!(text, "trusts.p{other:03} = {trust}\ninfluences.p{other:03} = {influence}").unwrap();
            if other > i {
                writeln!(text, "ties.p{other:03} = {}", [-2, -1, 1, 2].choose(rng).unwrap()).unwrap();
            }
        }
    }
    text
}
