//! The layers of the source: what may name what, and what no library code may do.
//!
//! Read from the text of `src/`, with comments, strings and unit tests taken out.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The layer of every module at the top. A layer names only layers below it; modules of the lowest layer may name each other, and
/// so may those of the command line.
const LAYERS: &[(&str, u8)] = &[
    ("id", 0),
    ("scale", 0),
    ("rating", 0),
    ("citation", 0),
    ("vocabulary", 0),
    ("math", 0),
    ("model", 1),
    ("evidence", 2),
    ("advice", 2),
    ("document", 3),
    ("analysis", 3),
    ("handbook", 4),
    ("report", 5),
    ("export", 5),
    ("import", 5),
    ("cli", 6),
    ("bin", 6),
];
/// From here on a program may read files and print.
const COMMAND_LINE: u8 = 6;

/// What in `analysis/` is built on what. Everything else there stands alone.
const BUILT_ON: &[(&str, &str)] = &[
    ("force_field", "tipping"),
    ("force_field", "free_forces"),
    ("tipping", "force_field"),
    ("free_forces", "force_field"),
    ("conflicts", "cut"),
    ("grid", "cut"),
    ("power_interest", "grid"),
    ("salience", "grid"),
    ("power_interest_attitude", "grid"),
    ("support", "grid"),
    ("threat_cooperation", "grid"),
    ("alignment_interest", "grid"),
    ("rings", "grid"),
    ("engagement", "grid"),
    ("trust_matrix", "grid"),
    ("trust_matrix", "cut"),
    ("value_map", "matrix"),
    ("compare", "force_field"),
    ("compare", "cut"),
    ("compare", "grid"),
    ("compare", "power_interest"),
    ("compare", "salience"),
    ("compare", "power_interest_attitude"),
    ("compare", "support"),
    ("compare", "threat_cooperation"),
    ("compare", "trust_matrix"),
    ("compare", "alignment_interest"),
    ("communication_plan", "power_interest"),
    ("communication_plan", "support"),
    ("communication_plan", "grid"),
    ("communication_plan", "cut"),
    ("opportunities_and_risks", "cut"),
    ("opportunities_and_risks", "grid"),
    ("opportunities_and_risks", "force_field"),
    ("convergence", "influence"),
    ("convergence", "matrix"),
    ("influence", "matrix"),
    ("indirect_influence", "influence"),
    ("conflict_table", "matrix"),
    ("relations", "cut"),
    ("value_priorities", "matrix"),
    ("opportunities_and_risks", "rings"),
    ("conflicts", "mutual_gains"),
    ("conflicts", "rings"),
    ("conflicts", "relations"),
    ("everyone_gains", "value_map"),
    ("everyone_gains", "value_network"),
    ("conflicts", "pairs"),
    ("conflicts", "declared"),
    ("conflicts", "co_orientation"),
    ("conflicts", "value_tensions"),
    ("value_tensions", "pairs"),
    ("value_tensions", "declared"),
    ("value_tensions", "cut"),
    ("value_map", "cut"),
    ("conflicts", "culture_distance"),
    ("conflicts", "leadership"),
    ("leadership", "cut"),
    ("leadership", "matrix"),
];
/// The registry of methods: it names all of them, and they give it their rules.
const REGISTRY: &[&str] = &["replay", "index", "settings"];

const LONGEST: usize = 800;
/// Written in two parts, so that a search for such words does not end here.
const UNFINISHED: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("HA", "CK")];
const PRINTING: &[&str] = &["println", "eprintln", "print", "eprint", "dbg"];
const CLOCKS: &[&str] = &["SystemTime", "Instant"];

/// One file of source.
struct Source {
    /// Where it stands in `src`, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The path of its module: `analysis/cut.rs` is `analysis`, `cut`.
    fn module(&self) -> Vec<String> {
        let stem = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        stem.split('/').filter(|part| !matches!(*part, "lib" | "mod")).map(str::to_owned).collect()
    }
}

fn layer(module: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|(_, layer)| *layer)
}

