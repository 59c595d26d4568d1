//! Reports: both languages whole, hostile names harmless, nothing private printed.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use polder::report::{Chapter, Format, Locale, LocaleError, PictureKind, ReportOptions, Section, report, word_key};
use polder::vocabulary::Vocabulary;
use polder::{Document, Model};

const MODELS: [&str; 3] = [
    include_str!("../examples/models/slimme-straatverlichting.toml"),
    include_str!("../examples/models/paris-airport.toml"),
    include_str!("../examples/models/two-parties.toml"),
];

const DUTCH: [&str; 2] =
    [include_str!("../src/report/locale/nl/report.ftl"), include_str!("../src/report/locale/nl/vocabulary.ftl")];
const ENGLISH: [&str; 2] =
    [include_str!("../src/report/locale/en/report.ftl"), include_str!("../src/report/locale/en/vocabulary.ftl")];

fn model(text: &str) -> Model {
    Model::try_from(Document::from_toml(text).unwrap()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn write(text: &str, lang: &str, format: Format) -> String {
    let locale = Locale::builtin(lang).unwrap();
    let report = report(&model(text), &locale, &ReportOptions::new());
    assert_eq!(report.missing_words(), [""; 0], "{lang}");
    report.render(format)
}

/// Every key with the variables that its message uses.
fn messages(texts: [&str; 2]) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in texts.iter().flat_map(|t| t.lines()).filter(|l| !l.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            key = line.split_once(" =").unwrap().0.to_owned();
            assert!(out.insert(key.clone(), BTreeSet::new()).is_none(), "{key} twice");
        }
        for part in line.split('$').skip(1) {
            let name = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            out.get_mut(&key).unwrap().insert(name);
        }
    }
    out
}

#[test]
fn both_languages_have_the_same_messages() {
    let (dutch, english) = (messages(DUTCH), messages(ENGLISH));
    for (key, variables) in &english {
        assert_eq!(dutch.get(key), Some(variables), "{key}");
    }
    for key in dutch.keys() {
        assert!(english.contains_key(key), "{key} is Dutch only");
    }
}

#[test]
fn every_word_of_every_vocabulary_has_a_message() {
    use polder::analysis::NotRun;
    use polder::analysis::agreement::Measurement;
    use polder::analysis::alignment_interest::Approach;
    use polder::analysis::communication_plan::Gap;
    use polder::analysis::compare::Cause;
    use polder::analysis::conflict_table::{Distance, NoStake, ThreeWay};
    use polder::analysis::conflicts::leadership::PhaseScope;
    use polder::analysis::conflicts::misperception::Misjudgement;
    use polder::analysis::conflicts::{Bridging, Voicing};
    use polder::analysis::convergence::{ConvergenceOrder, PairRule, Valued};
    use polder::analysis::culture_distance::{PairKind, ReferenceKind};
    use polder::analysis::engagement::Transition;
    use polder::analysis::everyone_gains::{Exchange, NoGain};
    use polder::analysis::free_forces::Accord;
    use polder::analysis::indirect_influence::PowerCase;
    use polder::analysis::influence::Zone;
    use polder::analysis::leadership::{Cover, OtherNeed, Style, Successor};
    use polder::analysis::mutual_gains::{MutualGain, Stand};
    use polder::analysis::opportunities_and_risks::{Outlook, OutlookRule};
    use polder::analysis::power_interest::EdenAckermann;
    use polder::analysis::power_interest_attitude::Corner;
    use polder::analysis::rank_values::{RankMethod, Unranked};
    use polder::analysis::relations::{Assume, Proof, TieCost};
    use polder::analysis::rings::{Mismatch, RingView};
    use polder::analysis::salience::SalienceClass;
    use polder::analysis::shared_goal::GoalKind;
    use polder::analysis::threat_cooperation::{SavageStrategy, SavageType};
    use polder::analysis::trust_matrix::Standing;
    use polder::analysis::value_map::ValueStanding;
    use polder::analysis::value_network::{Basis, OffLoop};
    use polder::analysis::value_tensions::OppositionSource;
    use polder::evidence::{Law, OmissionReason, Undefined};
    use polder::export::Profile;
    use polder::handbook::{Severity, State, Topic};
    use polder::model::{Attribute, RelationKind, Table};
    use polder::rating::{Aggregate, RaterKind, Word};
    use polder::scale::{ScaleKind, WordSet};
    use polder::vocabulary::iceberg::{IcebergLayer, IcebergModel};
    use polder::vocabulary::schwartz::SchwartzValue;
    use polder::vocabulary::{
        BIPOLAR_PRACTICES, Benefit, COMPETING_VALUES, ClaimKind, ConflictKind, CultureModel, Engagement, Height, Layer,
        Mendelow, Participation, PartyKind, Phase, RINGS, Role, SECTORS, Side, Supply, SupportKind, SupportSide,
        Voiced,
    };

    let english = messages(ENGLISH);
    let mut used = 0;
    macro_rules! each {
        ($($vocabulary:ty),+ $(,)?) => {$(
            assert_eq!(<$vocabulary>::WORDS.len(), <$vocabulary>::ALL.len());
            for word in <$vocabulary>::ALL {
                assert!(english.contains_key(&word_key(*word)), "{}", word_key(*word));
                used += 1;
            }
        )+};
    }
    each!(
        Severity,
        State,
        Topic,
        NotRun,
        RankMethod,
        Unranked,
        PairKind,
        ReferenceKind,
        Bridging,
        Voicing,
        EdenAckermann,
        Mendelow,
        SalienceClass,
        Corner,
        SavageType,
        SavageStrategy,
        Standing,
        Assume,
        Proof,
        TieCost,
        Approach,
        Height,
        SupportSide,
        Participation,
        RingView,
        Mismatch,
        Transition,
        GoalKind,
        IcebergModel,
        IcebergLayer,
        Misjudgement,
        Law,
        OmissionReason,
        Undefined,
        Attribute,
        RelationKind,
        Table,
        Aggregate,
        RaterKind,
        Word,
        ScaleKind,
        WordSet,
        SchwartzValue,
        Benefit,
        ClaimKind,
        ConflictKind,
        CultureModel,
        Engagement,
        Layer,
        PartyKind,
        Phase,
        Role,
        Side,
        Supply,
        SupportKind,
        Voiced,
        Format,
        Section,
        Chapter,
        PictureKind,
        Accord,
        Cause,
        Gap,
        Outlook,
        OutlookRule,
        ConvergenceOrder,
        Valued,
        PairRule,
        Zone,
        PowerCase,
        Basis,
        OffLoop,
        Exchange,
        NoGain,
        Distance,
        NoStake,
        ThreeWay,
        MutualGain,
        Stand,
        ValueStanding,
        OppositionSource,
        Measurement,
        Style,
        Cover,
        Successor,
        OtherNeed,
        PhaseScope,
        Profile,
    );
    assert!(used > 150);
    for (kind, words) in [
        ("ring", RINGS),
        ("sector", SECTORS),
        ("culture-dimension", COMPETING_VALUES),
        ("culture-dimension", BIPOLAR_PRACTICES),
    ] {
        for word in words {
            assert!(english.contains_key(&format!("{kind}-{word}")));
        }
    }
    assert_eq!(Locale::builtin("nl").unwrap().word(Mendelow::KeyPlayers), "sleutelspelers");
}

