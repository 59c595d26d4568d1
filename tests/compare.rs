//! What changed between two models, and the free forces of a party beside its own force.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::strategies::{analysis_model, model};
use common::{rename, shuffled};
use polder::analysis::compare::{Attribution, Cause, CheckError, ForceChange, ForceParts};
use polder::analysis::{
    Changes, CompareError, CompareOptions, Cut, Cuts, ForceFieldOptions, GridOptions, alignment_interest, compare,
    force_field, power_interest, power_interest_attitude, replay, salience, support, threat_cooperation, trust_matrix,
};
use polder::evidence::{Amount, Measure};
use polder::id::{ForceId, PartyId};
use polder::math::{Exact, shapley};
use polder::model::{Attribute, Element, Force, Model, Party};
use polder::rating::{Aggregate, Rating};
use polder::scale::{ScaleKind, Scales};
use polder::vocabulary::{Side, Vocabulary};
use proptest::prelude::*;

fn n(x: f64) -> Rating {
    Rating::number(x).unwrap()
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn rated(power: f64, interest: f64, attitude: f64) -> Party {
    Party { power: Some(n(power)), interest_level: Some(n(interest)), attitude: Some(n(attitude)), ..Party::default() }
}

fn field(parties: &[(&str, f64, f64, f64)]) -> Model {
    let mut m = Model::new();
    for (name, power, interest, attitude) in parties {
        m.insert_party(p(name), rated(*power, *interest, *attitude)).unwrap();
    }
    m
}

fn changes(before: &Model, after: &Model) -> Changes {
    compare(before, after, &CompareOptions::new()).unwrap()
}

fn set(m: &Model, party: &str, attribute: Attribute, rating: Option<Rating>) -> Model {
    m.with(|m| m.set_rating(&Element::from(&p(party)), attribute, rating)).unwrap()
}

fn decimal(x: f64) -> Exact {
    Exact::from_decimal(x).unwrap()
}

fn factors(parts: &ForceParts) -> [Exact; 3] {
    [parts.power, parts.interest_level, parts.attitude].map(|r| decimal(r.raw))
}

fn product([x, y, z]: &[Exact; 3]) -> Exact {
    &(x * y) * z
}

fn net(m: &Model) -> Exact {
    let f = force_field(m, &ForceFieldOptions::new());
    f.parties.iter().map(|p| product(&[p.power, p.interest_level, p.attitude].map(|r| decimal(r.raw)))).sum()
}

/// The definition: the mean, over the six orders, of what the change of a factor does when its turn comes.
fn over_all_orders(before: &[Exact; 3], after: &[Exact; 3]) -> [Exact; 3] {
    let mut sums = [(); 3].map(|()| Exact::zero());
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut now = before.clone();
        for turn in order {
            let was = product(&now);
            now[turn] = after[turn].clone();
            sums[turn] = &sums[turn] + &(product(&now) - was);
        }
    }
    sums.map(|sum| sum.checked_div(&Exact::from(6)).unwrap())
}

/// The attribution from its lines, exactly, with every line made again over all orders.
fn again(lines: &[ForceChange]) -> (Exact, [Exact; 5]) {
    let mut parts = [(); 5].map(|()| Exact::zero());
    for line in lines {
        let (change, split) = match (&line.before, &line.after) {
            (Some(a), Some(b)) => {
                assert_eq!(line.cause, Cause::Rerated);
                (product(&factors(b)) - product(&factors(a)), Some(over_all_orders(&factors(a), &factors(b))))
            }
            (None, Some(b)) => {
                assert!(matches!(line.cause, Cause::New | Cause::NowKnown));
                parts[3] = &parts[3] + &product(&factors(b));
                (product(&factors(b)), None)
            }
            (Some(a), None) => {
                assert!(matches!(line.cause, Cause::Removed | Cause::NoLongerKnown));
                parts[4] = &parts[4] - &product(&factors(a));
                (-product(&factors(a)), None)
            }
            (None, None) => panic!("{line:?}"),
        };
        assert_eq!(line.change.to_bits(), change.to_f64().to_bits(), "{line:?}");
        let said = line.split.map(|s| [s.power, s.interest_level, s.attitude].map(f64::to_bits));
        assert_eq!(said, split.as_ref().map(|all| all.each_ref().map(|x| x.to_f64().to_bits())), "{line:?}");
        for (sum, part) in parts.iter_mut().zip(split.iter().flatten()) {
            *sum = &*sum + part;
        }
    }
    (parts.iter().sum(), parts)
}

