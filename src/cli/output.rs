//! Writing: the answer to standard output or a file, everything else to standard error.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::document::is_odd;

/// Why a subcommand ended without its answer, or with an answer that is no success.
#[derive(Debug)]
pub(super) enum Stop {
    /// The file has problems, which have been shown.
    Problems,
    /// It was called wrongly, or something cannot be read or written.
    Usage {
        /// What is wrong.
        message: String,
        /// What may put it right.
        help: Option<String>,
    },
}

impl Stop {
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), help: None }
    }

    pub(super) fn with_help(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), help: Some(help.into()) }
    }
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Where the answer goes.
#[derive(Debug, Args)]
pub(super) struct Target {
    /// Write to this file instead of standard output; one that is there is replaced
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Target {
    /// Refuses to write over a file that is read.
    pub(super) fn spare(&self, read: &[&Path]) -> Result<(), Stop> {
        self.file().map_or(Ok(()), |path| Self::spare_all(path, read))
    }

    /// Refuses a file to write that is read as well.
    pub(super) fn spare_all(path: &Path, read: &[&Path]) -> Result<(), Stop> {
        match read.iter().find(|input| is_same(path, input)) {
            Some(input) => Err(Stop::with_help(
                format!("`{}` is also read: it is not replaced", show(input)),
                "give another file to write to",
            )),
            None => Ok(()),
        }
    }

    /// Refuses a second file to write where the answer goes: to standard output where there is no target.
    pub(super) fn part(path: &Path, target: Option<&Self>) -> Result<(), Stop> {
        let answer = target.and_then(Self::file).unwrap_or(Path::new("/dev/stdout"));
        if !is_one(path, answer) && !would_be_same(path, answer) {
            return Ok(());
        }
        let message = format!("the answer goes to `{}` already", show(path));
        Err(Stop::with_help(message, "give two different files"))
    }

    /// Writes the answer. A reader that has gone away is no error.
    pub(super) fn write(&self, answer: &str) -> Result<(), Stop> {
        let Some(path) = self.file() else { return data(answer) };
        replace(path, answer, Readers::AsBefore).map_err(|e| unwritten(path, &e))
    }

    /// What the name of the file ends in, in small letters.
    pub(super) fn extension(&self) -> Option<String> {
        Some(self.file()?.extension()?.to_string_lossy().to_lowercase())
    }

    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|p| *p != Path::new("-"))
    }
}

/// Writes a file that nobody but its owner may read.
pub(super) fn write_secret(path: &Path, answer: &str) -> Result<(), Stop> {
    replace(path, answer, Readers::Owner).map_err(|e| unwritten(path, &e))
}

fn unwritten(path: &Path, error: &io::Error) -> Stop {
    let why = match path.parent().filter(|p| !p.as_os_str().is_empty() && !p.exists()) {
        Some(directory) => format!("there is no directory `{}`", show(directory)),
        None => reason(error),
    };
    Stop::usage(format!("`{}` cannot be written: {why}", show(path)))
}

/// Who may read a file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Those who could before; those whom the system lets, where there was none.
    AsBefore,
    /// Its owner, where the system knows such a thing.
    Owner,
}

impl Readers {
    /// How a file is opened that may be new.
    fn opening(self) -> OpenOptions {
        let mut options = OpenOptions::new();
        options.write(true);
        #[cfg(unix)]
        if self == Self::Owner {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        options
    }

    /// Sees to it that nobody else may read a file.
    fn enforce(self, file: &File, old: Option<&fs::Metadata>) -> io::Result<()> {
        match (self, old) {
            (Self::AsBefore, Some(old)) => file.set_permissions(old.permissions()),
            (Self::AsBefore, None) => Ok(()),
            #[cfg(unix)]
            (Self::Owner, _) => file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600)),
            #[cfg(not(unix))]
            (Self::Owner, _) => Ok(()),
        }
    }

    /// Writes to a file in its place.
    fn write(self, path: &Path, answer: &str) -> io::Result<()> {
        let mut file = self.opening().create(true).truncate(true).open(path)?;
        if self == Self::Owner && file.metadata()?.is_file() {
            self.enforce(&file, None)?;
        }
        file.write_all(answer.as_bytes())
    }
}