#[test]
fn the_example_models_miss_no_word_and_no_reason() {
    for text in MODELS {
        for lang in Locale::BUILTIN {
            for format in [Format::Markdown, Format::Text] {
                let out = write(text, lang, format);
                assert!(!out.contains("NaN") && !out.contains("{$") && !out.contains("{ $"), "{out}");
                assert!(!out.contains(['\u{e000}', '\u{e001}', '\u{2068}', '\u{2069}']), "{out}");
            }
        }
    }
}

#[test]
fn a_report_is_the_same_every_time() {
    for format in [Format::Markdown, Format::Text] {
        assert_eq!(write(MODELS[0], "nl", format), write(MODELS[0], "nl", format));
    }
}

#[test]
fn a_language_of_ones_own_lies_over_english() {
    let frisian = Locale::from_ftl("fy", "who = Wa dogge mei\ndecimal-sign = ,\n").unwrap();
    assert_eq!(frisian.tag(), "fy");
    let report = report(&model(MODELS[0]), &frisian, &ReportOptions::default());
    let out = report.render(Format::Markdown);
    assert!(out.contains("### Wa dogge mei\n") && out.contains("### Force field\n"), "{out}");
    let missing = report.missing_words();
    assert!(missing.iter().any(|key| key == "field") && missing.iter().all(|key| key != "who"), "{missing:?}");
    assert!(missing.is_sorted());
}

#[test]
fn words_of_ones_own_lie_over_the_language_that_is_compiled_in() {
    for tag in ["nl", "nl-BE"] {
        let own = Locale::from_ftl(tag, "who = Wie zijn erbij").unwrap();
        let report = report(&model(MODELS[0]), &own, &ReportOptions::default());
        let out = report.render(Format::Text);
        assert!(out.contains("Wie zijn erbij\n") && out.contains("Krachtenveld\n"), "{out}");
        assert_eq!(report.missing_words(), [""; 0]);
    }
}

#[test]
fn a_message_that_asks_for_what_is_not_there_falls_back() {
    let own = Locale::from_ftl("nl", "title = { $nobody }").unwrap();
    let report = report(&model(MODELS[0]), &own, &ReportOptions::default());
    assert_eq!(report.missing_words(), ["title"]);
    assert!(report.render(Format::Text).starts_with("Stakeholder analysis: Slimme straatverlichting\n"));
    assert!(matches!(Locale::from_ftl("x y", ""), Err(LocaleError::Tag { .. })));
    assert!(matches!(Locale::from_ftl("fy", "\nwho\n"), Err(LocaleError::Syntax { line: 2, .. })));
}

/// The pipes of a line that no backslash escapes.
fn pipes(line: &str) -> usize {
    let (mut n, mut escaped) = (0, false);
    for c in line.chars() {
        n += usize::from(c == '|' && !escaped);
        escaped = c == '\\' && !escaped;
    }
    n
}

/// What is left of Markdown without the characters that a backslash escapes.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
        } else {
            out.push(c);
        }
    }
    out
}

/// Markdown without the places that can be led to, and without the list of what leads there: the only HTML and the only links.
fn without_places(text: &str) -> String {
    let named = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let place = |line: &&str| {
        let name = line.strip_prefix("<a id=\"").and_then(|rest| rest.strip_suffix("\"></a>"));
        let link = line.trim_start().strip_prefix("- [").and_then(|rest| rest.strip_suffix(')'));
        name.is_some_and(named) || link.and_then(|link| link.rsplit_once("](#")).is_some_and(|(_, name)| named(name))
    };
    text.lines().filter(|line| !place(line)).map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn hostile_names_break_nothing() {
    let long = "x".repeat(5000);
    let names = [
        "a | b \\| c \\",
        "`code` **bold** _em_ ~~gone~~",
        "<script>alert(1)</script> &amp; <!-- -->",
        "line\nbreak\r\n# heading\n| x | y |",
        "\u{202e}reversed\u{202c} \u{2066}isolated\u{2069} \u{200b}\u{feff}",
        "[link](http://example.org) ![image](x) www.example.org",
        "👩‍👧‍👦 🏳️‍🌈",
        "1. first",
        "- item + more = ---",
        "{ $who } \u{e000}0\u{e001}",
        &long,
    ];
    let mut text = String::from("polder = 1\n[project]\n");
    let quoted = |s: &str| {
        let mut out = String::from("\"");
        for c in s.chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
                c => out.push(c),
            }
        }
        out + "\""
    };
    text += &format!("name = {0}\ngoal = {0}\n", quoted(names[3]));
    for (i, name) in names.iter().enumerate() {
        let sign = if i % 2 == 0 { 2 } else { -2 };
        text += &format!(
            "[interest.i{i}]\nname = {0}\n[value.v{i}]\nname = {0}\n[party.p{i}]\nname = {0}\npower = 4\n\
             interest-level = {1}\nattitude = {sign}\nstakes = {{ i0 = {sign}, i{i} = {sign} }}\nvalues = {{ v{i} = 5 }}\n",
            quoted(name),
            i % 5 + 1,
        )
        .replace("i0 = 2, i0 = 2", "i0 = 2");
    }
    for name in names {
        text +=
            &format!("[[claim]]\nparty = \"p1\"\nkind = \"captured\"\nvalue = \"v1\"\nstatement = {}\n", quoted(name));
        text += &format!("[[force]]\nside = \"driving\"\nstrength = 2\nname = {}\n", quoted(name));
    }
    for lang in Locale::BUILTIN {
        let out = write(&text, lang, Format::Markdown);
        let mut width = None;
        let mut tables = 0;
        for line in out.lines() {
            if line.starts_with('|') {
                tables += usize::from(width.is_none());
                assert_eq!(pipes(line), *width.get_or_insert(pipes(line)), "{line}");
            } else {
                width = None;
                assert_eq!(pipes(line), 0, "{line}");
            }
        }
        assert!(tables >= 5, "{tables}");
        let bare = unescaped(&without_places(&out));
        for leak in ["<", "`", "~", "_", "[", "]", "&", "\n# heading", "www.e", "://"] {
            assert!(!bare.contains(leak), "{leak}");
        }
        assert_eq!(out.lines().filter(|l| l.starts_with("# ")).count(), 1);
        for format in [Format::Markdown, Format::Text] {
            let out = write(&text, lang, format);
            assert!(
                !out.contains(['\u{202e}', '\u{202c}', '\u{2066}', '\u{2069}', '\u{200b}', '\u{feff}', '\r', '\0'])
            );
            assert!(out.contains("⟨U+202E⟩") && out.contains("👩‍👧‍👦") && out.contains(&long));
            assert!(out.chars().all(|c| c == '\n' || !c.is_control()));
        }
    }
}

