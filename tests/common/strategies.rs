//! Proptest strategies for whole models.
//!
//! A model is built from *tapes* of random numbers, one per section, through the public checked API alone. A tape that runs out
//! gives zeros, and zero always means the least: nobody rated it, the first of the list, none of them. So proptest shrinks a
//! failing model by shortening tapes, and what is left shrinks towards the plain.

use std::collections::{BTreeMap, BTreeSet};

use polder::id::*;
use polder::model::*;
use polder::rating::{Estimate, Judgement, Level, Rater, RaterKind, Rating, Word};
use polder::scale::{Confidence, Latitude, Longitude, Preference, Raw, RoleWeight, Scale, ScaleKind, Scales, WordSet};
use polder::vocabulary::schwartz::SchwartzValue;
use polder::vocabulary::*;
use proptest::prelude::*;

/// A valid model with every kind of node and relation and every form of rating, on scales of many sorts. Ids of different kinds
/// are often the same word.
pub fn model() -> impl Strategy<Value = Model> {
    tapes(22, 260).prop_map(|tapes| whole(tapes, Naming::Shared))
}

/// As [`model`], but every id says its kind (`qz-party-3`) and stands in no other text, so that a trace of it can be searched for
/// in what `Debug` prints.
pub fn model_with_telling_ids() -> impl Strategy<Value = Model> {
    tapes(22, 260).prop_map(|tapes| whole(tapes, Naming::Telling))
}

/// A model that analyses find much in: 2 to 8 parties whose power, interest level or attitude is sometimes missing, stakes that
/// often clash, claims that often differ in fate, opposed interests, values in tension.
pub fn analysis_model() -> impl Strategy<Value = Model> {
    tapes(15, 220).prop_map(focused)
}

/// A rating that is valid on a scale, without raters of a prefix.
pub fn rating_on(scale: Scale) -> impl Strategy<Value = Rating> {
    prop::collection::vec(any::<u32>(), 0..40).prop_map(move |tape| {
        let who = Raters { scales: Scales::default(), named: Vec::new() };
        who.rating_on(&mut Draw::of(tape), &scale)
    })
}

fn tapes(sections: usize, most: usize) -> impl Strategy<Value = Vec<Vec<u32>>> {
    prop::collection::vec(prop::collection::vec(any::<u32>(), 0..=most), sections)
}

/// Random numbers until they run out, then zeros.
pub struct Draw(std::vec::IntoIter<u32>);

impl Draw {
    pub fn of(tape: Vec<u32>) -> Self {
        Self(tape.into_iter())
    }

    fn next(&mut self) -> u32 {
        self.0.next().unwrap_or(0)
    }