/// The sources of the crate.
fn sources() -> Vec<Source> {
    fn walk(folder: &Path, root: &Path, out: &mut Vec<Source>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                out.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut out = Vec::new();
    walk(&root, &root, &mut out);
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

/// The words and signs of the code, without comments, strings, characters, and unit tests.
fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut out: Vec<String> = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let c = at(i);
        if c == '/' && at(i + 1) == '/' {
            while i < chars.len() && at(i) != '\n' {
                i += 1;
            }
        } else if c == '/' && at(i + 1) == '*' {
            let mut depth = 0;
            loop {
                match (at(i), at(i + 1)) {
                    ('/', '*') => (depth, i) = (depth + 1, i + 2),
                    ('*', '/') => (depth, i) = (depth - 1, i + 2),
                    _ => i += 1,
                }
                if depth == 0 || i >= chars.len() {
                    break;
                }
            }
        } else if c == '"' || (c == 'r' && matches!((at(i + 1), at(i + 2)), ('"', _) | ('#', '"' | '#'))) {
            let mut hashes = 0;
            let raw = c == 'r';
            if raw {
                i += 1;
                while at(i) == '#' {
                    (hashes, i) = (hashes + 1, i + 1);
                }
            }
            i += 1;
            while i < chars.len() {
                if at(i) == '\\' && !raw {
                    i += 2;
                } else if at(i) == '"' && (1..=hashes).all(|h| at(i + h) == '#') {
                    i += 1 + hashes;
                    break;
                } else {
                    i += 1;
                }
            }
        } else if c == '\'' {
            // A character, or else a lifetime.
            if at(i + 1) == '\\' {
                i += 3;
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            } else {
                i += if at(i + 2) == '\'' { 3 } else { 1 };
            }
        } else if c.is_alphanumeric() || c == '_' {
            let start = i;
            while at(i).is_alphanumeric() || at(i) == '_' {
                i += 1;
            }
            out.push(chars[start..i].iter().collect());
        } else if c == ':' && at(i + 1) == ':' {
            out.push("::".into());
            i += 2;
        } else {
            if !c.is_whitespace() {
                out.push(c.into());
            }
            i += 1;
        }
    }
    without_unit_tests(&out)
}

fn without_unit_tests(tokens: &[String]) -> Vec<String> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if !tokens[i..].iter().take(MARK.len()).eq(MARK.iter()) {
            out.push(tokens[i].clone());
            i += 1;
            continue;
        }
        // To the end of the block, or of the statement where there is none.
        let mut depth = 0;
        while i < tokens.len() {
            match tokens[i].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            i += 1;
            let ended = matches!(tokens[i - 1].as_str(), "}" | ";");
            if depth == 0 && ended {
                break;
            }
        }
    }
    out
}

/// Every path of the code that begins with a crate or module word, groups written out.
fn paths(tokens: &[String]) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    for i in 0..tokens.len() {
        let start = matches!(tokens[i].as_str(), "crate" | "super" | "self" | "std" | "core" | "polder");
        let fresh = i == 0 || tokens[i - 1] != "::";
        if start && fresh && tokens.get(i + 1).is_some_and(|t| t == "::") {
            expand(tokens, i, Vec::new(), &mut out);
        }
    }
    out
}

/// Reads one tree of paths and gives the place behind it.
fn expand(tokens: &[String], mut i: usize, mut path: Vec<String>, out: &mut Vec<Vec<String>>) -> usize {
    while let Some(token) = tokens.get(i) {
        if token == "{" {
            i += 1;
            while tokens.get(i).is_some_and(|t| t != "}") {
                i = if tokens[i] == "," { i + 1 } else { expand(tokens, i, path.clone(), out).max(i + 1) };
            }
            return i + 1;
        }
        path.push(token.clone());
        i += 1;
        if tokens.get(i).is_none_or(|t| t != "::") {
            break;
        }
        i += 1;
    }
    if tokens.get(i).is_some_and(|t| t == "as") {
        i += 2;
    }
    out.push(path);
    i
}

/// A path from the top of the crate: without `crate`, with `super` and `self` worked out. `None` for other crates.
fn from_top(module: &[String], path: &[String]) -> Option<Vec<String>> {
    let mut rest = path.iter().peekable();
    let mut base = match rest.next()?.as_str() {
        "crate" | "polder" => Vec::new(),
        "self" => module.to_vec(),
        "super" => module[..module.len().checked_sub(1)?].to_vec(),
        _ => return None,
    };
    while rest.next_if(|p| *p == "super").is_some() {
        base.pop();
    }
    base.extend(rest.filter(|p| *p != "self").cloned());
    Some(base)
}