#[test]
fn who_is_left_out_is_named_with_what_is_missing() {
    let dutch = write(MODELS[0], "nl", Format::Text);
    assert!(dutch.contains("- Lindeveens Nieuwsblad: houding is niet bekend\n"), "{dutch}");
    assert!(dutch.contains("- Natuur en nacht langs het kanaal: macht is niet bekend\n"), "{dutch}");
    let english = write(MODELS[0], "en", Format::Text);
    assert!(english.contains("- Lindeveens Nieuwsblad: attitude is not known\n"), "{english}");
    assert!(english.contains("- Natuur en nacht langs het kanaal: power is not known\n"), "{english}");
    let two = write(MODELS[2], "nl", Format::Text);
    assert!(two.contains("- The town: macht, betrokkenheid en houding zijn niet bekend\n"), "{two}");
}

#[test]
fn two_parties_and_nothing_else_give_a_short_report() {
    for lang in Locale::BUILTIN {
        let out = write(MODELS[2], lang, Format::Markdown);
        // Apart from the list of contents and the cards, which grow with what is said elsewhere.
        let told = without_places(&out);
        let told = told.lines().take_while(|line| !line.starts_with("## Een kaart") && !line.starts_with("## A card"));
        assert!(told.filter(|line| !line.is_empty()).count() < 35, "{out}");
        assert!(out.contains("The town") && out.contains("The residents"));
    }
    let nobody = report(&Model::new(), &Locale::builtin("en").unwrap(), &ReportOptions::new());
    assert!(nobody.render(Format::Text).contains("No parties are on record."));
}

#[test]
fn nothing_private_is_printed() {
    let secret = "GEHEIM";
    let text = format!(
        "polder = 1\n[project]\nname = \"P\"\nnotes = \"{secret}\"\n\
         [party.a]\nname = \"A\"\npower = [{{ score = 1, by = \"geheime-gast\", why = \"{secret}\" }}, {{ score = 5, by = \"m\" }}]\n\
         interest-level = 3\nattitude = 1\nnotes = \"{secret}\"\nannotations = {{ k = \"{secret}\" }}\n\
         [party.b]\nname = \"B\"\npower = 2\ninterest-level = 3\nattitude = -1\n\
         [observation.o]\nlayer = \"event\"\nstatement = \"{secret}\"\nprivate = true\nby = [\"a\"]\n\
         [member.m]\nname = \"{secret}\"\nnotes = \"{secret}\"\n",
    );
    for lang in Locale::BUILTIN {
        for format in [Format::Markdown, Format::Text] {
            let out = write(&text, lang, format);
            assert!(!out.contains(secret) && !out.contains("geheime"), "{out}");
        }
    }
    // That the raters differ is told, and how far.
    assert!(write(&text, "en", Format::Text).contains("Power of A: 2 estimates, from 1 to 5"));
    let dutch = write(MODELS[0], "nl", Format::Text);
    for private in
        ["Z2025-04417", "stuurgroep", "In vertrouwen", "tevreden straten", "zonder aansluiting brandt", "wijkadviseur"]
    {
        assert!(!dutch.contains(private), "{private}");
    }
}

#[test]
fn options_choose_sections_and_conflicts() {
    let locale = Locale::builtin("en").unwrap();
    let options = ReportOptions::new().sections([Section::Conflicts]).conflicts(2);
    let out = report(&model(MODELS[0]), &locale, &options).render(Format::Markdown);
    assert!(out.contains("### Conflicts\n") && !out.contains("### Force field\n"));
    assert!(out.contains("\n2. ") && out.contains("the strongest 2 are shown"));
    let none = report(&model(MODELS[0]), &locale, &ReportOptions::new().conflicts(0)).render(Format::Text);
    assert!(none.contains("One of the strongest conflicts: "));
}

#[test]
fn numbers_carry_the_sign_of_the_language() {
    assert!(write(MODELS[0], "nl", Format::Text).contains("3,5"));
    assert!(write(MODELS[0], "en", Format::Text).contains("3.5"));
}

#[test]
fn keys_that_no_report_asks_for_are_told() {
    let own = Locale::from_ftl("fy", "\u{feff}who = Wa\nwhoo = Wa\n-term = x\ntitel = { -term }\n").unwrap();
    assert_eq!(own.unknown_keys(), ["titel", "whoo"]);
    assert_eq!(Locale::from_ftl("nl", DUTCH[0]).unwrap().unknown_keys(), [""; 0]);
    assert_eq!(Locale::builtin("nl").unwrap().unknown_keys(), [""; 0]);
}

#[test]
fn words_of_ones_own_break_no_heading_and_no_table() {
    let words =
        "who = A\n  # B\ncolumn-party = x\n  | y { \"\\u000A\\u000Dz\" }\nkind-of-party-government = a\u{202e}b\n";
    let own = Locale::from_ftl("en", words).unwrap();
    let report = report(&model(MODELS[0]), &own, &ReportOptions::new());
    let out = report.render(Format::Markdown);
    assert!(
        out.contains("\n### A \\# B\n")
            && out.contains("  - [A \\# B](#section-who)\n")
            && out.contains("| X \\| y z |"),
        "{out}"
    );
    assert!(out.contains("a⟨U+202E⟩b") && !out.contains('\u{202e}'));
    assert!(report.render(Format::Text).contains("\nA # B\n-----\n"));
}

/// Runs in a thread with a stack as small as they come.
fn in_a_small_thread(run: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(512 * 1024).spawn(run).unwrap().join().unwrap();
}

#[test]
fn a_locale_survives_arbitrary_text() {
    in_a_small_thread(|| {
        let model = model(MODELS[2]);
        let pieces = [
            "who = ",
            "{",
            "}",
            "(",
            ")",
            "\"",
            "{ $n ->\n",
            " *[other] ",
            " [one] ",
            "\n",
            "\n ",
            "a = b\n",
            "-t = ",
            "{ -t(x: 1) }",
            "{ who }",
            "F(",
            "NUMBER($n, ",
            "#",
            "\\",
            ".attr = ",
            "text ",
            "é\u{202e}",
            ", ",
            "\r\n",
        ];
        arbtest::arbtest(|u| {
            let mut text = String::new();
            for _ in 0..u.arbitrary_len::<u8>()? {
                let piece = u.choose(&pieces)?;
                for _ in 0..u.int_in_range(1..=40)? {
                    text.push_str(piece);
                }
            }
            text.push_str(u.arbitrary::<&str>()?);
            if let Ok(locale) = Locale::from_ftl("fy", &text) {
                report(&model, &locale, &ReportOptions::new()).render(Format::Text);
            }
            Ok(())
        });
    });
}

#[test]
fn deep_locales_do_not_overflow() {
    in_a_small_thread(|| {
        let model = model(MODELS[2]);
        let mut chain = String::from("who = { a0 }\na9999 = end\n");
        for i in 0..9999 {
            chain += &format!("a{i} = x {{ a{} }}\n", i + 1);
        }
        let deep = |n: usize| format!("who = {}$x{}\n", "{ ".repeat(n), " }".repeat(n));
        let cycle = "who = { what }\nwhat = { who }\n".to_owned();
        for text in [chain, deep(32), cycle, format!("who = {}", "{ $n ->\n *[x] ) ".repeat(50_000))] {
            if let Ok(locale) = Locale::from_ftl("fy", &text) {
                report(&model, &locale, &ReportOptions::new()).render(Format::Text);
            }
        }
        assert!(Locale::from_ftl("fy", &deep(32)).is_ok());
        assert_eq!(Locale::from_ftl("fy", &deep(33)).unwrap_err(), LocaleError::TooDeep { line: 1 });
    });
}