    /// 0 to n − 1; 0 when n is 0.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from((u64::from(self.next()) * u64::try_from(n).unwrap()) >> 32).unwrap()
    }

    /// A number of a range, both ends included.
    pub fn within(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True so many times out of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    pub fn maybe<T>(&mut self, percent: usize, what: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance(percent).then(|| what(self))
    }

    /// Some of a list, none when there is nothing in it.
    pub fn some<T: Clone + Ord>(&mut self, of: &[T], most: usize) -> BTreeSet<T> {
        let n = if of.is_empty() { 0 } else { self.within(0, most) };
        (0..n).map(|_| self.pick(of)).collect()
    }

    /// Two different ones of a list of at least two.
    pub fn two<T: Clone>(&mut self, of: &[T]) -> (T, T) {
        let a = self.below(of.len());
        let b = (a + 1 + self.below(of.len() - 1)) % of.len();
        (of[a].clone(), of[b].clone())
    }

    fn any_of<V: Vocabulary>(&mut self) -> V {
        self.pick(V::ALL)
    }

    fn flag(&mut self) -> Option<bool> {
        self.maybe(60, |d| d.chance(50))
    }

    /// A text with everything that a writer of some format may get wrong.
    pub fn text(&mut self) -> String {
        const TEXTS: &[&str] = &[
            "x",
            "",
            " ",
            "Gemeente Enschede",
            "Überfluß & Cœur, 株式会社",
            "ועד השכונה",
            "\u{202e}right to left\u{202c}",
            "Nobody knows 💡👩‍👩‍👧",
            "<b>bold</b> <script>alert(1)</script> &amp;",
            "| a | *star* _under_ `tick` ~~gone~~ [link](x) # head",
            "\"double\" and 'single' and \\ and \"\"\" and '''",
            "two\nlines",
            "with a return\r\nand more",
            "\ttab\tand \u{b}\u{7}\u{0}\u{7f} controls \u{85}\u{2028}",
            " outer space ",
            "=1+1",
            "@cmd",
            "-5",
            "unknown",
            "true",
            "2024-02-29",
            "{ a = 1 }, [b]",
            "a;b,c",
            "\u{feff}mark",
            "{$placeable}",
            "e\u{301} or é",
        ];
        if self.chance(15) {
            let n = self.within(1, 6);
            return (0..n).map(|_| char::from_u32(self.next() % 0x11_0000).unwrap_or('?')).collect();
        }
        self.pick(TEXTS).into()
    }

    fn slug(&mut self) -> Slug {
        const SLUGS: &[&str] = &[
            "tag",
            "a",
            "be-informed",
            "competent-authority",
            "x--y-",
            "true",
            "n0",
            "inf",
            "a234567890-1234567890-1234567890-1234567890-1234567890-123456789",
        ];
        Slug::new(self.pick(SLUGS)).unwrap()
    }

    fn word_of(&mut self, known: &[&str]) -> Slug {
        if self.chance(20) { self.slug() } else { Slug::new(self.pick(known)).unwrap() }
    }

    fn remarks(&mut self) -> Remarks {
        if !self.chance(30) {
            return Remarks::default();
        }
        let tags = self.within(0, 2);
        let annotations = self.within(0, 2);
        Remarks {
            notes: self.maybe(50, Self::text),
            tags: (0..tags).map(|_| self.slug()).collect(),
            annotations: (0..annotations).map(|_| (self.text(), self.text())).collect(),
        }
    }

    fn location(&mut self) -> Location {
        const NORTH: &[f64] = &[0.0, 52.2215, -90.0, 90.0, 0.1, -33.333_333_333_333_336];
        const EAST: &[f64] = &[0.0, 6.8937, -180.0, 180.0, 1e-7, 4.9];
        Location {
            latitude: Latitude::new(self.pick(NORTH)).unwrap(),
            longitude: Longitude::new(self.pick(EAST)).unwrap(),
        }
    }

    fn fraction(&mut self) -> f64 {
        f64::from(self.next()) / f64::from(u32::MAX)
    }

    /// A number on a scale: its ends and middle, whole ones, decimals, all digits.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn number_on(&mut self, scale: &Scale) -> f64 {
        let (min, max) = (scale.min(), scale.max());
        let steps = |by: f64| ((max - min) / by).round() as usize + 1;
        let x = match self.below(8) {
            0..=2 => min + self.below(steps(1.0)) as f64,
            3 => max,
            4 => scale.midpoint(),
            5 => ((min * 10.0).round() + self.below(steps(0.1)) as f64) / 10.0,
            6 => min + (max - min) * self.fraction(),
            _ => min + (max - min) / 3.0,
        };
        x.clamp(min, max)
    }

    fn level_on(&mut self, scale: &Scale) -> Level {
        let words: Vec<Word> = Word::of_scale(scale).collect();
        if self.chance(20) {
            Level::Word(self.pick(&words))
        } else {
            Level::Number(Raw::new(self.number_on(scale)).unwrap())
        }
    }

    fn estimate_on(&mut self, scale: &Scale) -> Estimate {
        match self.below(10) {
            0..=5 => Estimate::Point(self.level_on(scale)),
            6 => Estimate::Unknown,
            kind => {
                let mut levels = [self.level_on(scale), self.level_on(scale), self.level_on(scale)];
                levels.sort_by(|a, b| a.raw(scale).unwrap().total_cmp(&b.raw(scale).unwrap()));
                let [low, mode, high] = levels;
                if kind < 9 { Estimate::Interval { low, high } } else { Estimate::ThreePoint { low, mode, high } }
            }
        }
    }
}

/// Who may stand behind a rating.
struct Raters {
    scales: Scales,
    /// Members and parties, with whether the bare name would be ambiguous.
    named: Vec<(RaterKind, Slug, bool)>,
}

impl Raters {
    fn of(model: &Model) -> Self {
        let members: BTreeSet<Slug> = model.members().map(|(m, _)| m.slug().clone()).collect();
        let parties: BTreeSet<Slug> = model.parties().map(|(p, _)| p.slug().clone()).collect();
        let named = members
            .iter()
            .map(|m| (RaterKind::Member, m.clone(), parties.contains(m)))
            .chain(parties.iter().map(|p| (RaterKind::Party, p.clone(), members.contains(p))))
            .collect();
        Self { scales: *model.scales(), named }
    }

    fn rater(&self, d: &mut Draw) -> Rater {
        if self.named.is_empty() || d.chance(25) {
            let free = d.pick(&["someone", "nobody-in-particular", "free-rater"]);
            return Rater { prefix: None, name: Slug::new(free).unwrap() };
        }
        let (kind, name, ambiguous) = d.pick(&self.named);
        Rater { prefix: (ambiguous || d.chance(50)).then_some(kind), name }
    }

    fn judgement(&self, d: &mut Draw, scale: &Scale) -> Judgement {
        Judgement {
            estimate: d.estimate_on(scale),
            by: d.maybe(70, |d| self.rater(d)),
            confidence: d.maybe(50, |d| {
                let any = d.fraction();
                Confidence::new(d.pick(&[1.0, 0.0, 0.8, 1.0 / 3.0, any])).unwrap()
            }),
            why: d.maybe(30, Draw::text),
        }
    }

    fn rating_on(&self, d: &mut Draw, scale: &Scale) -> Rating {
        match d.below(10) {
            0..=6 => Rating::Plain(d.estimate_on(scale)),
            7 => Rating::Judged(self.judgement(d, scale)),
            _ => {
                let n = d.within(1, 4);
                Rating::Several((0..n).map(|_| self.judgement(d, scale)).collect())
            }
        }
    }

    fn rating(&self, d: &mut Draw, kind: ScaleKind) -> Rating {
        self.rating_on(d, &self.scales.of(kind))
    }