/// The names that a module gives out of its own modules: `Model` of `model`.
fn re_exports(text: &str) -> BTreeMap<String, String> {
    let tokens = tokens(text);
    let mut out = BTreeMap::new();
    for i in 1..tokens.len() {
        if tokens[i] == "use" && matches!(tokens[i - 1].as_str(), "pub" | ")") {
            let mut found = Vec::new();
            expand(&tokens, i + 1, Vec::new(), &mut found);
            for path in found.iter().filter(|p| p.len() > 1) {
                let own = if matches!(path[0].as_str(), "crate" | "self") { &path[1..] } else { &path[..] };
                // A function has the name of its module: that names the module either way.
                out.insert(path[path.len() - 1].clone(), own[0].clone());
            }
        }
    }
    out
}

/// Everything that is against the rules, one sentence each.
fn faults(sources: &[Source]) -> Vec<String> {
    let text_of = |path: &str| sources.iter().find(|s| s.path == path).map_or("", |s| s.text.as_str());
    let (at_top, in_analysis) = (re_exports(text_of("lib.rs")), re_exports(text_of("analysis.rs")));
    let mut out = Vec::new();
    let mut built_on = BTreeSet::new();
    for source in sources {
        let path = &source.path;
        let module = source.module();
        let lines = source.text.lines().count();
        if lines > LONGEST {
            out.push(format!("{path}: {lines} lines, more than {LONGEST}"));
        }
        let words = |line: &str| -> Vec<String> {
            line.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect()
        };
        for (number, line) in (1..).zip(source.text.lines()) {
            for word in words(line).iter().filter(|w| UNFINISHED.contains(&w.as_str())) {
                out.push(format!("{path}:{number}: {word}"));
            }
        }

        let tokens = tokens(&source.text);
        let Some(own) = module.first() else {
            if tokens.iter().any(|t| t == "fn") {
                out.push(format!("{path}: logic in the root"));
            }
            continue;
        };
        let Some(own_layer) = layer(own) else {
            out.push(format!("{path}: `{own}` has no layer"));
            continue;
        };
        let paths = paths(&tokens);
        if own_layer < COMMAND_LINE {
            for pair in tokens.windows(2) {
                if PRINTING.contains(&pair[0].as_str()) && pair[1] == "!" {
                    out.push(format!("{path}: {}!", pair[0]));
                }
            }
            for word in tokens.iter().filter(|t| CLOCKS.contains(&t.as_str())) {
                out.push(format!("{path}: {word}"));
            }
            for found in &paths {
                if found[0] == "std" && matches!(found.get(1).map(String::as_str), Some("fs" | "env" | "process")) {
                    out.push(format!("{path}: std::{}", found[1]));
                }
            }
        }

        for found in paths.iter().filter_map(|p| from_top(&module, p)) {
            let Some(first) = found.first() else { continue };
            let named = at_top.get(first).unwrap_or(first);
            let Some(its_layer) = layer(named) else {
                if named != "*" && !tokens.windows(2).any(|w| w[0] == "macro_rules" && w[1] == "!") {
                    out.push(format!("{path}: `crate::{first}` has no layer"));
                }
                continue;
            };
            if named != own
                && (its_layer > own_layer || (its_layer == own_layer && !(own_layer == 0 || own_layer == COMMAND_LINE)))
            {
                out.push(format!("{path}: names `{named}` of layer {its_layer} from layer {own_layer}"));
            }
            if own != "analysis" || named != "analysis" {
                continue;
            }
            let (Some(method), Some(other)) = (module.get(1), found.get(1)) else { continue };
            let other = in_analysis.get(other).unwrap_or(other);
            let registry = REGISTRY.contains(&method.as_str()) || REGISTRY.contains(&other.as_str());
            let known = sources.iter().any(|s| s.path == format!("analysis/{other}.rs"));
            if method == other || registry || !known {
                continue;
            }
            match BUILT_ON.iter().find(|(a, b)| a == method && b == other) {
                Some(pair) => {
                    built_on.insert(*pair);
                }
                None => out.push(format!("{path}: `{method}` is not built on `{other}`")),
            }
        }
    }
    for pair in BUILT_ON.iter().filter(|pair| !built_on.contains(*pair)) {
        out.push(format!("`{}` is said to be built on `{}` and is not", pair.0, pair.1));
    }
    out
}