const TIED: &str = "polder = 1\n[interest.i]\nname = \"I\"\n[interest.j]\nname = \"J\"\n\
     [party.a]\nname = \"A\"\npower = 1\nstakes = { i = { stance = 2, disclosed = true }, j = { stance = 2, disclosed = true } }\n\
     [party.b]\nname = \"B\"\npower = 1\nstakes = { i = { stance = -2, disclosed = true }, j = { stance = 2, disclosed = true } }\n\
     [party.c]\nname = \"C\"\npower = 5\nstakes = { i = { stance = -2, disclosed = true } }\n\
     [party.d]\nname = \"D\"\npower = 5\nstakes = { i = { stance = 2, disclosed = false } }\n";

#[test]
fn of_the_strongest_conflicts_the_summary_names_an_open_one_between_the_powerful() {
    let out = write(TIED, "en", Format::Text);
    assert!(out.contains("One of the strongest conflicts: A and C stand on opposite sides"), "{out}");
    assert!(!out.contains("Handle it with care"), "{out}");
    let latent = write(&TIED.replace("disclosed = true", "disclosed = false"), "nl", Format::Text);
    assert!(latent.contains("Een van de sterkste conflicten: C en D staan tegenover elkaar"), "{latent}");
    assert!(latent.contains("Ga er zorgvuldig mee om: het rust op"), "{latent}");
    let shown = |n| report(&model(TIED), &Locale::builtin("en").unwrap(), &ReportOptions::new().conflicts(n));
    let shown = |n| shown(n).render(Format::Text);
    assert!(shown(0).contains("There are conflicts on record; none of them is shown here."), "{}", shown(0));
    assert!(shown(1).contains("There are more, as strong or weaker; only one of the strongest is shown."));
    assert!(shown(2).contains("There are more, as strong or weaker; the strongest 2 are shown."));
    assert!(!shown(4).contains("There are more"), "{}", shown(4));
}

#[test]
fn a_conflict_is_not_bridged_by_what_it_is_about() {
    let text = "polder = 1\n[value.v]\nname = \"V\"\n[value.w]\nname = \"W\"\n\
         [party.a]\nname = \"A\"\nvalues = { v = 5, w = 4 }\n[party.b]\nname = \"B\"\nvalues = { v = 3, w = 4 }\n";
    let out = write(text, "en", Format::Text);
    assert!(out.contains("A and B differ in how important V is") && out.contains("Shared value: W ("), "{out}");
}

#[test]
fn namesakes_carry_their_id_and_tables_follow_names() {
    let text = "polder = 1\n[project]\nfocal = \"z\"\n[party.a]\nname = \"Boer \"\n[party.b]\nname = \"boer\"\n\
         [party.c]\nname = \"Aap\"\n[party.z]\nname = \"Zee\"\n[value.x]\nname = \"W\"\n[value.y]\nname = \"w\"\n\
         [[force]]\nside = \"driving\"\nstrength = 2\nname = \"F\"\n";
    let out = write(text, "nl", Format::Markdown);
    let places: Vec<usize> = ["\n| Zee |", "\n| Aap |", "\n| Boer (a) | onbekend |", "\n| boer (b) |"]
        .map(|row| out.find(row).unwrap())
        .into();
    assert!(places.is_sorted(), "{out}");
    assert!(out.contains("Drijvende en remmende krachten") && !out.contains("Aap (c)"), "{out}");
}

#[test]
fn e_mail_addresses_become_no_links() {
    let text = "polder = 1\n[party.a]\nname = \"me@evil.org\"\n";
    let out = write(text, "en", Format::Markdown);
    assert!(out.contains("me@<!-- -->evil.org") && !out.contains("me@e"), "{out}");
    assert!(write(text, "en", Format::Text).contains("me@evil.org"));
}

#[test]
fn who_can_tip_it_alone_is_said_in_plain_words() {
    let text = "polder = 1\n[party.a]\nname = \"A\"\npower = 5\ninterest-level = 5\nattitude = -1\n\
         [party.b]\nname = \"B\"\npower = 1\ninterest-level = 1\nattitude = 0\n";
    let dutch = write(text, "nl", Format::Text);
    assert!(dutch.contains("- In zijn eentje kan dit: A (2 stappen). De andere partij kan het niet.\n"), "{dutch}");
    let english = write(text, "en", Format::Text);
    assert!(english.contains("- A (2 steps) can do it alone. The other party cannot.\n"), "{english}");
    let both = text.replace("power = 1\ninterest-level = 1", "power = 5\ninterest-level = 5");
    let both = both.replace("attitude = -1", "attitude = 0");
    assert!(write(&both, "en", Format::Text).contains("- A (1 step) and B (1 step) can each do it alone.\n"));
    assert!(write(&both, "nl", Format::Text).contains("- In hun eentje kunnen dit: A (1 stap) en B (1 stap).\n"));
}

#[test]
fn no_part_of_a_model_that_is_not_public_is_printed() {
    let text = "polder = 1\n[project]\nname = \"P\"\nnotes = \"GEHEIM\"\n\
         [interest.i]\nname = \"I\"\nnotes = \"GEHEIM\"\n[value.v]\nname = \"V\"\nnotes = \"GEHEIM\"\n\
         [party.a]\nname = \"A\"\npower = 3\ninterest-level = 3\nattitude = 1\nnotes = \"GEHEIM\"\n\
         annotations = { k = \"GEHEIM\" }\n\n\
         stakes.i = { stance = 2, said = \"GEHEIM\", why = \"GEHEIM\", disclosed = false }\n\
         trusts.c = [{ score = 5, by = \"geheime-gast\", why = \"GEHEIM\" }, { score = 3, by = \"m\", why = \"GEHEIM\" }]\n\
         ties.c = 2\nvalues.v = [{ score = 5, by = \"geheime-gast\", why = \"GEHEIM\" }, { score = 2, by = \"m\" }]\n\
         [party.b]\nname = \"B\"\npower = 2\ninterest-level = 3\nattitude = -1\n\
         stakes.i = { stance = -2, said = \"GEHEIM\", why = \"GEHEIM\" }\ntrusts.c = 5\nties.c = 2\nvalues.v = 1\n\
         [party.c]\nname = \"C\"\n\
         [[claim]]\nparty = \"a\"\nkind = \"captured\"\nvalue = \"v\"\nstatement = \"OPENBAAR\"\nnotes = \"GEHEIM\"\nimportance = 4\n\
         [[claim]]\nparty = \"b\"\nkind = \"destroyed\"\nvalue = \"v\"\nnotes = \"GEHEIM\"\n\
         [[force]]\nname = \"F\"\nside = \"driving\"\nnotes = \"GEHEIM\"\nstrength = [{ score = 2, by = \"geheime-gast\", why = \"GEHEIM\" }]\n\
         [observation.o]\nlayer = \"event\"\nstatement = \"GEHEIM\"\nprivate = true\nby = [\"a\"]\n\
         [member.m]\nname = \"GEHEIM\"\nnotes = \"GEHEIM\"\n";
    for lang in Locale::BUILTIN {
        for format in [Format::Markdown, Format::Text] {
            let out = write(text, lang, format);
            assert!(!out.contains("GEHEIM") && !out.contains("geheime"), "{out}");
            assert!(out.contains("OPENBAAR"), "{out}");
        }
    }
}

