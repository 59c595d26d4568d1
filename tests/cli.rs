//! The command line as a person or a script meets it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "the helpers of tests fail as tests do")]

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use polder::{Document, Model};

const STREET: &str = "examples/models/slimme-straatverlichting.toml";
const TEN: &str = "tests/models/ten-mistakes.toml";
const SUBCOMMANDS: [&str; 12] = [
    "check",
    "analyze",
    "report",
    "plot",
    "between",
    "review",
    "handbook",
    "compare",
    "convert",
    "advice",
    "catalogues",
    "completions",
];

fn polder<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_polder"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// Exit code, standard output, standard error.
fn run<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> (i32, String, String) {
    said(polder(args).output().unwrap())
}

fn run_on(input: &[u8], args: &[&str]) -> (i32, String, String) {
    let mut child = polder(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    said(output)
}

fn said(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert!(!err.contains("panicked"), "{err}");
    (output.status.code().expect("no signal ended it"), out, err)
}

/// An empty directory of a test's own.
fn place(test: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{test}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn check_of_a_good_file_is_one_line() {
    let (code, out, err) = run(["check", STREET]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out.lines().count(), 1, "{out}");
    assert!(out.starts_with("15 parties, 14 interests, ") && out.ends_with(": no problems\n"), "{out}");
}

#[test]
fn check_lists_ten_mistakes_with_place_and_help() {
    let (code, out, err) = run(["check", TEN]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert_eq!(out.matches("error[P").count(), 10, "{out}");
    assert!(out.ends_with("\n10 problems\n"), "{out}");
    let places: Vec<&str> = out.lines().filter_map(|l| l.trim_start().strip_prefix("--> ")).collect();
    let at = ["11:14", "12:1", "13:14", "14:16", "19:11", "23:18", "24:18", "25:31", "27:8", "30:2"];
    assert_eq!(places, at.map(|p| format!("{TEN}:{p}")));
    assert!(out.matches("= help: ").count() >= 8, "{out}");
    assert!(out.contains("did you mean `power`?") && out.contains("powr       = 5"), "{out}");
    assert!(!out.contains(":::"), "{out}");
}

#[test]
fn warnings_are_listed_and_are_no_failure() {
    let (code, out, err) = run_on(b"polder = 1\n[value.v]\n", &["check", "-"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("warning[W006]") && out.ends_with("1 value: no problems, 1 warning\n"), "{out}");
    let (code, out, err) = run_on(b"polder = 1\n[value.v]\n", &["convert", "-", "--to", "json"]);
    assert_eq!(code, 0);
    assert!(out.starts_with('{') && err == "<stdin>: 1 warning; `polder check` shows what deserves a look\n", "{err}");
}

#[test]
fn check_as_json() {
    let (code, out, _) = run(["check", TEN, "--format", "json"]);
    assert_eq!(code, 1);
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["polder"], 1);
    assert_eq!(answer["warnings"], serde_json::json!([]));
    let first = &answer["problems"][0];
    assert_eq!(answer["problems"].as_array().unwrap().len(), 10);
    assert_eq!((&first["code"], &first["path"]), (&"P010".into(), &"party.gemeente.kind".into()));
    assert_eq!(first["position"], serde_json::json!({ "line": 11, "column": 14 }));
    let (code, out, _) = run_on(b"{", &["check", "-", "--format", "json"]);
    assert_eq!(code, 1);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap()["problems"][0]["code"], "P001");
}

#[test]
fn standard_input_is_toml_or_json_by_its_first_character() {
    for input in ["polder = 1\n[party.a]\n", "\u{feff}\n {\"polder\": 1, \"party\": {\"a\": {}}}"] {
        let (code, out, err) = run_on(input.as_bytes(), &["check", "-"]);
        assert_eq!((code, out.as_str(), err.as_str()), (0, "1 party: no problems\n", ""));
    }
    let (code, out, _) = run_on(b"{\n  \"polder\": 1,,\n}", &["check", "-"]);
    assert_eq!(code, 1);
    assert!(out.contains("--> <stdin>:2:15\n"), "{out}");
    let (code, out, _) = run_on(br#"{"polder": 1, "party": {"a": {"power": 9}}}"#, &["check", "-"]);
    assert_eq!(code, 1);
    assert!(out.contains("--> <stdin>: party.a.power\n"), "{out}");
}

#[test]
fn the_extension_decides_before_the_content() {
    let dir = place("extension");
    let path = dir.join("a.toml");
    fs::write(&path, "{}").unwrap();
    let (code, out, _) = run(["check", text(&path)]);
    assert_eq!(code, 1);
    assert!(out.contains("error[P001]: this is not TOML") && out.contains("it looks like JSON"), "{out}");
}

#[test]
fn wrong_use_is_exit_2_with_nothing_on_stdout() {
    let dir = place("wrong-use");
    let dir = text(&dir);
    for args in [
        vec!["frobnicate"],
        vec![],
        vec!["check"],
        vec!["check", "no-such-file.toml"],
        vec!["check", dir],
        vec!["check", STREET, "--format", "xml"],
        vec!["analyze"],
        vec!["analyze", STREET, "--only", "conflict"],
        vec!["analyze", STREET, "--only", ""],
        vec!["report", STREET, "--lang", "fr"],
        vec!["report", STREET, "--to", "pdf"],
        vec!["plot", "pie", STREET],
        vec!["plot", "rings"],
        vec!["report", STREET, "--locale", "no-such-file.ftl"],
        vec!["report", STREET, "-o", dir],
        vec!["convert", STREET],
        vec!["convert", STREET, "--to", "json", "-o", "no/such/directory/out.json"],
        vec!["completions", "cmd"],
    ] {
        let (code, out, err) = run(&args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        assert!(!err.is_empty(), "{args:?}");
    }
    let (_, _, err) = run(["check", "no-such-file.toml"]);
    assert_eq!(err, "error: `no-such-file.toml` cannot be read: there is no such file\n");
    let (_, _, err) = run(["check", dir]);
    assert_eq!(err, format!("error: `{dir}` cannot be read: it is a directory\n"));
}

#[test]
fn an_unknown_analysis_gets_a_suggestion() {
    let (code, out, err) = run(["analyze", "no-such-file.toml", "--only", "force_field,conflict"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("`conflict` is not an analysis") && err.contains("did you mean `conflicts`?"), "{err}");
    let (_, _, err) = run(["analyze", STREET, "--only", "astrology"]);
    assert!(err.contains("`polder analyze --list` names them"), "{err}");
}

#[test]
fn analyses_are_named_with_their_questions() {
    let (code, out, err) = run(["analyze", "--list"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out.lines().count(), polder::analysis::INDEX.len());
    for (line, entry) in out.lines().zip(polder::analysis::INDEX) {
        assert!(line.starts_with(entry.id) && line.ends_with(entry.question), "{line}");
    }
    let (_, out, _) = run(["analyze", "--list", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(list["analyses"][0]["id"], polder::analysis::INDEX[0].id);
}

#[test]
fn results_as_json_have_the_common_shape() {
    let (code, out, err) = run(["analyze", STREET, "--only", "force_field,conflicts", "--format", "json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["polder"], 1);
    let names: Vec<&String> = answer["analyses"].as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 2, "{names:?}");
    for (id, analysis) in answer["analyses"].as_object().unwrap() {
        assert_eq!(analysis["provenance"]["method"], id.as_str());
        assert!(analysis["provenance"]["omitted"].is_array() && analysis["result"].is_object());
    }
    let (_, out, _) = run_on(b"polder = 1\n", &["analyze", "-", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["not_run"]["force_field"], "no-forces");
    assert_eq!(answer["analyses"], serde_json::json!({}));
}

#[test]
fn results_as_text_name_totals_omissions_and_reasons() {
    let (code, out, err) = run(["analyze", STREET]);
    assert_eq!((code, err.as_str()), (0, ""));
    for expected in [
        "144.5 driving, 54 restraining, net 90.5",
        "`party:natuur-en-nacht`: power is unknown",
        "the 10 strongest conflicts of more",
        "stance -2 on -2 to 2",
        "gemeente: key-players (players)",
    ] {
        assert!(out.contains(expected), "{expected} is not in\n{out}");
    }
    for entry in polder::analysis::INDEX {
        assert!(out.contains(&format!("{}: {}\n", entry.id, entry.question)), "{out}");
    }
    let (code, out, _) = run_on(b"polder = 1\n[party.a]\n", &["analyze", "-"]);
    assert_eq!(code, 0);
    assert!(out.contains("  not run: no-forces\n") && out.contains("  not run: nothing-at-stake\n"), "{out}");
}

#[test]
fn a_file_with_problems_is_refused_by_all_but_check() {
    for args in [
        vec!["analyze", TEN],
        vec!["report", TEN],
        vec!["convert", TEN, "--to", "json"],
        vec!["convert", TEN, "--to", "toml"],
    ] {
        let (code, out, err) = run(&args);
        assert_eq!((code, out.as_str()), (1, ""), "{args:?}");
        assert_eq!(err.matches("error[P").count(), 10, "{err}");
        assert!(err.ends_with(": 10 problems\n"), "{err}");
    }
    let out = place("refused").join("out.json");
    assert_eq!(run(["convert", TEN, "--to", "json", "-o", text(&out)]).0, 1);
    assert!(!out.exists());
}

#[test]
fn toml_to_json_to_toml_is_the_same_model() {
    let dir = place("convert");
    let (json, toml) = (dir.join("model.json"), dir.join("model.toml"));
    for file in [STREET, "tests/models/edge-cases.toml"] {
        let written = run(["convert", file, "--to", "json", "-o", text(&json)]);
        assert_eq!(written, (0, String::new(), String::new()));
        let (code, out, err) = run(["convert", text(&json), "--to", "toml"]);
        assert_eq!((code, err.as_str()), (0, ""));
        fs::write(&toml, out).unwrap();
        let read = |path: &Path| {
            let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
            Model::try_from(Document::from_toml(&text).unwrap()).unwrap()
        };
        assert_eq!(read(Path::new(file)), read(&toml), "{file}");
    }
}

#[test]
fn a_report_goes_to_stdout_or_to_a_file_that_is_replaced() {
    let out = place("report").join("report.md");
    fs::write(&out, "old").unwrap();
    let (code, direct, err) = run(["report", STREET, "--lang", "nl"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(!direct.is_empty());
    let (code, nothing, err) = run(["report", STREET, "--lang", "nl", "-o", text(&out)]);
    assert_eq!((code, nothing.as_str(), err.as_str()), (0, "", ""));
    assert_eq!(fs::read_to_string(&out).unwrap(), direct);
    let (code, dashed, _) = run(["report", STREET, "--lang", "nl", "--to", "markdown", "-o", "-"]);
    assert_eq!((code, dashed), (0, direct));
    assert_eq!(run(["report", STREET, "--to", "text"]).0, 0);
}

#[test]
fn the_name_of_the_file_says_how_to_write() {
    let dir = place("forms");
    let written = |name: &str, more: &[&str]| {
        let out = dir.join(name);
        let (code, _, err) = run([&["report", STREET, "-o", text(&out)], more].concat());
        assert_eq!((code, err.as_str()), (0, ""), "{name}");
        fs::read_to_string(&out).unwrap()
    };
    assert!(written("page.HTML", &[]).starts_with("<!DOCTYPE html>"));
    assert_eq!(written("page.txt", &[]), run(["report", STREET, "--to", "text"]).1);
    for name in ["page.md", "page", "page.of-our-own"] {
        assert_eq!(written(name, &[]), run(["report", STREET]).1, "{name}");
    }
    assert!(written("odd.html", &["--to", "markdown"]).starts_with("# "));
    let (image, drawn) = (dir.join("field.png"), dir.join("field.svg"));
    let (code, _, err) = run(["plot", "force-field", STREET, "-o", text(&image)]);
    assert!(code == 2 && err.contains("not as `.png`") && !image.exists(), "{err}");
    let paper = dir.join("report.pdf");
    let (code, _, err) = run(["report", STREET, "-o", text(&paper)]);
    assert!(code == 2 && err.contains("not written as `.pdf`") && !paper.exists(), "{err}");
    assert_eq!(run(["plot", "force-field", STREET, "-o", text(&drawn)]).0, 0);
}

#[test]
fn what_is_read_is_not_replaced() {
    let dir = place("overwrite");
    let file = dir.join("model.toml");
    let words = dir.join("words.ftl");
    fs::write(&file, "polder = 1\n[party.a]\n").unwrap();
    fs::write(&words, "a = b\n").unwrap();
    let other = dir.join(".").join("model.toml");
    for (input, to) in [(&file, &file), (&file, &other), (&other, &file), (&file, &words)] {
        for args in [
            vec!["report", text(input), "--locale", text(&words), "-o", text(to)],
            vec!["convert", text(input), "--to", "json", "-o", text(to)],
        ] {
            if to == &words && args[0] == "convert" {
                continue;
            }
            let (code, out, err) = run(&args);
            assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
            assert!(err.contains("is also read: it is not replaced"), "{err}");
        }
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "polder = 1\n[party.a]\n");
    #[cfg(unix)]
    {
        let link = dir.join("link.toml");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert_eq!(run(["convert", text(&file), "--to", "toml", "-o", text(&link)]).0, 2);
    }
}

#[test]
fn bytes_that_are_no_text_are_named_by_their_offset() {
    let (code, out, err) = run_on(b"polder = 1\nname = \"\xff\"", &["check", "-"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("`<stdin>` is not text in UTF-8: a wrong byte at byte offset 19"), "{err}");
    let (code, _, err) = run_on(b"polder\0", &["convert", "-", "--to", "json"]);
    assert_eq!(code, 2);
    assert!(err.contains("a null byte at byte offset 6"), "{err}");
    let (code, _, err) = run_on(b"a = \xff", &["report", STREET, "--locale", "-"]);
    assert_eq!(code, 2);
    assert!(err.contains("a wrong byte at byte offset 4"), "{err}");
}

#[test]
fn hostile_texts_are_refused_in_an_orderly_way() {
    let deep = "[".repeat(100_000);
    let long = format!(
        "polder = 1\n# {}\n[party.{}]\npower = {}\n",
        "é".repeat(200_000),
        "x".repeat(200_000),
        "9".repeat(400)
    );
    let many: String = (0..3000).map(|i| format!("x{i} = {i}\n")).collect();
    for input in [
        deep.as_str(),
        &format!("{{\"a\":{deep}"),
        &long,
        &many,
        "\u{feff}",
        "=",
        "{",
        "\"",
        "[party.\"\u{1b}[2J\"]",
        "\r",
    ] {
        for args in [&["check", "-"][..], &["analyze", "-"], &["convert", "-", "--to", "toml"]] {
            let (code, out, err) = run_on(input.as_bytes(), args);
            assert_eq!(code, 1, "{args:?} {}", input.chars().take(40).collect::<String>());
            let odd = |c: char| c.is_control() && c != '\n';
            assert!(!out.contains(odd) && !err.contains(odd), "{out}{err}");
            assert!(out.len() + err.len() < 2_000_000);
        }
    }
    let (_, out, _) = run_on(long.as_bytes(), &["check", "-"]);
    assert!(out.contains("<stdin>:3:8\n"), "the column counts in the whole line: {out}");
}

#[test]
#[cfg(unix)]
fn an_endless_file_is_not_read() {
    let (code, out, err) = run(["check", "/dev/zero"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("is larger than 64 MiB: it is not read"), "{err}");
}

#[test]
fn control_characters_are_shown_escaped() {
    let (code, out, _) = run_on("polder = 1\n\"a\u{202e}b\" = 1\n".as_bytes(), &["check", "-"]);
    assert_eq!(code, 1);
    assert!(out.contains("\"a\\u202eb\"") && !out.contains('\u{202e}'), "{out}");
    for args in [
        vec!["check", "no\u{1b}[31m\n.toml"],
        vec!["analyze", STREET, "--only", "x\u{1b}[31m"],
        vec!["report", STREET, "--lang", "\u{1b}[31m"],
        vec!["\u{1b}[31m"],
    ] {
        let (code, out, err) = run(&args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(!err.contains('\u{1b}') && err.contains("\\u001b[31m"), "{err:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    for args in
        [vec!["analyze", STREET, "--format", "json"], vec!["check", TEN], vec!["completions", "bash"], vec!["--help"]]
    {
        let mut child = polder(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        let code = child.wait().unwrap().code();
        assert_eq!((code, err.as_str()), (Some(i32::from(args[0] == "check")), ""), "{args:?}");
    }
}

#[test]
fn no_colours_unless_a_terminal_or_a_wish() {
    for args in [vec!["check", TEN], vec!["analyze", TEN], vec!["--help"], vec!["check"], vec!["analyze", "--list"]] {
        let (_, out, err) = run(&args);
        assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'), "{args:?}");
    }
    let forced = polder(["check", TEN]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(said(forced).1.contains("\u{1b}["));
}

#[test]
fn every_help_has_examples_and_exit_codes() {
    let (code, top, err) = run(["--help"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(top.contains("Examples:\n  polder ") && top.contains("Exit codes:\n  0  "), "{top}");
    for name in SUBCOMMANDS {
        assert!(top.contains(&format!("\n  {name} ")), "{top}");
        for help in ["--help", "-h"] {
            let (code, out, err) = run([name, help]);
            assert_eq!((code, err.as_str()), (0, ""));
            assert!(out.contains(&format!("Examples:\n  polder {name} ")) && out.contains("Exit codes:"), "{out}");
        }
    }
    assert_eq!(run(["--version"]), (0, format!("polder {}\n", env!("CARGO_PKG_VERSION")), String::new()));
}

#[test]
fn shells_get_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (code, out, err) = run(["completions", shell]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(SUBCOMMANDS.iter().all(|name| out.contains(name)), "{shell}");
    }
}

#[test]
fn an_answer_replaces_a_file_whole_or_not_at_all() {
    let dir = place("whole");
    let out = dir.join("report.md");
    fs::write(&out, "old").unwrap();
    assert_eq!(run(["report", STREET, "-o", text(&out)]).0, 0);
    assert_ne!(fs::read_to_string(&out).unwrap(), "old");
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 1);
    let nowhere = dir.join("nope").join("x.md");
    let (code, _, err) = run(["report", STREET, "-o", text(&nowhere)]);
    assert_eq!(code, 2);
    assert!(err.contains(&format!("there is no directory `{}`", text(&dir.join("nope")))), "{err}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&out, fs::Permissions::from_mode(0o640)).unwrap();
        let link = dir.join("link.md");
        std::os::unix::fs::symlink(&out, &link).unwrap();
        fs::write(&out, "old").unwrap();
        assert_eq!(run(["report", STREET, "-o", text(&link)]).0, 0);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_ne!(fs::read_to_string(&out).unwrap(), "old");
        assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(run(["report", STREET, "-o", "/dev/null"]).0, 0);
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}

#[test]
fn words_of_ones_own_are_a_file_of_their_own() {
    let (code, out, err) = run_on(b"polder = 1\n", &["report", "-", "--locale", "-"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("standard input can only be one of"), "{err}");
    let (plain, marked) = ("party = actor\n", "\u{feff}party = actor\n");
    let [plain, marked] = [plain, marked].map(|words| run_on(words.as_bytes(), &["report", STREET, "--locale", "-"]));
    assert_eq!(plain.0, 0, "{}", plain.2);
    assert_eq!(plain, marked);
}

#[test]
fn sums_of_the_canvas_and_forces_say_what_they_are() {
    let model = "polder = 1\n[party.a]\n[[claim]]\nparty = \"a\"\nkind = \"missed\"\nimportance = 3\n[[claim]]\nparty = \"a\"\nkind = \"captured\"\nimportance = 2\n[[force]]\nname = \"Night sky\"\nside = \"driving\"\nstrength = 3\nchangeability = 2\n[[force]]\nname = \"Old poles\"\nside = \"driving\"\nstrength = 3\n";
    let (code, out, _) = run_on(model.as_bytes(), &["analyze", "-"]);
    assert_eq!(code, 0);
    for expected in ["party:a: canvas-sum-captured = 2", "party:a: canvas-sum-missed = 3", "act first on: Night sky"] {
        assert!(out.contains(expected), "{expected} is not in\n{out}");
    }
    assert!(!out.contains("force-1") && out.contains("Old poles"), "{out}");
}

#[test]
fn cuts_and_rings_of_ones_own() {
    let (code, out, _) =
        run(["analyze", STREET, "--only", "salience", "--cut", "power=5,urgency=median", "--cut", "legitimacy=4.5"]);
    assert_eq!(code, 0);
    assert!(out.contains("power is high from 5, legitimacy is high from 4.5, urgency is high from 3\n"), "{out}");
    let file = place("rings").join("own.toml");
    let own = "polder = 1\n[party.a]\nsector = \"school\"\nring = { actual = \"hoort\", wished = \"beslist\" }\n";
    fs::write(&file, own).unwrap();
    let (code, out, _) =
        run(["analyze", text(&file), "--only", "rings", "--rings", "hoort,praat,beslist", "--sectors", "school"]);
    assert_eq!(code, 0);
    assert!(out.contains("a: wished beslist, actual hoort: wants-closer (strength 1)"), "{out}");
    let (code, out, _) =
        run(["report", text(&file), "--lang", "nl", "--rings", "hoort,praat,beslist", "--sectors", "school"]);
    assert_eq!(code, 0);
    assert!(out.contains("wil dichterbij komen") || out.contains("Wil dichterbij komen"), "{out}");
    for (args, said) in [
        (["--cut", "powr=4"], "`powr=4`: there is no such cut"),
        (["--cut", "attitude=1"], "`attitude=1`: there is no such cut"),
        (["--cut", "power=high"], "`power=high` is not a cut"),
        (["--cut", "power"], "`power` is not a cut"),
        (["--cut", "power=9"], "`power=9`: 9 is not on the scale of power"),
        (["--cut", "power=3,power=4"], "the cut of power is given twice"),
        (["--rings", "one"], "--rings: there must be two rings or more"),
        (["--rings", "a,a"], "--rings: `a` stands in the list twice"),
        (["--sectors", "A"], "`A` is not an id"),
    ] {
        let (code, out, err) = run(["analyze", STREET].into_iter().chain(args));
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(said), "{err}");
    }
}

#[test]
fn a_report_tells_what_changed_since() {
    let before = place("since").join("before.toml");
    let file = fs::read_to_string(STREET).unwrap().replacen("attitude       = -2\n", "attitude       = -1\n", 1);
    fs::write(&before, file).unwrap();
    let (code, out, _) = run(["report", STREET, "--since", text(&before), "--lang", "nl"]);
    assert_eq!(code, 0);
    assert!(out.contains("Netto van +100,5 naar +90,5 (−10)."), "{out}");
    assert!(out.contains("- Buurtgroep Hofkwartier: −10, door houding van −1 naar −2 (−10)."), "{out}");
    let (_, out, _) = run(["report", STREET, "--since", STREET]);
    assert!(out.contains("The force field and the grids have not changed."), "{out}");
    let file = fs::read_to_string(STREET).unwrap().replacen("signed      = 2\n", "signed      = 3\n", 1);
    fs::write(&before, file).unwrap();
    let (code, out, _) = run(["report", STREET, "--since", text(&before)]);
    assert_eq!(code, 0);
    assert!(out.contains("The two files are on different scales (−3 to +3 and −2 to +2)"), "{out}");
    let (_, out, _) = run(["compare", text(&before), "--set", "gemeente.power=4", "--cut", "power=5"]);
    assert!(out.contains("power_interest: party:gemeente from key-players to keep-informed"), "{out}");
}

#[test]
fn advice_of_ones_own_reaches_report_and_analysis() {
    let file = place("advice").join("own.toml");
    let own = "polder-advice = 1\nextends = \"handbook\"\n[[advice]]\nquadrant = \"key-players\"\n\
               support = \"opponent\"\nlevel = \"co-decide\"\ngoal = { nl = \"Bak samen een taart.\" }\n";
    fs::write(&file, own).unwrap();
    let (code, out, err) = run(["report", STREET, "--lang", "nl", "--advice", text(&file)]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Bak samen een taart."), "{out}");
    let (code, out, _) = run(["analyze", STREET, "--only", "communication_plan", "--advice", text(&file)]);
    assert_eq!(code, 0);
    assert!(out.contains("privacystichting: key-players (on the border), opponent: co-decide"), "{out}");
    let (code, _, err) = run(["report", STREET, "--advice", text(&file), "-o", text(&file)]);
    assert_eq!(code, 2);
    assert!(err.contains("is also read"), "{err}");
    assert_eq!(fs::read_to_string(&file).unwrap(), own, "the advice is not replaced");
    fs::write(&file, "polder-advice = 1\n[[advice]]\nquadrant = \"key-player\"\nlevel = \"bake\"\n").unwrap();
    let (code, out, err) = run(["report", STREET, "--advice", text(&file)]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("key-players") && err.contains("bake"), "{err}");
    let (code, _, err) = run(["analyze", "-", "--advice", "-"]);
    assert_eq!(code, 2);
    assert!(err.contains("standard input cannot be both the model and the advice"), "{err}");
}

#[test]
fn a_review_tells_what_is_not_met_and_why() {
    let (code, out, err) = run(["review", STREET, "--near", "25", "--lang", "nl"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Hieraan is nog niet voldaan") && out.contains("Wat te doen:"), "{out}");
    assert!(out.contains("Zonder toelichting: niet voldaan."), "{out}");
    let (code, out, _) = run(["review", STREET, "--off", "field-size,usual-voices", "--format", "json"]);
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let verdicts = json["review"]["result"]["verdicts"].as_array().unwrap();
    assert_eq!(verdicts.len(), 16);
    assert!(verdicts.iter().all(|v| v["rule"] != "field-size" && v["state"].is_string()));
    for (args, said) in [
        (vec!["review", STREET, "--off", "field-sise"], "did you mean `field-size`?"),
        (vec!["review", STREET, "--near", "-1"], "kilometres"),
        (vec!["review", STREET, "--near", "NaN"], "kilometres"),
    ] {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(said), "{err}");
    }
}

#[test]
fn a_report_reviews_as_it_is_asked_to() {
    let (code, out, err) = run(["report", STREET, "--lang", "nl", "--near", "25", "--off", "field-size"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Zonder toelichting: niet voldaan.") && out.contains("Van de 17 aanbevelingen"), "{out}");
    let (code, _, err) = run(["report", STREET, "--off", "nothing"]);
    assert_eq!(code, 2, "{err}");
}

#[test]
fn the_handbook_lists_its_recommendations() {
    for (lang, said) in [("nl", "Bewoners doen mee als partij."), ("en", "Residents take part as a party.")] {
        let (code, out, err) = run(["handbook", "--lang", lang]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains(said) && out.contains("residents-on-board"), "{out}");
    }
    let (_, out, _) = run(["handbook", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["handbook"].as_array().unwrap().len(), 18);
    assert_eq!(json["handbook"][0]["id"], "leadership-styles-known");
}