#[test]
fn the_source_keeps_to_its_layers() {
    let sources = sources();
    assert!(sources.len() > 20, "the source was not found");
    let faults = faults(&sources);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the rules say of one file more.
fn faults_with(path: &str, text: &str) -> Vec<String> {
    let mut sources = sources();
    let before = faults(&sources);
    sources.retain(|s| s.path != path);
    sources.push(Source { path: path.into(), text: text.into() });
    faults(&sources).into_iter().filter(|f| !before.contains(f)).collect()
}

#[test]
fn breaches_are_seen() {
    let breaches = [
        ("model/x.rs", "use crate::evidence::Finding;", "names `evidence` of layer 2 from layer 1"),
        ("model/x.rs", "fn f() { crate::analysis::replay(); }", "names `analysis` of layer 3 from layer 1"),
        ("model/x.rs", "use super::super::document::Code;", "names `document` of layer 3 from layer 1"),
        ("id/x.rs", "use crate::{math::exact, model::Model};", "names `model` of layer 1 from layer 0"),
        ("id/x.rs", "use crate::Model;", "names `model` of layer 1 from layer 0"),
        ("analysis/x.rs", "use crate::Document;", "names `document` of layer 3 from layer 3"),
        ("analysis/x.rs", "use super::cut::Cut;", "`x` is not built on `cut`"),
        ("analysis/x.rs", "use super::{Cut, Matrix};", "`x` is not built on `matrix`"),
        ("analysis/x.rs", "use crate::analysis::conflicts;", "`x` is not built on `conflicts`"),
        ("analysis/x/y.rs", "use super::super::value_map::ValueMap;", "`x` is not built on `value_map`"),
        ("document/x.rs", "use std::{fmt, fs::File};", "std::fs"),
        ("document/x.rs", "fn f() { std::env::var(\"HOME\"); }", "std::env"),
        ("report/x.rs", "use std::time::{Duration, Instant};", "Instant"),
        ("report/x.rs", "fn f() { println!(\"x\"); }", "println!"),
        ("report/x.rs", concat!("// FIX", "ME: later"), concat!("FIX", "ME")),
        ("novelty.rs", "", "`novelty` has no layer"),
        ("lib.rs", "fn f() {}", "logic in the root"),
    ];
    for (path, text, expected) in breaches {
        let found = faults_with(path, text);
        assert!(found.iter().any(|f| f.contains(expected)), "{path}: {text}\n{found:#?}");
    }
    let long = "//\n".repeat(LONGEST + 1);
    assert_eq!(faults_with("math/x.rs", &long).len(), 1);
}

#[test]
fn what_is_no_code_is_no_breach() {
    let fine = [
        (
            "model/x.rs",
            "//! See [`crate::analysis`]; `println!` is not code here.\n/// ```\n/// std::fs::read(\"x\");\n/// ```\n",
        ),
        (
            "model/x.rs",
            "/* crate::report */ const X: &str = \"crate::report println!\"; const Y: char = '\"'; struct Z<'a>(&'a str);",
        ),
        ("model/x.rs", "const X: &str = r#\"crate::report \"quoted\" \"#;"),
        ("model/x.rs", "#[cfg(test)]\nmod tests { use crate::analysis::Cut; fn f() { println!(\"x\"); } }"),
        ("analysis/x.rs", "use super::replay::Rule; use crate::{evidence::{Finding, Law}, model::Model};"),
        ("analysis/conflicts/x.rs", "use super::{Context, pairs}; use super::super::cut::Cut;"),
        ("cli/x.rs", "use std::fs; fn f() { println!(\"{}\", crate::report::x()); }"),
    ];
    for (path, text) in fine {
        assert_eq!(faults_with(path, text), Vec::<String>::new(), "{path}: {text}");
    }
}