#[test]
fn every_party_has_a_strategy_and_who_is_not_placed_says_why() {
    let model = Model::try_from(Document::from_toml(MODELS[0]).unwrap()).unwrap();
    let focal = model.project().focal.clone().unwrap();
    for (lang, plan, place, goal, tools) in [
        ("nl", "\n### Wat te doen: de strategie per partij\n", "Plaats:", "Doel:", "Middelen:"),
        ("en", "\n### What to do: the strategy for each party\n", "Place:", "Goal:", "Tools:"),
    ] {
        let out = write(MODELS[0], lang, Format::Markdown);
        let plan = out.split(plan).nth(1).unwrap().split("\n### ").next().unwrap();
        assert_eq!(plan.matches("\n#### ").count(), model.parties().len() - 1);
        for (id, _) in model.parties().filter(|(id, _)| **id != focal) {
            let element = polder::model::Element::from(id);
            let name = model.label(&element);
            let own = plan.split(&format!("\n#### {name}\n")).nth(1).unwrap_or_else(|| panic!("{name}"));
            let own = own.split("\n#### ").next().unwrap();
            for part in [place, goal, tools, "Tips:"] {
                assert!(own.contains(&format!("**{part}**")), "{name}: {own}");
            }
        }
        let (missing, attitude) = match lang {
            "nl" => ("macht is niet bekend", "houding is niet bekend"),
            _ => ("power is not known", "attitude is not known"),
        };
        assert!(plan.contains(&format!("- Natuur en nacht langs het kanaal: {missing}")), "{plan}");
        assert!(plan.contains(&format!("- Lindeveens Nieuwsblad: {attitude}")), "{plan}");
    }
    let nobody = "polder = 1\n[project]\nfocal = \"a\"\n[party.a]\npower = 1\n[party.b]\nname = \"B\"\n\
                  contact = { channel = \"brief\", owner = \"m\" }\n[member.m]\nname = \"Mia\"\n";
    let out = write(nobody, "nl", Format::Markdown);
    assert!(out.contains("niet geplaatst, omdat beoordelingen ontbreken"), "{out}");
    assert!(out.contains("**Contact:** brief, door Mia"), "{out}");
    assert!(!out.contains("**Doel:** "), "nothing is advised to who is not placed: {out}");
}

#[test]
fn many_parties_are_told_by_their_place_and_none_is_left_out() {
    use polder::analysis::{CommunicationPlanOptions, communication_plan};
    let mut text = String::from("polder = 1\n[project]\nfocal = \"p0\"\n[member.m]\nname = \"Mia\"\n");
    for i in 0..60 {
        writeln!(text, "[party.p{i}]\nname = \"Partij <{i}>\"\ncontact = {{ channel = \"brief {i}\", owner = \"m\" }}")
            .unwrap();
        let rated = [(7, format!("power = {}", i % 5 + 1)), (11, format!("interest-level = {}", i / 7 % 5 + 1))];
        rated.iter().filter(|(none, _)| i % none != 0).for_each(|(_, line)| writeln!(text, "{line}").unwrap());
        writeln!(text, "attitude = {}", i % 5 - 2).unwrap();
    }
    let model = model(&text);
    let plan = communication_plan(&model, &CommunicationPlanOptions::new());
    let locale = Locale::builtin("en").unwrap();
    let out = report(&model, &locale, &ReportOptions::new().sections([Section::Plan])).render(Format::Text);
    let number = |party: &polder::id::PartyId| party.as_str().strip_prefix('p').unwrap().to_owned();
    let places = out.split("\n- ").filter(|part| part.contains("  - Who they are:\n"));
    let mut seen = BTreeSet::new();
    for place in places {
        let (advice, whose) = place.split_once("  - Who they are:\n").unwrap();
        let here: Vec<&str> = whose.lines().filter_map(|l| l.strip_prefix("    - ")).collect();
        assert!(advice.contains(&format!("({} part", here.len())), "{advice}");
        for line in here {
            let strategy = plan.parties.iter().find(|s| line.starts_with(&format!("Partij <{}> (", number(&s.party))));
            let strategy = strategy.unwrap_or_else(|| panic!("{line}"));
            assert!(line.contains(&format!("(contact: brief {}, kept by Mia)", number(&strategy.party))), "{line}");
            assert!(seen.insert(strategy.party.clone()), "{line} twice");
            // What is said once holds for each of them.
            let lines = strategy.tools.iter().chain(&strategy.tips);
            let told = advice.lines().filter(|l| l.starts_with("    - ")).count();
            assert_eq!(told, lines.clone().count(), "{line}: {advice}");
            for text in lines.map(|l| &l.text).chain(strategy.goal.as_ref().map(|g| &g.text)) {
                assert!(advice.contains(text.in_language("en").unwrap()), "{line}: {advice}");
            }
        }
    }
    assert_eq!(seen.len(), 59);
}

#[test]
fn advice_in_a_third_language_and_of_ones_own() {
    use polder::advice::Advice;
    use polder::analysis::Settings;
    let own = "polder-advice = 1\nextends = \"handbook\"\n[tool.newsletter]\nfy = \"Nijsbrief\"\n\
               [[advice]]\nquadrant = \"key-players\"\nsupport = \"opponent\"\nlevel = \"co-decide\"\n\
               goal = { fy = \"Bliuw yn petear.\" }\ntools = [\"newsletter\"]\n";
    let advice = Advice::from_toml(own).unwrap();
    let model = Model::try_from(Document::from_toml(MODELS[0]).unwrap()).unwrap();
    let locale = Locale::from_ftl("fy", "plan-goal = Doel op syn Frysk:\n").unwrap();
    let options = ReportOptions::new().settings(Settings::new().advice(advice)).sections([Section::Plan]);
    let report = report(&model, &locale, &options);
    let out = report.render(Format::Markdown);
    assert!(out.contains("**Doel op syn Frysk:** Bliuw yn petear."), "{out}");
    assert!(out.contains("- Nijsbrief"), "{out}");
    // What the language lacks stands there in English, and is told.
    assert!(out.contains("Ask why they want something, not only what they want."), "{out}");
    assert!(report.missing_words().iter().any(|key| key.starts_with("advice: ")), "{:?}", report.missing_words());
}