fn numbers(a: &Attribution) -> [f64; 6] {
    [a.change, a.by_power, a.by_interest_level, a.by_attitude, a.by_entered, a.by_left]
}

/// The classes of the parties in every grid, as the grids themselves say them.
fn classes(m: &Model, options: &GridOptions) -> Vec<(&'static str, PartyId, &'static str)> {
    let mut out = Vec::new();
    macro_rules! grids {
        ($($grid:ident: $word:expr;)+) => {$(
            out.extend($grid(m, options).parties.into_iter().map(|x| (stringify!($grid), x.party, $word(x.class))));
        )+};
    }
    grids! {
        power_interest: |c: polder::analysis::power_interest::Quadrant| c.mendelow.word();
        salience: |c: polder::analysis::salience::Claimant| c.kind.word();
        power_interest_attitude: Vocabulary::word;
        support: Vocabulary::word;
        threat_cooperation: |c: polder::analysis::threat_cooperation::Savage| c.kind.word();
        trust_matrix: Vocabulary::word;
        alignment_interest: Vocabulary::word;
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn any_two_models_add_up(before in analysis_model(), after in analysis_model()) {
        let options = CompareOptions::new();
        if before.scales() != after.scales() {
            prop_assert!(compare(&before, &after, &options).is_err());
        }
        prop_assume!(before.scales() == after.scales());
        let c = changes(&before, &after);
        let (a, b) = (force_field(&before, &ForceFieldOptions::new()), force_field(&after, &ForceFieldOptions::new()));
        prop_assert_eq!((c.net.before, c.driving.before, c.restraining.before), (a.net, a.driving, a.restraining));
        prop_assert_eq!((c.net.after, c.driving.after, c.restraining.after), (b.net, b.driving, b.restraining));
        prop_assert_eq!((c.balance.before, c.balance.after), (a.balance, b.balance));
        let steps = |f: &polder::analysis::ForceField| f.tipping.fewest_steps.as_ref().value().map(|m| m.cost);
        prop_assert_eq!((c.fewest_steps.before.value(), c.fewest_steps.after.value()), (steps(&a), steps(&b)));

        // Exactly: the parts, made again over all orders, are the change; what is reported is each of them rounded once.
        let (change, [power, interest, attitude, entered, left]) = again(&c.attribution.parties);
        prop_assert_eq!(&change, &(net(&after) - net(&before)));
        let exact = [change, power, interest, attitude, entered, left].map(|x| x.to_f64().to_bits());
        prop_assert_eq!(numbers(&c.attribution).map(f64::to_bits), exact);
        let [change, parts @ ..] = numbers(&c.attribution);
        prop_assert!((parts.iter().sum::<f64>() - change).abs() < 1e-9);
        prop_assert!((c.attribution.parties.iter().map(|l| l.change).sum::<f64>() - change).abs() < 1e-9);
        prop_assert!((c.net.after - c.net.before - change).abs() < 1e-9);

        // Who is not listed has the same readings, or was and is in no sum.
        for (id, _) in before.parties().filter(|(id, _)| after.party(id).is_some()) {
            let reads = |f: &polder::analysis::ForceField| {
                let found = f.parties.iter().find(|x| x.party == *id);
                found.map(|x| [x.power, x.interest_level, x.attitude].map(|r| r.raw.to_bits()))
            };
            let is_listed = c.attribution.parties.iter().any(|l| l.party == *id);
            prop_assert_eq!(is_listed, reads(&a) != reads(&b));
        }
        prop_assert!(c.attribution.parties.is_sorted_by(|x, y| x.party < y.party));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn the_other_way_round_is_the_negative(before in analysis_model(), after in analysis_model()) {
        prop_assume!(before.scales() == after.scales());
        let (there, back) = (changes(&before, &after), changes(&after, &before));
        let [change, power, interest, attitude, entered, left] = numbers(&there.attribution).map(|x| 0.0 - x);
        prop_assert_eq!(numbers(&back.attribution), [change, power, interest, attitude, left, entered]);
        prop_assert_eq!(there.attribution.parties.len(), back.attribution.parties.len());
        for (x, y) in there.attribution.parties.iter().zip(&back.attribution.parties) {
            prop_assert_eq!((&x.party, x.change, &x.before, &x.ratings), (&y.party, 0.0 - y.change, &y.after, &y.ratings));
        }
        prop_assert_eq!((&there.added, &there.removed), (&back.removed, &back.added));
        let mirrored: Vec<_> = back.moved.iter().map(|m| (&m.party, m.grid, m.after, m.before)).collect();
        prop_assert_eq!(there.moved.iter().map(|m| (&m.party, m.grid, m.before, m.after)).collect::<Vec<_>>(), mirrored);
    }

    #[test]
    fn who_moved_is_who_is_in_another_class(before in analysis_model(), after in analysis_model(), median: bool) {
        prop_assume!(before.scales() == after.scales());
        let cut = if median { Cut::Median } else { Cut::Midpoint };
        let cuts = Cuts::new().power(cut).interest_level(cut).trust(cut);
        let c = compare(&before, &after, &CompareOptions::new().cuts(cuts)).unwrap();
        let [a, b] = [&before, &after].map(|m| classes(m, &GridOptions::new().cuts(cuts)));
        let of = |all: &[(&'static str, PartyId, &'static str)], grid: &str, party: &PartyId| {
            all.iter().find(|(g, x, _)| *g == grid && x == party).map(|(.., class)| *class)
        };
        let mut expected = Vec::new();
        let grids = ["power_interest", "salience", "power_interest_attitude", "support", "threat_cooperation", "trust_matrix",
            "alignment_interest"];
        for grid in grids {
            for (party, _) in before.parties().filter(|(id, _)| after.party(id).is_some()) {
                let (was, is) = (of(&a, grid, party), of(&b, grid, party));
                if was != is {
                    expected.push((party.clone(), grid, was, is));
                }
            }
        }
        prop_assert_eq!(c.moved.iter().map(|m| (m.party.clone(), m.grid, m.before, m.after)).collect::<Vec<_>>(), expected);
        prop_assert!(median || c.moved.iter().all(|m| !m.cut_moved), "a midpoint stays where it is");
        // A median that came or went moves nobody whose own ratings did so too.
        let grids = [&before, &after].map(|m| power_interest(m, &GridOptions::new().cuts(cuts)));
        let axes = [Attribute::Power, Attribute::InterestLevel];
        let levels = axes.map(|a| [&grids[0], &grids[1]].map(|g| g.cut(a).value()));
        let shifted = levels.iter().any(|[x, y]| x.is_some() && y.is_some() && x != y);
        for m in c.moved.iter().filter(|m| m.grid == "power_interest" && !shifted) {
            let read = |of: &Model| axes.map(|a| of.read(&(&m.party).into(), a, Aggregate::Median));
            let came_or_went = levels.iter().any(|[x, y]| x.is_none() != y.is_none());
            prop_assert_eq!(m.cut_moved, came_or_went && read(&before) == read(&after), "{}", m);
        }
    }

    #[test]
    fn nothing_changed_is_nothing(m in prop_oneof![analysis_model(), model()], weighted: bool) {
        let aggregate = if weighted { Aggregate::WeightedMedian } else { Aggregate::Median };
        let c = compare(&m, &m, &CompareOptions::new().aggregate(aggregate)).unwrap();
        prop_assert!(c.is_empty() && c.net.is_still() && c.balance.is_still() && c.fewest_steps.is_still());
        prop_assert_eq!(numbers(&c.attribution), [0.0; 6]);
    }

    #[test]
    fn names_and_the_order_of_files_change_nothing(before in analysis_model(), after in analysis_model(), seed: u64) {
        prop_assume!(before.scales() == after.scales());
        let plain = format!("{:#?}", changes(&before, &after));
        prop_assert_eq!(format!("{:#?}", changes(&shuffled(&before, seed), &shuffled(&after, seed ^ 1))), plain.clone());
        let [a, b] = [&before, &after].map(|m| rename(m, |id| format!("{id}-zz")));
        prop_assert_eq!(format!("{:#?}", changes(&a, &b)).replace("-zz", ""), plain);
        let mirror = |id: &str| -> String {
            id.chars().map(|c| if c.is_ascii_digit() { (b'0' + b'9' - c as u8) as char } else { c }).collect()
        };
        let [a, b] = [&before, &after].map(|m| rename(m, mirror));
        prop_assert_eq!(numbers(&changes(&a, &b).attribution), numbers(&changes(&before, &after).attribution));
    }

    #[test]
    fn what_if_leaves_the_model_as_it_was(m in analysis_model(), x in 0_u8..3) {
        let kept = m.clone();
        let first = m.parties().next().map(|(id, _)| id.clone()).unwrap();
        let after = set(&m, first.as_str(), Attribute::Attitude, Some(n(f64::from(x) - 1.0)));
        let c = changes(&m, &after);
        prop_assert_eq!(&m, &kept);
        prop_assert!(c.attribution.parties.iter().all(|l| l.party == first));
        prop_assert!(c.moved.iter().all(|l| l.party == first && !l.cut_moved));
        prop_assert_eq!((c.attribution.by_power, c.attribution.by_interest_level), (0.0, 0.0));
    }

    #[test]
    fn a_forged_comparison_is_caught(before in analysis_model(), after in analysis_model()) {
        prop_assume!(before.scales() == after.scales());
        let c = changes(&before, &after);
        prop_assert_eq!(c.check(&before, &after), Ok(()));
        for i in 0..c.attribution.parties.len().min(2) {
            let mut less = c.clone();
            let gone = less.attribution.parties.remove(i);
            prop_assert_eq!(less.check(&before, &after), Err(CheckError::Force(gone.party.clone())));
            let mut forged = c.clone();
            forged.attribution.parties[i].change += 1.0;
            prop_assert_eq!(forged.check(&before, &after), Err(CheckError::Force(gone.party)));
        }
        for i in 0..c.moved.len().min(2) {
            let mut less = c.clone();
            less.moved.remove(i);
            prop_assert!(less.check(&before, &after).is_err());
        }
        let mut forged = c.clone();
        forged.net.after += 1.0;
        prop_assert_eq!(forged.check(&before, &after), Err(CheckError::Totals));
        if !c.is_empty() {
            prop_assert!(c.check(&after, &before).is_err());
        }
    }
}

#[test]
fn a_change_is_split_over_the_ratings_that_made_it() {
    let before = field(&[("city", 2.0, 3.0, 1.0), ("shops", 5.0, 5.0, -1.0)]);
    let after = field(&[("city", 4.0, 3.0, 2.0), ("shops", 5.0, 5.0, -1.0)]);
    let c = changes(&before, &after);
    // 6 to 24: with the interest level at 3 throughout, power does 3·(2·1 + 2·2)/2 and attitude 3·(1·2 + 1·4)/2.
    assert_eq!(c.attribution.parties.len(), 1);
    let city = &c.attribution.parties[0];
    assert_eq!((city.change, city.cause), (18.0, Cause::Rerated));
    assert_eq!(city.ratings, [Attribute::Power, Attribute::Attitude]);
    let split = city.split.unwrap();
    assert_eq!((split.power, split.interest_level, split.attitude), (9.0, 0.0, 9.0));
    assert_eq!(c.net, polder::analysis::compare::Shift { before: -19.0, after: -1.0 });
    assert_eq!((c.fewest_steps.before, c.fewest_steps.after), (Measure::Known(1), Measure::Known(1)));
    let exact = shapley::of_product(&factors(&city.before.unwrap()), &factors(&city.after.unwrap()));
    assert_eq!(exact, over_all_orders(&factors(&city.before.unwrap()), &factors(&city.after.unwrap())));
}

#[test]
fn who_enters_or_leaves_counts_whole_and_says_why() {
    let mut before = field(&[("gone", 2.0, 2.0, 1.0), ("less", 3.0, 3.0, 1.0), ("stays", 1.0, 1.0, 1.0)]);
    before
        .insert_party(p("known"), Party { attitude: Some(n(-2.0)), power: Some(n(5.0)), ..Party::default() })
        .unwrap();
    before.insert_party(p("never"), Party { power: Some(n(5.0)), ..Party::default() }).unwrap();
    let mut after = before.clone();
    after.remove_party(&p("gone")).unwrap();
    after.insert_party(p("new"), rated(4.0, 4.0, 2.0)).unwrap();
    after.insert_party(p("new-but-unrated"), Party::default()).unwrap();
    for (party, attribute, rating) in [
        ("less", Attribute::InterestLevel, Some(Rating::unknown())),
        ("known", Attribute::InterestLevel, Some(n(2.0))),
        ("known", Attribute::Power, Some(n(3.0))),
        ("never", Attribute::Power, Some(n(1.0))),
    ] {
        after.set_rating(&Element::from(&p(party)), attribute, rating).unwrap();
    }
    let c = changes(&before, &after);
    let lines: Vec<String> = (c.attribution.parties.iter())
        .map(|l| format!("{} {} {} {}", l.party, l.change, l.cause, itertools::join(&l.ratings, ",")))
        .collect();
    let expected = [
        "gone -4 removed ",
        "known -12 now-known interest-level",
        "less -9 no-longer-known interest-level",
        "new 32 new ",
    ];
    assert_eq!(lines, expected);
    assert!(c.attribution.parties.iter().all(|l| l.split.is_none()));
    assert_eq!((c.attribution.by_entered, c.attribution.by_left, c.attribution.change), (20.0, -13.0, 7.0));
    assert_eq!((&c.added[..], &c.removed[..]), (&[p("new"), p("new-but-unrated")][..], &[p("gone")][..]));
    assert_eq!(c.omitted.before.len(), 3);
    assert_eq!(c.omitted.after.len(), 6);
    assert!(!c.moved.iter().any(|m| m.party == p("new") || m.party == p("gone")));
}

#[test]
fn an_empty_field_has_no_balance_and_a_full_one_does() {
    let c = changes(&Model::new(), &field(&[("city", 5.0, 4.0, 2.0)]));
    assert!(c.balance.before.value().is_none() && c.fewest_steps.before.value().is_none());
    assert_eq!((c.balance.after, c.net.after, c.attribution.by_entered), (Measure::Known(1.0), 40.0, 40.0));
}

#[test]
fn forces_on_different_scales_are_not_subtracted() {
    let on =
        |low, high, k| Model::with_scales(Scales::default().with_one_sided(low, high).unwrap().with_signed(k).unwrap());
    let fault = |a: &Model, b: &Model| compare(a, b, &CompareOptions::new()).unwrap_err();
    let one = fault(&on(1, 5, 2), &on(0, 10, 2));
    assert!(matches!(&one, CompareError::Scale { kind: ScaleKind::OneSided, .. }));
    assert_eq!(
        one.to_string(),
        "the one-sided scale is 1 to 5 before and 0 to 10 after: forces on different scales cannot be subtracted; rate both on \
         one scale"
    );
    assert!(
        fault(&on(1, 5, 2), &on(1, 5, 3)).to_string().starts_with("the signed scale is -2 to 2 before and -3 to 3")
    );
    // What no force is made of may differ.
    let other = Model::with_scales(Scales::default().with_influence(0, 9).unwrap());
    assert!(compare(&Model::new(), &other, &CompareOptions::new()).unwrap().is_empty());
}

#[test]
fn classes_that_moved_are_told_grid_by_grid() {
    let before = field(&[("city", 5.0, 5.0, 2.0), ("shops", 2.0, 5.0, -1.0)]);
    let after = set(&before, "shops", Attribute::Power, Some(n(4.0)));
    let after = set(&after, "city", Attribute::Attitude, None);
    let moved: Vec<String> = changes(&before, &after).moved.iter().map(ToString::to_string).collect();
    assert_eq!(
        moved,
        [
            "power_interest: party:shops from keep-informed to key-players",
            "power_interest_attitude: party:city from saviour to not placed",
            "power_interest_attitude: party:shops from irritant to saboteur",
            "support: party:city from supporter to not placed",
            "alignment_interest: party:city from learn-in-partnership to not placed",
        ]
    );
}

#[test]
fn a_median_cut_that_moves_moves_others() {
    let cuts = CompareOptions::new().cuts(Cuts::new().power(Cut::Median));
    let before = field(&[("a", 2.0, 5.0, 0.0), ("b", 3.0, 5.0, 0.0), ("c", 4.0, 5.0, 0.0)]);
    let told = |after: &Model| -> Vec<(String, bool)> {
        let moved = compare(&before, after, &cuts).unwrap().moved;
        let of = moved.into_iter().filter(|m| m.grid == "power_interest");
        of.map(|m| (format!("{} {} {}", m.party, m.before.unwrap_or("-"), m.after.unwrap_or("-")), m.cut_moved))
            .collect()
    };
    // The median goes from 3 to 4: b did nothing and is low now. a passes the old cut and the new one by itself.
    let after = set(&before, "a", Attribute::Power, Some(n(5.0)));
    let (a, b) = ("a keep-informed key-players", "b key-players keep-informed");
    assert_eq!(told(&after), [(a.into(), false), (b.into(), true)]);
    // With everyone one higher nobody moves; with the cut gone everybody is out.
    let after = field(&[("a", 3.0, 5.0, 0.0), ("b", 4.0, 5.0, 0.0), ("c", 5.0, 5.0, 0.0)]);
    assert_eq!(told(&after), []);
    let unrated = ["a", "b", "c"].iter().fold(before.clone(), |m, x| set(&m, x, Attribute::Power, None));
    assert!(told(&unrated).iter().all(|(_, cut_moved)| !cut_moved), "their own ratings went");
    let came = compare(&unrated, &before, &cuts).unwrap().moved;
    assert!(
        came.iter().all(|m| !m.cut_moved) && came.iter().any(|m| m.grid == "power_interest"),
        "their own ratings came"
    );
}

fn with_forces(m: &mut Model, forces: &[(&str, Side, Option<f64>, Option<&str>)]) {
    for (id, side, strength, party) in forces {
        let force = Force {
            name: (*id).into(),
            side: *side,
            strength: strength.map(n),
            changeability: None,
            party: party.map(p),
            remarks: polder::model::Remarks::default(),
        };
        m.insert_force(ForceId::new(id).unwrap(), force).unwrap();
    }
}

#[test]
fn free_forces_stand_beside_the_force_of_who_exerts_them() {
    use Side::{Driving, Restraining};
    let mut m = field(&[
        ("backer", 5.0, 4.0, 2.0),
        ("brake", 5.0, 4.0, 1.0),
        ("even", 5.0, 4.0, 1.0),
        ("foe", 3.0, 3.0, -1.0),
        ("idle", 3.0, 3.0, 0.0),
        ("open", 3.0, 3.0, 1.0),
        ("quiet", 3.0, 3.0, 1.0),
        ("sure", 3.0, 3.0, 1.0),
    ]);
    m.insert_party(p("vague"), Party { power: Some(n(3.0)), ..Party::default() }).unwrap();
    with_forces(
        &mut m,
        &[
            ("f1", Driving, Some(3.0), Some("backer")),
            ("f2", Restraining, Some(1.0), Some("backer")),
            ("f3", Restraining, Some(4.0), Some("brake")),
            ("f4", Driving, Some(2.0), Some("even")),
            ("f5", Restraining, Some(2.0), Some("even")),
            ("f6", Driving, Some(5.0), Some("foe")),
            ("f7", Driving, Some(5.0), Some("idle")),
            ("f8", Driving, Some(2.0), Some("open")),
            ("f9", Restraining, None, Some("open")),
            ("g1", Driving, Some(2.0), Some("sure")),
            ("g2", Driving, None, Some("sure")),
            ("g3", Driving, Some(1.0), Some("vague")),
            ("g4", Restraining, Some(5.0), None),
        ],
    );
    let f = force_field(&m, &ForceFieldOptions::new());
    let lines: Vec<String> = (f.free_forces.by_party.iter())
        .map(|x| {
            let who = x.party.as_ref().map_or("nobody", PartyId::as_str);
            let forces = itertools::join(&x.forces, ",");
            format!(
                "{who} {forces} +{} -{} = {} beside {}: {}",
                x.driving, x.restraining, x.net, x.party_force, x.accord
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "backer f1,f2 +3 -1 = 2 beside 40: agrees",
            "brake f3 +0 -4 = -4 beside 20: disagrees",
            "even f4,f5 +2 -2 = 0 beside 20: undefined (nothing-to-measure)",
            "foe f6 +5 -0 = 5 beside -9: disagrees",
            "idle f7 +5 -0 = 5 beside 0: undefined (nothing-to-measure)",
            "open f8,f9 +2 -0 = 2 beside 9: undefined (missing-rating)",
            "sure g1,g2 +2 -0 = 2 beside 9: agrees",
            "vague g3 +1 -0 = 1 beside undefined (missing-rating): undefined (missing-rating)",
            "nobody g4 +0 -5 = -5 beside undefined (nothing-to-measure): undefined (nothing-to-measure)",
        ]
    );
    let shown: Vec<String> =
        f.parties.iter().map(|x| format!("{}: {}", x.party, itertools::join(&x.free_forces, ","))).collect();
    let expected =
        ["backer: f1,f2", "brake: f3", "even: f4,f5", "foe: f6", "idle: f7", "open: f8,f9", "quiet: ", "sure: g1,g2"];
    assert_eq!(shown, expected);
    let said: Vec<String> = (f.findings.iter())
        .filter(|x| x.rule.starts_with("nobodys-") || x.subject == [Element::from(&p("backer"))])
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        [
            "party:backer: party-force = 40",
            "party:backer: party-free-forces-driving = 3",
            "party:backer: party-free-forces-restraining = 1",
            "party:backer: free-forces-accord = agrees",
            "project: nobodys-free-forces-restraining = 5",
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn totals_by_party_are_the_totals(m in prop_oneof![analysis_model(), model()]) {
        let free = force_field(&m, &ForceFieldOptions::new()).free_forces;
        // Each total is rounded once, so sums of them are near.
        let near = |of: fn(&polder::analysis::free_forces::PartyFreeForces) -> f64, whole: f64| {
            (free.by_party.iter().map(of).sum::<f64>() - whole).abs() <= 1e-9 * (free.driving + free.restraining)
        };
        prop_assert!(near(|x| x.driving, free.driving));
        prop_assert!(near(|x| x.restraining, free.restraining));
        prop_assert!(near(|x| x.net, free.net));
        let mut forces: Vec<&ForceId> = free.by_party.iter().flat_map(|x| &x.forces).collect();
        forces.sort();
        prop_assert_eq!(forces, m.forces().map(|(id, _)| id).collect::<Vec<_>>());
    }

    #[test]
    fn totals_of_free_forces_replay_and_leave_nobody_out(m in prop_oneof![analysis_model(), model()]) {
        let of_free = |rule: &str| rule.contains("free-forces");
        let findings = force_field(&m, &ForceFieldOptions::new()).findings;
        for finding in findings.iter().filter(|f| of_free(f.rule)) {
            prop_assert_eq!(replay(finding, &m), Ok(()), "{:#?}", finding);
            for i in 0..finding.because.len() {
                let mut less = finding.clone();
                let part = less.because.remove(i);
                if let Amount::Number(x) = &mut less.amount {
                    *x -= part.amount;
                }
                prop_assert!(replay(&less, &m).is_err(), "{:#?}", less);
            }
            // Another party, or the project, does not exert the same forces.
            if !finding.because.is_empty() {
                let mut other = finding.clone();
                other.subject = vec![Element::Party(p("somebody-else"))];
                prop_assert!(replay(&other, &m).is_err(), "{:#?}", other);
            }
        }
    }
}

/// The command line.
#[cfg(feature = "cli")]
mod cli {
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};

    const STREET: &str = "examples/models/slimme-straatverlichting.toml";

    /// Exit code, standard output, standard error.
    fn run(args: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_polder"));
        command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (out, err) = (text(output.stdout), text(output.stderr));
        assert!(!err.contains("panicked"), "{err}");
        (output.status.code().expect("no signal ended it"), out, err)
    }

    fn file(name: &str, text: &str) -> PathBuf {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("compare-{name}"));
        std::fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn two_files_are_compared() {
        let head = "polder = 1\n[party.city]\npower = 5\ninterest-level = 4\nattitude = 2\n";
        let before =
            file("before.toml", &format!("{head}[party.shops]\npower = 2\ninterest-level = 5\nattitude = -1\n"));
        let after = file(
            "after.toml",
            &format!("{head}[party.shops]\npower = 3\ninterest-level = 5\nattitude = 1\n[party.press]\npower = 2\n"),
        );
        let (code, out, err) = run(&["compare", before.to_str().unwrap(), after.to_str().unwrap()]);
        assert_eq!((code, err.as_str()), (0, ""));
        let expected = "\
compare: What changed between two force fields, and who and which rating made the difference?
  driving 40 to 55, restraining 10 to 0, net 30 to 55
  balance 0.6 to 1
  fewest steps to tip it: 0 to 0
  the change in net, +25, by: attitude +25
    shops: +25 (power from 2 to 3: 0; attitude from -1 to 1: +25)
  moved:
    power_interest: party:shops from keep-informed to key-players
    power_interest_attitude: party:shops from irritant to saviour
    support: party:shops from opponent to supporter
    alignment_interest: party:shops from challenge-beliefs to learn-in-partnership
  came:
    press
  omitted after:
    `party:press`: interest-level is unknown
    `party:press`: attitude is unknown
";
        assert_eq!(out, expected);
    }

    #[test]
    fn what_if_is_asked_with_set() {
        let before = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(STREET)).unwrap();
        let set = ["compare", STREET, "--set", "hofkwartier.attitude=neutraal", "--set", "natuur-en-nacht.power=4"];
        let (code, out, err) = run(&set);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains("\n    hofkwartier: +20 (attitude from -2 to 0: +20)\n"), "{out}");
        assert!(out.contains("\n    natuur-en-nacht: -16 (now-known: power)\n"), "{out}");
        assert_eq!(std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(STREET)).unwrap(), before);
        let (_, out, _) = run(&["compare", STREET, "--set", "gemeente.power=unknown"]);
        assert!(out.contains("(no-longer-known: power)"), "{out}");
        assert!(run(&["compare", STREET, STREET]).1.contains("\n  nothing changed\n"));
    }

    #[test]
    fn compare_as_json() {
        let (code, out, _) = run(&["compare", STREET, "--set", "hofkwartier.attitude=0", "--format", "json"]);
        assert_eq!(code, 0);
        let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(answer["polder"], 1);
        let (provenance, result) = (&answer["compare"]["provenance"], &answer["compare"]["result"]);
        assert_eq!((&provenance["method"], &provenance["options"]["aggregate"]), (&"compare".into(), &"median".into()));
        assert_eq!(provenance["omitted"]["before"], provenance["omitted"]["after"]);
        assert_eq!(result["attribution"]["by_attitude"], 20.0);
        let line = &result["attribution"]["parties"][0];
        assert_eq!((&line["cause"], &line["split"]["attitude"]), (&"re-rated".into(), &20.0.into()));
        let moved = serde_json::json!({
            "party": "hofkwartier", "grid": "support", "before": "opponent", "after": "doubter", "cut_moved": false
        });
        assert!(result["moved"].as_array().unwrap().contains(&moved), "{result:#}");
    }

    #[test]
    fn wrong_questions_are_refused_with_a_way_out() {
        let wrong = [
            (&["hofkwartir.attitude=0"][..], "there is no party `hofkwartir`", "did you mean `hofkwartier`?"),
            (&["x-y-z.attitude=0"], "there is no party `x-y-z`", "known are `beheer`, "),
            (
                &["hofkwartier.attitud=0"],
                "`attitud` is not a rating of a party",
                "did you mean `attitude`? known are `power`",
            ),
            (&["hofkwartier.interest_level=0"], "is not a rating of a party", "did you mean `interest-level`?"),
            (&["hofkwartier.attitude=9"], "`9` is not on the scale of attitude", "a number from -2 to 2"),
            (&["hofkwartier.attitude=hoog"], "`hoog` is not on the scale of attitude", "known are `strongly-against`"),
            (&["hofkwartier.power=hog"], "`hog` is not on the scale of power", "did you mean `hoog`?"),
            (&["hofkwartier.power=NaN"], "`NaN` is not on the scale of power", "a number from 1 to 5"),
            (&["hofkwartier.power"], "`hofkwartier.power` sets no rating", "write PARTY.ATTRIBUTE=VALUE"),
            (&["hofkwartier=1"], "`hofkwartier=1` sets no rating", "write PARTY.ATTRIBUTE=VALUE"),
            (&["hofkwartier.power=1", "hofkwartier.power=2"], "is set twice", "one question takes one value"),
        ];
        for (set, message, help) in wrong {
            let args: Vec<&str> =
                ["compare", STREET].into_iter().chain(set.iter().flat_map(|x| ["--set", *x])).collect();
            let (code, out, err) = run(&args);
            assert_eq!((code, out.as_str()), (2, ""), "{err}");
            assert!(err.contains(message) && err.contains(help), "{set:?}: {err}");
        }
        for args in [&["compare", STREET][..], &["compare", STREET, STREET, "--set", "beheer.power=1"], &["compare"]] {
            let (code, out, err) = run(args);
            assert_eq!((code, out.as_str()), (2, ""));
            assert!(err.contains("polder compare [OPTIONS] <BEFORE> <AFTER>"), "{err}");
        }
        let (code, _, err) = run(&["compare", "-", "-"]);
        assert!(code == 2 && err.contains("standard input cannot be both"), "{err}");
        let (code, _, err) = run(&["compare", STREET, "tests/models/ten-mistakes.toml"]);
        assert!(code == 1 && err.contains("10 problems"), "{err}");
        let (code, _, err) = run(&["compare", STREET, "examples/models/paris-airport.toml"]);
        assert!(code == 2 && err.contains("the signed scale is -2 to 2 before and -4 to 4 after"), "{err}");
        assert!(err.contains("rate both on one scale"), "{err}");
    }

    #[test]
    fn help_has_examples() {
        let (code, out, err) = run(&["compare", "--help"]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains("Examples:\n  polder compare ") && out.contains("Exit codes:"), "{out}");
        assert!(run(&["--help"]).1.contains("\n  compare "));
    }
}