    fn perhaps(&self, d: &mut Draw, kind: ScaleKind) -> Option<Rating> {
        d.maybe(60, |d| self.rating(d, kind))
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Naming {
    Shared,
    Telling,
}

/// Ids of one kind, all different.
fn ids<T: From<Slug> + Ord + Clone>(d: &mut Draw, naming: Naming, kind: &str, least: usize, most: usize) -> Vec<T> {
    const POOL: &[&str] = &[
        "a",
        "b",
        "x",
        "gemeente",
        "bewoners-noord",
        "n1-",
        "unknown",
        "project",
        "member",
        "true",
        "a234567890-1234567890-1234567890-1234567890-1234567890-123456789",
    ];
    let n = d.within(least, most);
    let start = d.below(POOL.len());
    let word = |i: usize| match naming {
        Naming::Shared => POOL[(start + i) % POOL.len()].to_owned(),
        Naming::Telling => format!("qz-{kind}-{}", (start + i) % POOL.len()),
    };
    (0..n).map(|i| Slug::new(&word(i)).unwrap().into()).collect()
}

fn scales(d: &mut Draw) -> Scales {
    let base = Scales::default();
    match d.below(7) {
        0 | 1 => base,
        2 | 3 => base.with_one_sided(0, 10).unwrap().with_signed(3).unwrap().with_words(WordSet::Five),
        4 => base.with_words(WordSet::Five),
        5 => base.with_one_sided(0, 100).unwrap().with_signed(10).unwrap().with_influence(1, 3).unwrap(),
        _ => base.with_one_sided(2, 3).unwrap().with_signed(1).unwrap().with_influence(0, 1).unwrap(),
    }
}

fn whole(tapes: Vec<Vec<u32>>, naming: Naming) -> Model {
    let mut tapes = tapes.into_iter().map(Draw::of);
    let mut section = || tapes.next().unwrap_or_else(|| Draw::of(Vec::new()));

    let mut d = section();
    let mut m = Model::with_scales(scales(&mut d));
    let parties: Vec<PartyId> = ids(&mut d, naming, "party", 1, 8);
    let members: Vec<MemberId> = ids(&mut d, naming, "member", 0, 3);
    let tasks: Vec<TaskId> = ids(&mut d, naming, "task", 0, 3);
    let cultures: Vec<CultureId> = ids(&mut d, naming, "culture", 0, 4);
    let interests: Vec<InterestId> = ids(&mut d, naming, "interest", 0, 5);
    let values: Vec<ValueId> = ids(&mut d, naming, "value", 0, 5);
    let observations: Vec<ObservationId> = ids(&mut d, naming, "observation", 0, 5);
    for p in &parties {
        m.insert_party(p.clone(), Party::default()).unwrap();
    }
    for a in &members {
        m.insert_member(a.clone(), Member::default()).unwrap();
    }
    let who = Raters::of(&m);

    nodes(&mut m, &mut section(), &who, &tasks, &cultures, &interests, &values);
    for (i, p) in parties.iter().enumerate() {
        let party = party(&mut section(), &who, &parties[..i], &cultures);
        m.update_party(p, |old| *old = party).unwrap();
    }
    for _ in parties.len()..8 {
        section();
    }
    team(&mut m, &mut section(), &who, &parties, &members, &tasks);
    stakes_and_importances(&mut m, &mut section(), &who, &parties, &interests, &values);
    among_parties(&mut m, &mut section(), &who, &parties);
    among_the_rest(&mut m, &mut section(), &who, &interests, &values);
    iceberg(&mut m, &mut section(), &parties, &observations);
    said_of_values(&mut m, &mut section(), &who, naming, &parties, &values);
    flows_forces_support(&mut m, &mut section(), &who, naming, &parties);
    head(&mut m, &mut section(), &parties, &interests, &values);
    declare(&mut m, &mut section(), &parties);
    m
}

fn nodes(
    m: &mut Model,
    d: &mut Draw,
    who: &Raters,
    tasks: &[TaskId],
    cultures: &[CultureId],
    interests: &[InterestId],
    values: &[ValueId],
) {
    for t in tasks {
        let n = d.within(0, 3);
        let task = Task {
            name: d.maybe(60, Draw::text),
            phase: d.maybe(60, Draw::any_of),
            roles: (0..n)
                .map(|_| (d.any_of(), RoleWeight::new(d.pick(&[1.0, 0.0, 2.5, 1000.0, 0.1])).unwrap()))
                .collect(),
            leading: d.flag(),
            planning_control: d.flag(),
            remarks: d.remarks(),
        };
        m.insert_task(t.clone(), task).unwrap();
    }
    for c in cultures {
        let model = d.any_of();
        let culture = Culture {
            model,
            name: d.maybe(60, Draw::text),
            now: profile(d, who, model),
            desired: profile(d, who, model),
            norms: d.maybe(30, Draw::text),
            ways_of_working: d.maybe(30, Draw::text),
            remarks: d.remarks(),
        };
        m.insert_culture(c.clone(), culture).unwrap();
    }
    for i in interests {
        let interest = Interest { name: d.maybe(60, Draw::text), remarks: d.remarks() };
        m.insert_interest(i.clone(), interest).unwrap();
    }
    for v in values {
        let n = d.within(0, 2);
        let value = Value {
            name: d.maybe(60, Draw::text),
            catalogue: d.maybe(30, |_| "rathenau/privacy".into()),
            schwartz: (0..n).map(|_| (d.any_of(), who.rating(d, ScaleKind::OneSided))).collect(),
            remarks: d.remarks(),
        };
        m.insert_value(v.clone(), value).unwrap();
    }
}

/// Dimensions of one culture model with scores; points of competing values add up.
fn profile(d: &mut Draw, who: &Raters, model: CultureModel) -> BTreeMap<Slug, Rating> {
    let scored = |d: &mut Draw, known: &[&str]| -> BTreeMap<Slug, Rating> {
        let n = d.within(0, known.len());
        (0..n).map(|_| (Slug::new(d.pick(known)).unwrap(), who.rating(d, ScaleKind::OneSided))).collect()
    };
    match model {
        CultureModel::Bipolar => scored(d, BIPOLAR_PRACTICES),
        CultureModel::Free => scored(d, &["z", "a", "openness", "x--y-"]),
        CultureModel::CompetingValues => {
            let points: Vec<f64> = match d.below(5) {
                0 => {
                    let mut cuts = [d.within(0, 100), d.within(0, 100), d.within(0, 100)];
                    cuts.sort_unstable();
                    [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]].map(|x| x as f64).to_vec()
                }
                1 => vec![33.3, 33.3, 33.3, 0.0],
                2 => vec![12.5, 37.5, 0.1, 49.9],
                3 => vec![20.0, 30.5],
                _ => Vec::new(),
            };
            let judge = |d: &mut Draw, x: f64| {
                let estimate = Estimate::Point(Level::Number(Raw::new(x).unwrap()));
                let judged = |by| Judgement { estimate, by, confidence: None, why: None };
                match d.below(6) {
                    0..=3 => Rating::Plain(estimate),
                    4 => Rating::Judged(judged(Some(who.rater(d)))),
                    _ => Rating::Several(vec![judged(Some(who.rater(d))), judged(None)]),
                }
            };
            COMPETING_VALUES.iter().zip(points).map(|(k, x)| (Slug::new(k).unwrap(), judge(d, x))).collect()
        }
    }
}

fn party(d: &mut Draw, who: &Raters, before: &[PartyId], cultures: &[CultureId]) -> Party {
    use ScaleKind::{OneSided, Signed};
    let duties = |d: &mut Draw| {
        let n = d.within(0, 2);
        (0..n).map(|_| d.text()).collect()
    };
    Party {
        name: d.maybe(70, Draw::text),
        kind: d.maybe(70, Draw::any_of),
        power: who.perhaps(d, OneSided),
        interest_level: who.perhaps(d, OneSided),
        attitude: who.perhaps(d, Signed),
        legitimacy: who.perhaps(d, OneSided),
        urgency: who.perhaps(d, OneSided),
        threat: who.perhaps(d, OneSided),
        cooperation: who.perhaps(d, OneSided),
        partner: d.flag(),
        sector: d.maybe(50, |d| d.word_of(SECTORS)),
        rings: PartyRings {
            actual: d.maybe(50, |d| d.word_of(RINGS)),
            wished: d.maybe(50, |d| d.word_of(RINGS)),
            desired: d.maybe(50, |d| d.word_of(RINGS)),
        },
        engagement: EngagementPair { current: d.maybe(50, Draw::any_of), desired: d.maybe(50, Draw::any_of) },
        part_of: if before.is_empty() { None } else { d.maybe(40, |d| d.pick(before)) },
        culture: if cultures.is_empty() { None } else { d.maybe(50, |d| d.pick(cultures)) },
        responsibilities: Responsibilities { formal: d.maybe(40, duties), informal: d.maybe(40, duties) },
        contact: Contact {
            channel: d.maybe(40, Draw::text),
            frequency: d.maybe(40, Draw::text),
            owner: d.maybe(40, Draw::text),
        },
        location: d.maybe(40, Draw::location),
        remarks: d.remarks(),
    }
}

fn team(m: &mut Model, d: &mut Draw, who: &Raters, parties: &[PartyId], members: &[MemberId], tasks: &[TaskId]) {
    for id in members {
        let n = d.within(0, 3);
        let member = Member {
            name: d.maybe(60, Draw::text),
            party: d.maybe(60, |d| d.pick(parties)),
            informal: who.perhaps(d, ScaleKind::OneSided),
            roles: (0..n).map(|_| (d.any_of(), who.rating(d, ScaleKind::OneSided))).collect(),
            leads: d.some(Phase::ALL, 3),
            tasks: d.some(tasks, 3),
            remarks: d.remarks(),
        };
        m.update_member(id, |old| *old = member).unwrap();
    }
}

fn stakes_and_importances(
    m: &mut Model,
    d: &mut Draw,
    who: &Raters,
    parties: &[PartyId],
    interests: &[InterestId],
    values: &[ValueId],
) {
    for _ in 0..if interests.is_empty() { 0 } else { d.within(0, 8) } {
        let stake = Stake {
            stance: d.maybe(85, |d| who.rating(d, ScaleKind::Signed)),
            salience: who.perhaps(d, ScaleKind::OneSided),
            position: d.maybe(30, |d| who.rating(d, ScaleKind::Signed)),
            said: d.maybe(20, Draw::text),
            disclosed: d.flag(),
            why: d.maybe(20, Draw::text),
        };
        m.set_stake(d.pick(parties), d.pick(interests), stake).unwrap();
    }
    for _ in 0..if values.is_empty() { 0 } else { d.within(0, 8) } {
        let rating = who.rating(d, ScaleKind::OneSided);
        m.set_importance(d.pick(parties), d.pick(values), rating).unwrap();
    }
}

fn among_parties(m: &mut Model, d: &mut Draw, who: &Raters, parties: &[PartyId]) {
    if parties.len() < 2 {
        return;
    }
    for _ in 0..d.within(0, 5) {
        let (a, b) = d.two(parties);
        m.set_trust(a, b, who.rating(d, ScaleKind::OneSided)).unwrap();
        let (a, b) = d.two(parties);
        m.set_influence(a, b, who.rating(d, ScaleKind::Influence)).unwrap();
        let (a, b) = d.two(parties);
        m.set_tie(a, b, who.rating(d, ScaleKind::Signed)).unwrap();
    }
    for _ in 0..d.within(0, 3) {
        let (a, b) = d.two(parties);
        let resource = if d.chance(50) { d.text() } else { "grid access".into() };
        let dependence = Dependence {
            importance: who.perhaps(d, ScaleKind::OneSided),
            substitutability: who.perhaps(d, ScaleKind::OneSided),
        };
        m.set_dependence(a, b, &resource, dependence).unwrap();
    }
    for _ in 0..d.within(0, 2) {
        let (a, b) = d.two(parties);
        m.set_umbrella(a, b, ()).unwrap();
    }
}

fn among_the_rest(m: &mut Model, d: &mut Draw, who: &Raters, interests: &[InterestId], values: &[ValueId]) {
    if interests.len() > 1 {
        for _ in 0..d.within(0, 3) {
            let (a, b) = d.two(interests);
            m.set_serves(a, b, ()).unwrap();
            let (a, b) = d.two(interests);
            m.set_opposes(a, b, who.rating(d, ScaleKind::Strength)).unwrap();
        }
    }
    if values.len() > 1 {
        for _ in 0..d.within(0, 3) {
            let (a, b) = d.two(values);
            m.set_tension(a, b, who.rating(d, ScaleKind::Strength)).unwrap();
        }
    }
    if !interests.is_empty() && !values.is_empty() {
        for _ in 0..d.within(0, 3) {
            m.set_expresses(d.pick(interests), d.pick(values), ()).unwrap();
        }
    }
}

fn iceberg(m: &mut Model, d: &mut Draw, parties: &[PartyId], observations: &[ObservationId]) {
    for id in observations {
        let observation = Observation {
            layer: d.any_of(),
            statement: d.text(),
            by: d.some(parties, 2),
            about: d.some(parties, 2),
            voiced: d.maybe(50, Draw::any_of),
            private: d.flag(),
            votes: d.maybe(50, |d| d.pick(&[0, 1, 3, 1_000])),
            remarks: d.remarks(),
        };
        m.insert_observation(id.clone(), observation).unwrap();
    }
    for (i, deep) in observations.iter().enumerate() {
        for shallow in &observations[..i] {
            let layer = |id| m.observation(id).unwrap().layer;
            if layer(shallow) <= layer(deep) && d.chance(60) {
                m.set_because(shallow.clone(), deep.clone(), Because { by: d.some(parties, 2) }).unwrap();
            }
        }
    }
}

fn said_of_values(m: &mut Model, d: &mut Draw, who: &Raters, naming: Naming, parties: &[PartyId], values: &[ValueId]) {
    for id in ids::<ClaimId>(d, naming, "claim", 0, 4) {
        let claim = Claim {
            party: d.pick(parties),
            kind: d.any_of(),
            value: if values.is_empty() { None } else { d.maybe(80, |d| d.pick(values)) },
            importance: who.perhaps(d, ScaleKind::OneSided),
            statement: d.maybe(50, Draw::text),
            remarks: d.remarks(),
        };
        m.insert_claim(id, claim).unwrap();
    }
    if parties.len() > 1 {
        let mut stated = BTreeSet::new();
        for id in ids::<BeliefId>(d, naming, "belief", 0, 4) {
            let (by, about) = d.two(parties);
            let fresh: Vec<ValueId> = d
                .some(values, 3)
                .into_iter()
                .filter(|v| stated.insert((by.clone(), about.clone(), v.clone())))
                .collect();
            let values = fresh.into_iter().map(|v| (v, who.rating(d, ScaleKind::OneSided))).collect();
            m.insert_belief(id, Belief { by, about, values, remarks: d.remarks() }).unwrap();
        }
    }
    if values.len() > 1 {
        for id in ids::<ComparisonId>(d, naming, "comparison", 0, 3) {
            let (a, b) = d.two(values);
            let ratio = Preference::new(d.pick(&[1.0, 9.0, 1.0 / 9.0, 3.0, 0.5, 2.25])).unwrap();
            m.insert_comparison(id, Comparison { by: d.pick(parties), a, b, ratio, remarks: d.remarks() }).unwrap();
        }
    }
}

fn flows_forces_support(m: &mut Model, d: &mut Draw, who: &Raters, naming: Naming, parties: &[PartyId]) {
    if parties.len() > 1 {
        for id in ids::<FlowId>(d, naming, "flow", 0, 4) {
            let (from, to) = d.two(parties);
            let flow = Flow {
                from,
                to,
                name: d.maybe(70, Draw::text),
                benefit: d.maybe(70, Draw::any_of),
                supply: d.maybe(70, Draw::any_of),
                remarks: d.remarks(),
            };
            m.insert_flow(id, flow).unwrap();
        }
    }
    for id in ids::<ForceId>(d, naming, "force", 0, 3) {
        let force = Force {
            name: d.text(),
            side: d.any_of(),
            strength: who.perhaps(d, ScaleKind::OneSided),
            changeability: who.perhaps(d, ScaleKind::OneSided),
            party: d.maybe(50, |d| d.pick(parties)),
            remarks: d.remarks(),
        };
        m.insert_force(id, force).unwrap();
    }
    for id in ids::<SupportId>(d, naming, "support", 0, 3) {
        let support = Support {
            kind: d.any_of(),
            level: who.perhaps(d, ScaleKind::OneSided),
            example: d.maybe(50, Draw::text),
            remarks: d.remarks(),
        };
        m.insert_support(id, support).unwrap();
    }
}

fn head(m: &mut Model, d: &mut Draw, parties: &[PartyId], interests: &[InterestId], values: &[ValueId]) {
    let project = Project {
        name: d.maybe(70, Draw::text),
        goal: d.maybe(70, Draw::text),
        shared_goal: d.some(interests, 2),
        phase: d.maybe(70, Draw::any_of),
        date: d.maybe(60, |d| {
            let (year, month, day) = d.pick(&[(2026, 3, 1), (2024, 2, 29), (1, 1, 1), (9999, 12, 31)]);
            Date::new(year, month, day).unwrap()
        }),
        focal: d.maybe(60, |d| d.pick(parties)),
        location: d.maybe(40, Draw::location),
        remarks: d.remarks(),
    };
    m.set_project(project).unwrap();
    let mut over: Vec<Slug> = interests.iter().map(|i| i.slug().clone()).collect();
    over.extend(values.iter().map(|v| v.slug().clone()));
    let (explained, acknowledged, activities) = (d.within(0, 2), d.within(0, 2), d.within(0, 2));
    let handbook = Handbook {
        explained: (0..explained).map(|_| (d.slug(), d.text())).collect(),
        acknowledged: (0..acknowledged)
            .map(|_| Acknowledged {
                kind: d.any_of(),
                parties: d.some(parties, 2).into_iter().chain([d.pick(parties)]).collect(),
                over: d.some(&over, 2),
            })
            .collect(),
        activities: (0..activities)
            .map(|_| Activity { name: d.text(), surfaces_culture: d.flag(), remarks: d.remarks() })
            .collect(),
    };
    m.set_handbook(handbook).unwrap();
}

/// Says of some empty tables that they were written.
fn declare(m: &mut Model, d: &mut Draw, parties: &[PartyId]) {
    for party in parties {
        let tied = m.ties().iter().any(|(a, b, _)| a == party || b == party);
        for table in Table::ALL {
            if d.chance(25) && !m.wrote(party, *table) && !(*table == Table::Ties && tied) {
                m.declare(party.clone(), *table).unwrap();
            }
        }
    }
}

/// A rating of an analysis model: mostly a whole number, sometimes something else.
fn simple(d: &mut Draw, who: &Raters, kind: ScaleKind) -> Rating {
    let scale = who.scales.of(kind);
    if d.chance(12) {
        return who.rating(d, kind);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let steps = (scale.max() - scale.min()) as usize;
    // The ends twice as often: people in conflict are not lukewarm.
    let x = match d.below(steps + 3) {
        i if i <= steps => scale.min() + i as f64,
        i if i == steps + 1 => scale.min(),
        _ => scale.max(),
    };
    Rating::number(x).unwrap()
}

#[allow(clippy::too_many_lines)]
fn focused(tapes: Vec<Vec<u32>>) -> Model {
    use ScaleKind::{Influence, OneSided, Signed, Strength};
    let mut tapes = tapes.into_iter().map(Draw::of);
    let mut section = || tapes.next().unwrap_or_else(|| Draw::of(Vec::new()));
    let named = |kind: &str, n: usize| (0..n).map(|i| Slug::new(&format!("{kind}{i}")).unwrap()).collect::<Vec<_>>();

    let d = &mut section();
    let scales = if d.chance(30) {
        Scales::default().with_one_sided(0, 10).unwrap().with_signed(3).unwrap().with_words(WordSet::Five)
    } else {
        Scales::default()
    };
    let mut m = Model::with_scales(scales);
    let parties: Vec<PartyId> = named("p", d.within(2, 8)).into_iter().map(Into::into).collect();
    let interests: Vec<InterestId> = named("i", d.within(2, 5)).into_iter().map(Into::into).collect();
    let values: Vec<ValueId> = named("v", d.within(1, 5)).into_iter().map(Into::into).collect();
    let who = Raters { scales, named: Vec::new() };

    let d = &mut section();
    for p in &parties {
        let party = Party {
            power: d.maybe(85, |d| simple(d, &who, OneSided)),
            interest_level: d.maybe(85, |d| simple(d, &who, OneSided)),
            attitude: d.maybe(85, |d| simple(d, &who, Signed)),
            partner: d.flag(),
            ..Party::default()
        };
        m.insert_party(p.clone(), party).unwrap();
    }
    let who = Raters::of(&m);
    for i in &interests {
        m.insert_interest(i.clone(), Interest::default()).unwrap();
    }
    for v in &values {
        // Neighbours in this list lie opposite each other on the circle.
        const OPPOSED: &[SchwartzValue] = &[
            SchwartzValue::Security,
            SchwartzValue::SelfDirection,
            SchwartzValue::Tradition,
            SchwartzValue::Hedonism,
            SchwartzValue::Power,
            SchwartzValue::Universalism,
            SchwartzValue::Stimulation,
            SchwartzValue::Conformity,
        ];
        let n = d.pick(&[0, 1, 1, 2]);
        let schwartz = (0..n).map(|_| (d.pick(OPPOSED), simple(d, &who, OneSided))).collect();
        m.insert_value(v.clone(), Value { schwartz, ..Value::default() }).unwrap();
    }

    let (stakes, weights) = (&mut section(), &mut section());
    for p in &parties {
        for i in &interests {
            if stakes.chance(60) {
                let stake = Stake {
                    stance: stakes.maybe(95, |d| simple(d, &who, Signed)),
                    salience: stakes.maybe(70, |d| simple(d, &who, OneSided)),
                    position: stakes.maybe(30, |d| simple(d, &who, Signed)),
                    disclosed: stakes.flag(),
                    ..Stake::default()
                };
                m.set_stake(p.clone(), i.clone(), stake).unwrap();
            }
        }
        for v in &values {
            if weights.chance(60) {
                m.set_importance(p.clone(), v.clone(), simple(weights, &who, OneSided)).unwrap();
            }
        }
    }

    let d = &mut section();
    for (n, slug) in named("c", d.within(1, 10)).into_iter().enumerate() {
        let claim = Claim {
            party: d.pick(&parties),
            // Captured and destroyed far more often, so that one value has two fates.
            kind: if d.chance(70) {
                [ClaimKind::Captured, ClaimKind::Destroyed][n % 2]
            } else {
                d.pick(ClaimKind::ALL)
            },
            value: d.maybe(90, |d| d.pick(&values)),
            importance: d.maybe(80, |d| simple(d, &who, OneSided)),
            statement: None,
            remarks: Remarks::default(),
        };
        m.insert_claim(slug.into(), claim).unwrap();
    }

    let d = &mut section();
    if interests.len() > 1 {
        for _ in 0..d.within(1, 5) {
            let (a, b) = d.two(&interests);
            m.set_opposes(a, b, simple(d, &who, Strength)).unwrap();
        }
        for _ in 0..d.within(0, 2) {
            let (a, b) = d.two(&interests);
            m.set_serves(a, b, ()).unwrap();
        }
    }
    if values.len() > 1 {
        for _ in 0..d.within(0, 4) {
            let (a, b) = d.two(&values);
            m.set_tension(a, b, simple(d, &who, Strength)).unwrap();
        }
    }

    let d = &mut section();
    for _ in 0..d.within(0, 8) {
        let (a, b) = d.two(&parties);
        m.set_tie(a, b, simple(d, &who, Signed)).unwrap();
    }
    for _ in 0..d.within(0, 8) {
        let (a, b) = d.two(&parties);
        m.set_trust(a, b, simple(d, &who, OneSided)).unwrap();
    }

    let d = &mut section();
    let mut stated = BTreeSet::new();
    for slug in named("b", d.within(0, 4)) {
        let (by, about) = d.two(&parties);
        let value = d.pick(&values);
        if stated.insert((by.clone(), about.clone(), value.clone())) {
            let values = BTreeMap::from([(value, simple(d, &who, OneSided))]);
            m.insert_belief(slug.into(), Belief { by, about, values, remarks: Remarks::default() }).unwrap();
        }
    }

    let d = &mut section();
    for slug in named("f", d.within(0, 5)) {
        let force = Force {
            name: format!("force {slug}"),
            side: d.any_of(),
            strength: d.maybe(85, |d| simple(d, &who, OneSided)),
            changeability: d.maybe(60, |d| simple(d, &who, OneSided)),
            party: d.maybe(40, |d| d.pick(&parties)),
            remarks: Remarks::default(),
        };
        m.insert_force(slug.into(), force).unwrap();
    }

    let d = &mut section();
    let project = Project {
        shared_goal: d.some(&interests, 2),
        focal: d.maybe(60, |d| d.pick(&parties)),
        phase: d.maybe(60, Draw::any_of),
        ..Project::default()
    };
    m.set_project(project).unwrap();

    let d = &mut section();
    for p in &parties {
        let known = m.party(p).unwrap().clone();
        let party = Party {
            legitimacy: d.maybe(80, |d| simple(d, &who, OneSided)),
            urgency: d.maybe(80, |d| simple(d, &who, OneSided)),
            threat: d.maybe(80, |d| simple(d, &who, OneSided)),
            cooperation: d.maybe(80, |d| simple(d, &who, OneSided)),
            sector: d.maybe(70, |d| d.word_of(SECTORS)),
            rings: PartyRings {
                actual: d.maybe(70, |d| d.word_of(RINGS)),
                wished: d.maybe(70, |d| d.word_of(RINGS)),
                desired: d.maybe(70, |d| d.word_of(RINGS)),
            },
            engagement: EngagementPair { current: d.maybe(80, Draw::any_of), desired: d.maybe(80, Draw::any_of) },
            ..known
        };
        m.update_party(p, |p| *p = party).unwrap();
    }

    let d = &mut section();
    for _ in 0..d.within(0, 20) {
        let (a, b) = d.two(&parties);
        m.set_influence(a, b, simple(d, &who, Influence)).unwrap();
    }
    for _ in 0..d.within(0, 6) {
        let (a, b) = d.two(&parties);
        let dependence = Dependence {
            importance: d.maybe(85, |d| simple(d, &who, OneSided)),
            substitutability: d.maybe(85, |d| simple(d, &who, OneSided)),
        };
        let resource = d.pick(&["land", "grid access"]);
        m.set_dependence(a, b, resource, dependence).unwrap();
    }
    worked(&mut m, &mut section(), &who, &parties);

    let d = &mut section();
    let observations: Vec<ObservationId> = named("o", d.within(0, 9)).into_iter().map(Into::into).collect();
    iceberg(&mut m, d, &parties, &observations);
    m
}

/// Cultures that parties share, most of them of one model.
fn worked(m: &mut Model, d: &mut Draw, who: &Raters, parties: &[PartyId]) {
    let usual = d.any_of();
    let cultures: Vec<CultureId> = (0..d.within(1, 4)).map(|i| CultureId::new(&format!("k{i}")).unwrap()).collect();
    for id in &cultures {
        let model = if d.chance(75) { usual } else { d.any_of() };
        let (now, desired) = (scored(d, who, model, 90), scored(d, who, model, 70));
        let (norms, ways_of_working) = (None, None);
        let (name, remarks) = (None, Remarks::default());
        m.insert_culture(id.clone(), Culture { model, name, now, desired, norms, ways_of_working, remarks }).unwrap();
    }
    for p in parties {
        let culture = d.maybe(80, |d| d.pick(&cultures));
        m.update_party(p, |party| party.culture = culture).unwrap();
    }
}

/// A profile that is most often whole.
fn scored(d: &mut Draw, who: &Raters, model: CultureModel, percent: usize) -> BTreeMap<Slug, Rating> {
    if !d.chance(percent) {
        return profile(d, who, model);
    }
    let all = match model {
        CultureModel::CompetingValues => {
            let cuts = [d.within(0, 50), d.within(0, 30), d.within(0, 20)];
            let points = [cuts[0], cuts[1], cuts[2], 100 - cuts.iter().sum::<usize>()];
            let mut points = points.map(|x| Raw::new(x as f64).unwrap());
            points.rotate_left(d.below(4));
            return COMPETING_VALUES.iter().map(|k| Slug::new(k).unwrap()).zip(points.map(Rating::from)).collect();
        }
        CultureModel::Bipolar => BIPOLAR_PRACTICES,
        CultureModel::Free => &["openness", "tempo", "words"],
    };
    let mut out = BTreeMap::new();
    for dimension in all {
        if d.chance(90) {
            out.insert(Slug::new(dimension).unwrap(), simple(d, who, ScaleKind::OneSided));
        }
    }
    out
}

/// As [`analysis_model`], with a project team of up to five members and up to six tasks.
pub fn team_model() -> impl Strategy<Value = Model> {
    (analysis_model(), prop::collection::vec(any::<u32>(), 0..=200)).prop_map(|(mut m, tape)| {
        let d = &mut Draw::of(tape);
        let who = Raters { scales: *m.scales(), named: Vec::new() };
        let named =
            |kind: &str, n: usize| (0..n).map(|i| Slug::new(&format!("{kind}{i}")).unwrap()).collect::<Vec<_>>();
        let parties: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).collect();
        let tasks: Vec<TaskId> = named("t", d.within(0, 6)).into_iter().map(Into::into).collect();
        for id in &tasks {
            let n = d.within(0, 3);
            let weight = |d: &mut Draw| RoleWeight::new(d.pick(&[1.0, 2.0, 0.3, 2.5, 0.0])).unwrap();
            let task = Task {
                phase: d.maybe(85, Draw::any_of),
                roles: (0..n).map(|_| (d.any_of(), weight(d))).collect(),
                leading: d.flag(),
                planning_control: d.flag(),
                ..Task::default()
            };
            m.insert_task(id.clone(), task).unwrap();
        }
        for slug in named("m", d.within(0, 5)) {
            let rated = d.within(60, 100);
            let member = Member {
                party: d.maybe(60, |d| d.pick(&parties)),
                informal: d.maybe(80, |d| simple(d, &who, ScaleKind::OneSided)),
                roles: Role::ALL
                    .iter()
                    .filter_map(|role| Some((*role, d.maybe(rated, |d| simple(d, &who, ScaleKind::OneSided))?)))
                    .collect(),
                leads: d.some(Phase::ALL, 3),
                tasks: d.some(&tasks, 3),
                ..Member::default()
            };
            m.insert_member(slug.into(), member).unwrap();
        }
        m
    })
}