#[test]
fn advice_is_shown_as_names_are_and_one_aggregate_holds_for_all() {
    use polder::advice::Advice;
    use polder::analysis::{GridOptions, Settings};
    use polder::rating::Aggregate;
    let own = "polder-advice = 1\n[tool.t]\nen = \"x\\n# head\\n\\nnew\u{202e} para\"\n[[advice]]\nlevel = \"inform\"\n\
               goal = { en = \"1. **b** <img>\\n- item\" }\ntools = [\"t\"]\n";
    let text = "polder = 1\n[party.a]\nname = \"A\"\ninterest-level = 3\nattitude = 1\n\
                power = [{ score = 1, confidence = 0.1 }, { score = 1, confidence = 0.1 }, { score = 5, confidence = 1.0 }]\n";
    let model = Model::try_from(Document::from_toml(text).unwrap()).unwrap();
    let grid = GridOptions::new().aggregate(Aggregate::WeightedMedian);
    let settings = Settings::new().grid(grid).advice(Advice::from_toml(own).unwrap());
    let options = ReportOptions::new().settings(settings);
    let out = report(&model, &Locale::builtin("en").unwrap(), &options).render(Format::Markdown);
    assert!(!out.contains('\u{202e}') && !out.contains("\n- item") && !out.contains("\n# head"), "{out}");
    assert!(!out.contains("<img>") && !out.contains("**b**"), "{out}");
    assert!(out.contains("| A | unknown | 5 (1 to 5) | 3 |"), "{out}");
    assert!(out.contains("Driving 15, restraining 0"), "{out}");
}

#[test]
fn what_the_chances_needed_and_lacked_is_told() {
    let text = "polder = 1\n[project]\nfocal = \"us\"\n[party.us]\ndepends-on.a = [{ resource = \"poles\", importance = 5 }]\n\
                [party.a]\nname = \"A\"\npower = 5\ninterest-level = 4\nattitude = 1\n";
    let out = write(text, "en", Format::Text);
    assert!(out.contains("“poles” (us from A): substitutability is not known"), "{out}");
}

/// What the section on opportunities and risks says.
const CHANCES: &str = r#"polder = 1
[project]
focal = "us"
[party.us]
stakes = { i = 2, j = { stance = 1 } }
ties = {}
depends-on.sup = [{ resource = "stroom", importance = 5, substitutability = 1 }]
[interest.i]
name = "Licht"
[interest.j]
name = "Rust"
[party.opp]
name = "Opp"
power = 4
attitude = [{ score = -2, by = "x" }, { score = 1, by = "y" }, { score = -2, by = "z" }]
stakes = { i = { stance = 1, disclosed = false }, j = { stance = 2, disclosed = true } }
ties = { pal = 2 }
[party.pal]
name = "Pal"
attitude = -1
power = 2
interest-level = 2
[party.est]
name = "Est"
power = 2
interest-level = 3
attitude = { low = -1, high = 2 }
[party.sup]
name = "Sup"
attitude = 1
interest-level = 2
power = 2
ring = { actual = "be-informed", wished = "co-decide", desired = "co-operate" }
[[claim]]
id = "c1"
party = "opp"
kind = "captured"
importance = 5
statement = "een lamp"
[[claim]]
id = "c2"
party = "opp"
kind = "captured"
importance = 3
statement = "een bank"
"#;

fn chances(text: &str, lang: &str) -> String {
    let options = ReportOptions::new().sections([Section::Chances]);
    let out = report(&model(text), &Locale::builtin(lang).unwrap(), &options);
    assert_eq!(out.missing_words(), [""; 0]);
    out.render(Format::Markdown)
}

/// What follows these words in an item of a list, with what stands under it.
fn told<'t>(out: &'t str, start: &str) -> &'t str {
    let rest = out.split_once(start).unwrap_or_else(|| panic!("{start}: {out}")).1;
    rest.split("\n\n").next().unwrap().split(". **").next().unwrap()
}

#[test]
fn an_opportunity_says_what_is_unknown_and_what_is_not_sure() {
    for (lang, item, strength, unsure, bench) in [
        (
            "nl",
            "Opp is nog niet voor",
            "Sterkte tot 1,00 en netto onbekend: betrokkenheid ontbreekt",
            "Hun houding is niet zeker",
            "“een bank” (benut, Opp)",
        ),
        (
            "en",
            "Opp is not in favour yet",
            "Strength up to 1.00 and net unknown: interest level missing",
            "Their attitude is not sure",
            "“een bank” (captured, Opp)",
        ),
    ] {
        let out = chances(CHANCES, lang);
        let gain = told(&out, item);
        assert!(gain.contains(strength) && gain.contains(unsure), "{gain}");
        // The grounds of both claims, and what they share once.
        assert!(gain.contains(bench) && gain.matches("Opp: ").count() == 1, "{gain}");
    }
    let dutch = chances(CHANCES, "nl");
    assert!(
        dutch.contains("De schatting van Est loopt van −1 tot +2: wij weten niet of zij voor of tegen zijn."),
        "{dutch}"
    );
    assert!(dutch.contains("Over Opp zijn de oordelen verdeeld, van −2 tot +1:"), "{dutch}");
    for divided in ["De schatting van Est", "Over Opp zijn"] {
        assert!(!told(&dutch, divided).contains("niet zeker"), "said once is enough: {dutch}");
    }
    assert!(told(&dutch, "Opp en Pal zijn").contains("netto onbekend: betrokkenheid van Opp ontbreekt"), "{dutch}");
    let two = chances(&CHANCES.replace("attitude = -1\npower = 2\ninterest-level = 2", "attitude = -1"), "nl");
    let both = "betrokkenheid van Opp, macht van Pal en betrokkenheid van Pal ontbreken";
    assert!(told(&two, "Opp en Pal zijn").contains(both), "{two}");
    let more = "(nu meeweten, wens meebeslissen, wij meewerken)";
    assert!(dutch.contains(&format!("Sup wil meer doen dan nu, en ook wij willen meer {more}.")), "{dutch}");
    assert!(!told(&dutch, "Voor “stroom” zijn wij afhankelijk van Sup").contains("netto"), "{dutch}");
    let sure = chances(&CHANCES.replace("score = 1, by", "score = -1, by"), "nl");
    assert!(!told(&sure, "Opp is tegen en heeft macht").contains("niet zeker"), "{sure}");
}

#[test]
fn what_a_party_did_not_disclose_is_not_named_first() {
    for (lang, undisclosed, disclosed, ask, together, care) in [
        (
            "nl",
            "Opp is tegen, maar staat bij “Licht”",
            "Opp is tegen, maar staat bij “Rust”",
            "noem het niet eerst.",
            "Zoek samen uit",
            "Ga er zorgvuldig mee om",
        ),
        (
            "en",
            "Opp is against, but stands on our side on “Licht”",
            "Opp is against, but stands on our side on “Rust”",
            "do not name it first.",
            "Find out together",
            "Handle it with care",
        ),
    ] {
        let out = chances(CHANCES, lang);
        let (hidden, open) = (told(&out, undisclosed), told(&out, disclosed));
        assert!(hidden.contains(ask) && hidden.contains(care) && !hidden.contains(together), "{hidden}");
        assert!(open.contains(together) && !open.contains(care) && !open.contains(ask), "{open}");
    }
    let judged = CHANCES.lines().find(|line| line.contains("score = -2")).unwrap();
    let doubter = CHANCES.replace(judged, "attitude = 0");
    let out = chances(&doubter, "nl");
    assert!(told(&out, "Opp twijfelt, maar staat bij “Licht”").contains("noem het niet eerst."), "{out}");
    // What we did not disclose ourselves asks for care as well, and for no other talk.
    let ours = CHANCES.replace("j = { stance = 1 }", "j = { stance = 1, disclosed = false }");
    let out = chances(&ours, "nl");
    let own = told(&out, "Opp is tegen, maar staat bij “Rust”");
    assert!(own.contains("Ga er zorgvuldig mee om") && own.contains("Zoek samen uit"), "{own}");
}