/// Writes a file whole or not at all: beside it first, then in its place. What is no regular file is written to as it is.
fn replace(path: &Path, answer: &str, readers: Readers) -> io::Result<()> {
    let old = match fs::symlink_metadata(path) {
        Ok(_) => {
            // A link stays one; what it leads to is replaced.
            let whole = fs::canonicalize(path).and_then(|p| Ok((fs::metadata(&p)?, p)));
            let Some((old, whole)) = whole.ok().filter(|(old, _)| old.is_file()) else {
                return readers.write(path, answer);
            };
            // A file that may not be written must not be replaced either.
            OpenOptions::new().write(true).open(&whole)?;
            Some((old, whole))
        }
        Err(_) => None,
    };
    let target = old.as_ref().map_or(path, |(_, whole)| whole.as_path());
    let Some(name) = target.file_name() else { return readers.write(path, answer) };
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = target.with_file_name(beside);
    let Ok(mut file) = readers.opening().create_new(true).open(&beside) else {
        // The directory takes no new files; the file itself may still be written.
        return readers.write(path, answer);
    };
    let permissions = readers.enforce(&file, old.as_ref().map(|(old, _)| old));
    let written = permissions.and_then(|()| file.write_all(answer.as_bytes())).and_then(|()| file.sync_all());
    drop(file);
    let done = written.and_then(|()| fs::rename(&beside, target));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// Whether two names mean one regular file.
fn is_same(a: &Path, b: &Path) -> bool {
    let b = if b == Path::new("-") { Path::new("/dev/stdin") } else { b };
    fs::metadata(a).is_ok_and(|a| a.is_file()) && is_one(a, b)
}

/// Whether two names mean one file, pipe or terminal; all may be written to the one that forgets everything.
fn is_one(a: &Path, b: &Path) -> bool {
    let (Ok(x), Ok(y)) = (fs::metadata(a), fs::metadata(b)) else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let forgets = fs::metadata("/dev/null").is_ok_and(|null| (null.dev(), null.ino()) == (x.dev(), x.ino()));
        !forgets && (x.dev(), x.ino()) == (y.dev(), y.ino())
    }
    #[cfg(not(unix))]
    {
        let whole = |p: &Path| fs::canonicalize(p).ok();
        x.is_file() && y.is_file() && whole(a).is_some() && whole(a) == whole(b)
    }
}

/// Where a link leads that leads to nothing yet; any other name as it is.
fn led(path: &Path) -> PathBuf {
    // More links than a system follows.
    const MOST: usize = 64;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        let Ok(to) = fs::read_link(&path) else { break };
        path = path.parent().map_or(to.clone(), |folder| folder.join(&to));
    }
    path
}

/// Whether two names that mean no file yet would mean the same one.
fn would_be_same(a: &Path, b: &Path) -> bool {
    let place = |path: &Path| {
        let path = led(path);
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some((fs::canonicalize(folder).ok()?, path.file_name()?.to_owned()))
    };
    a == b || place(a).is_some_and(|a| place(b) == Some(a))
}

/// Writes text for people to standard output, with its colours where a terminal shows them.
pub(super) fn text(answer: &str) -> Result<(), Stop> {
    written(anstream::stdout().lock(), answer)
}

/// Writes data to standard output, byte for byte; on a terminal, control characters are escaped.
pub(super) fn data(answer: &str) -> Result<(), Stop> {
    let out = io::stdout().lock();
    let answer = if out.is_terminal() { clean(answer) } else { Cow::Borrowed(answer) };
    written(out, &answer)
}

fn written(mut out: impl Write, answer: &str) -> Result<(), Stop> {
    match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(Stop::usage(format!("standard output cannot be written: {}", reason(&e))))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; if that is closed, nobody listens.
pub(super) fn note(message: &str) {
    let mut out = anstream::stderr().lock();
    let _ = writeln!(out, "{}", message.trim_end_matches('\n'));
}

/// Shows what the argument parser has to say: help, the version or a complaint.
pub(super) fn usage(answer: &clap::Error) -> ExitCode {
    // A closed pipe is no error here either.
    let _ = answer.print();
    if answer.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

/// A file name that is safe to show.
pub(super) fn show(path: &Path) -> String {
    if path == Path::new("-") {
        return "<stdin>".into();
    }
    one_line(&path.to_string_lossy())
}

/// What went wrong with a file, as our sentences are written.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".into(),
        ErrorKind::PermissionDenied => "permission is denied".into(),
        ErrorKind::IsADirectory => "it is a directory".into(),
        _ => clean(&error.to_string()).into_owned(),
    }
}

/// The text with odd characters as `\u001b`, which is also how JSON and TOML write them.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_odd(c) { out.push_str(&format!("\\u{:04x}", u32::from(c))) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// The text on one line.
pub(super) fn one_line(text: &str) -> String {
    clean(text).replace('\n', "\\n").replace('\t', "\\t")
}

/// A number with its noun.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_escaped_and_others_are_not() {
        assert_eq!(clean("a\u{1b}[31m\u{202e}\u{9b}\r\n\té"), "a\\u001b[31m\\u202e\\u009b\\u000d\n\té");
        assert_eq!(clean("a\u{2028}b\u{ffff}"), "a\\u2028b\\uffff");
        assert_eq!(one_line("a\nb\tc"), "a\\nb\\tc");
        assert!(matches!(clean("één\n"), Cow::Borrowed(_)));
    }
}