#[test]
fn of_more_than_twelve_those_of_unknown_effect_are_told_first() {
    // Twelve threats that say nothing of the net, all as strong as can be, and one opponent of whom the interest level is unknown.
    let threats: String =
        (0..12).map(|i| format!("[party.a{i}]\npower = 1\nattitude = 1\nthreat = 5\ncooperation = 1\n")).collect();
    let text = format!("polder = 1\n{threats}[party.z]\nname = \"Zet\"\npower = 3\nattitude = -1\n");
    let out = chances(&text, "en");
    assert!(out.contains("1. **Zet is against and has power.**"), "{out}");
    assert!(out.contains("One other is not in this report."), "{out}");
}

#[test]
fn changes_that_cancel_out_are_told_with_their_parts() {
    let field = |a: f64, b: f64| {
        format!(
            "polder = 1\n[party.a]\npower = 2\ninterest-level = 2\nattitude = {a}\n\
             [party.b]\npower = 2\ninterest-level = 2\nattitude = {b}\n"
        )
    };
    let said = |before: &str, after: &str, lang: &str| {
        let options = ReportOptions::new().since(model(before));
        let out = report(&model(after), &Locale::builtin(lang).unwrap(), &options);
        assert_eq!(out.missing_words(), [""; 0]);
        out.render(Format::Markdown)
    };
    for (lang, same, by, cancel) in [
        (
            "nl",
            "Het netto blijft 0.",
            "Van de verandering komt 0 door houding, 0 door macht en 0 door betrokkenheid.",
            "De delen heffen elkaar op.",
        ),
        (
            "en",
            "The net stays 0.",
            "Of the change, attitude made 0, power 0 and interest level 0.",
            "The parts cancel out.",
        ),
    ] {
        let out = said(&field(1.0, -1.0), &field(2.0, -2.0), lang);
        assert!(out.contains(same) && out.contains(by) && out.contains(cancel), "{out}");
        let out = said(&field(1.0, -1.0), &field(2.0, -1.0), lang);
        assert!(!out.contains(cancel), "{out}");
    }
    // One that left against one that came up: all parts are told, so that they add up.
    let gone = "polder = 1\n[party.a]\npower = 2\ninterest-level = 2\nattitude = -1\n";
    let out = said(&field(-2.0, 1.0), gone, "en");
    assert!(out.contains("The net stays −4.") && out.contains("attitude made +4"), "{out}");
    assert!(out.contains("Parties that left the sum made −4.") && out.contains("The parts cancel out."), "{out}");
}

/// The text of a section, up to the next one.
fn section(report: &str, heading: &str) -> String {
    let rest = report.split(&format!("\n### {heading}\n")).nth(1).unwrap_or_else(|| panic!("no {heading}: {report}"));
    rest.split("\n### ").next().unwrap().split("\n## ").next().unwrap().to_owned()
}

const NEW_SECTIONS: [(&str, [&str; 4]); 2] = [
    ("nl", ["Invloed", "Relaties", "Belangen: wie staat waar", "Wat verdeelt en wat verbindt"]),
    ("en", ["Influence", "Relations", "Interests: who stands where", "What divides and what binds"]),
];

#[test]
fn interests_influence_relations_and_pairs_are_told_in_their_order_and_left_out_without_matter() {
    for (lang, headings) in NEW_SECTIONS {
        let out = write(MODELS[0], lang, Format::Markdown);
        let places: Vec<usize> = headings.iter().map(|h| out.find(&format!("\n### {h}\n")).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?}");
        let two = write(MODELS[2], lang, Format::Markdown);
        assert!(headings.iter().all(|h| !two.contains(&format!("\n### {h}\n"))), "{two}");
        for section in [Section::Interests, Section::Influence, Section::Relations, Section::Pairs] {
            for text in MODELS {
                let locale = Locale::builtin(lang).unwrap();
                let only = report(&model(text), &locale, &ReportOptions::new().sections([section]));
                assert_eq!(only.missing_words(), [""; 0]);
                for format in [Format::Markdown, Format::Text] {
                    let out = only.render(format);
                    assert!(!out.contains("{ $") && !out.contains("NaN"), "{out}");
                    for raw in ["party:", "interest:", "setting:", "trusts:", "believes:"] {
                        assert!(out.split(raw).skip(1).all(|rest| rest.starts_with([' ', '\n'])), "{raw}: {out}");
                    }
                }
            }
        }
    }
}

#[test]
fn interests_tell_who_agrees_what_is_apparent_and_which_goal_is_shared() {
    let out = section(&write(MODELS[0], "en", Format::Markdown), "Interests: who stands where");
    for said in [
        "Handle with care",
        "| Alle sensordata beschikbaar voor onderzoek | 3 | 0 | 3 | 4 | 5 | 9 | 1.00 |",
        "Buurtgroep Hofkwartier and Stichting Onbespied (9): ",
        "Apparent conflict: the positions clash, the interests do not.",
        "Bewonersraad Noord and Gemeente Lindeveen on “De helft van de energierekening”",
        "Fragile agreement",
        "none of them can be missed",
        "15 of the 15 parties support at least one of them.",
        "proven to be the best answer, and the only one",
        "13 of the 15 parties support at least one of them.",
        "Left out: Afdeling Informatiemanagement and Lindeveens Nieuwsblad.",
    ] {
        assert!(out.contains(said), "{said}: {out}");
    }
    // Nothing hidden, nothing handled with care; nobody against, and the goal that the team chose is the one that was found.
    let shared = "polder = 1\n[project]\nshared-goal = [\"i\"]\n[interest.i]\nname = \"I\"\n\
                  [party.a]\nname = \"A\"\nstakes.i = 2\n[party.b]\nname = \"B\"\nstakes.i = 1\n[party.c]\nname = \"C\"\n";
    let dutch = section(&write(shared, "nl", Format::Markdown), "Belangen: wie staat waar");
    assert!(!dutch.contains("zorgvuldig"), "{dutch}");
    assert!(dutch.contains("Dit ene belang kan een doel dragen dat alle 2 partijen steunen"), "{dutch}");
    assert!(dutch.contains("Dat is ook waar het doel van het team op rust: “I”."), "{dutch}");
    assert!(dutch.contains("Van C is geen kant bekend: nergens voor of tegen, of niet vastgelegd."), "{dutch}");
    let none = section(&write(&shared.replace("[\"i\"]", "[]"), "nl", Format::Markdown), "Belangen: wie staat waar");
    assert!(none.contains("Het team heeft nog niet vastgelegd op welke belangen het doel rust."), "{none}");
}

#[test]
fn influence_tells_zones_ranks_and_what_cannot_be_said() {
    let out = section(&write(MODELS[0], "nl", Format::Markdown), "Invloed");
    for said in [
        "| Stichting Onbespied | 68 | 14 | dominant | 2,96 | 1,85 | 2 |",
        "| Oostnet Netbeheer | 43 | 9 | dominant | 1,86 | 1,65 | 3 (rechtstreeks 6) |",
        "Over de volgorde van 14 paren zijn R en Q het oneens",
        "Via anderen kan iedereen iedereen bereiken",
        "De volgorde staat vast vanaf wegen van 9 stappen.",
        "Niet meegeteld: Natuur en nacht langs het kanaal, ook niet de invloed op haar;",
    ] {
        assert!(out.contains(&said.replace('(', "\\(").replace(')', "\\)")) || out.contains(said), "{said}: {out}");
    }
    let still = "polder = 1\n[party.a]\nname = \"A\"\ninfluences = {}\n[party.b]\nname = \"B\"\ninfluences = {}\n";
    let out = section(&write(still, "en", Format::Markdown), "Influence");
    assert!(out.contains("R and Q: cannot be said: there is nothing to measure."), "{out}");
    let unknown = "polder = 1\n[party.a]\nname = \"A\"\ninfluences = { b = \"unknown\" }\n[party.b]\nname = \"B\"\n";
    let out = section(&write(unknown, "en", Format::Markdown), "Influence");
    assert!(out.contains("Not counted: B, and no influence on it either"), "{out}");
}

#[test]
fn relations_tell_trust_dependence_camps_and_distances() {
    let out = section(&write(MODELS[0], "en", Format::Markdown), "Relations");
    for said in [
        "Gemeente Lindeveen trusts Bewonersraad Noord much more than the other way round",
        "Gemeente Lindeveen depends much more on Vonkelaar Lichttechniek than the other way round",
        "2 ties do not fit",
        "No other split is as good.",
        "Where it strains most: the tie of Hogeschool Oostrand, lectoraat Slimme stad and Stichting Onbespied",
        "In no camp, for without a known tie: Bezoekers en toekomstige bewoners.",
        "How often it is mutual",
        "Distance to the project: Bewonersraad Noord",
        "The place of 5 parties is not known.",
    ] {
        assert!(out.contains(said), "{said}: {out}");
    }
}

#[test]
fn conflicts_of_the_new_kinds_are_sentences_with_their_bridges() {
    let text = "polder = 1\n[project]\nfocal = \"a\"\n[value.v]\nname = \"V\"\n\
                [interest.i]\nname = \"I\"\nserves = [\"up\"]\n[interest.j]\nname = \"J\"\nserves = [\"up\"]\n\
                [interest.up]\nname = \"Up\"\n\
                [party.a]\nname = \"A\"\nlocation = [52.0, 5.0]\nvalues.v = 1\n\
                trusts.b = 5\nties.b = -1\ndepends-on.b = [{ resource = \"poles\", importance = 5, substitutability = 1 }]\n\
                stakes.i = { stance = 2, salience = 5, position = 1, disclosed = false }\nstakes.j = { stance = -2, salience = 1 }\n\
                [party.b]\nname = \"B\"\nlocation = [52.5, 5.0]\nvalues.v = 1\ntrusts.a = 1\ndepends-on = {}\n\
                ring = { actual = \"be-informed\", wished = \"co-decide\" }\n\
                stakes.i = { stance = -1, salience = 1, position = -1 }\nstakes.j = { stance = 2, salience = 5 }\n\
                [[belief]]\nby = \"a\"\nabout = \"b\"\nvalues = { v = 5 }\n";
    let out = write(text, "en", Format::Text);
    for said in [
        "A and B have a bad tie.",
        "B has little trust in A.",
        "A trusts B much more than the other way round.",
        "A depends much more on B than the other way round.",
        "A thinks V far more important to B than B says it is.",
        "Apparent difference: A thinks that B sees this differently, and that is not so.",
        "What A believes of V for B: importance 5",
        "The role of B is seen differently (wish of the party: co-decide, now: be informed).",
        "B: ring now ",
        "4 rings",
        "Positions and interests both clash.",
        "Interest behind it, that both serve: Up (A through “I”; B through “J”)",
        "Possible trade: A gives in on “J”, B on “I” (1.00)",
        "Distance: 56 km.",
        "Handle with care",
    ] {
        assert!(out.contains(said), "{said}: {out}");
    }
    let dutch = write(text, "nl", Format::Text);
    for said in [
        "A en B hebben een slechte band.",
        "B heeft weinig vertrouwen in A.",
        "A denkt dat V voor B veel belangrijker is dan die zelf zegt.",
    ] {
        assert!(dutch.contains(said), "{said}: {dutch}");
    }
    // The recommendations name the keys of the file on purpose.
    let told = dutch.split("Wat het handboek aanbeveelt").next().unwrap();
    for raw in ["setting", "believes", "depends-on", "trusts:"] {
        assert!(!told.contains(raw), "{raw}: {dutch}");
    }
}

#[test]
fn pairs_that_name_what_is_hidden_are_handled_with_care() {
    let out = section(&write(MODELS[0], "nl", Format::Markdown), "Wat verdeelt en wat verbindt");
    let blocks: Vec<&str> = out.split("\n#### ").skip(1).collect();
    assert_eq!(blocks.len(), 6, "{out}");
    let names: BTreeSet<&str> = blocks.iter().map(|b| b.lines().next().unwrap()).collect();
    assert_eq!(names.len(), 6, "each pair once");
    assert!(
        blocks[0].starts_with("Gemeente Lindeveen en Vonkelaar Lichttechniek\n\nGa er zorgvuldig mee om"),
        "{}",
        blocks[0]
    );
    for block in blocks {
        assert!(block.contains("**Wat verdeelt:**") && block.contains("**Wat verbindt:**"), "{block}");
    }
}

#[test]
fn without_any_power_pairs_follow_strength_alone() {
    let text = "polder = 1\n[interest.i]\nname = \"I\"\n[party.a]\nname = \"A\"\nstakes.i = 2\n\
                [party.b]\nname = \"B\"\nstakes.i = -2\n";
    let out = section(&write(text, "nl", Format::Markdown), "Wat verdeelt en wat verbindt");
    assert!(out.contains("Van geen paar is van beide de macht bekend"), "{out}");
    assert!(out.contains("#### A en B\n") && out.contains("Niets is vastgelegd dat hen verbindt"), "{out}");
}

#[test]
fn many_parties_are_not_compared_two_by_two() {
    let mut text = String::from("polder = 1\n[interest.i]\nname = \"I\"\n");
    for i in 0..301 {
        text += &format!(
            "[party.p{i}]\nname = \"P{i}\"\nstakes.i = {}\nties = {{}}\ninfluences = {{}}\ntrusts = {{ p{} = 3 }}\n",
            i % 5 - 2,
            (i + 1) % 301
        );
    }
    let out = write(&text, "en", Format::Text);
    assert_eq!(
        out.matches("There are 301 parties; above 300 the report does not compare them two by two.").count(),
        3,
        "{out}"
    );
}
