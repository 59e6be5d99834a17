//! Finds the paths in Rust source: `use` trees taken apart, and every other `root::…`. Comments and literals are skipped.

use std::iter::Peekable;
use std::str::CharIndices;

/// A path as it is written, from its first segment on.
#[derive(Debug, PartialEq, Eq)]
pub struct Path {
    /// The line it begins in, from 1.
    pub line: usize,
    /// Its segments; `*` for all.
    pub segments: Vec<String>,
    /// The inline modules (`mod tests { … }`) that it stands in.
    pub within: Vec<String>,
}

/// Every path of the source.
pub fn paths(source: &str) -> Vec<Path> {
    let mut reader = Reader {
        tokens: tokens(source),
        at: 0,
        depth: 0,
        within: Vec::new(),
        found: Vec::new(),
    };
    while let Some(token) = reader.next() {
        reader.take(&token);
    }
    reader.found
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Word(String),
    /// `::`
    Join,
    Sign(char),
}

#[derive(Debug, Clone)]
struct Token {
    line: usize,
    kind: Kind,
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    /// Inline modules, each with the depth of braces that it ends at.
    within: Vec<(String, usize)>,
    found: Vec<Path>,
}

impl Reader {
    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn kind(&self, ahead: usize) -> Option<&Kind> {
        self.tokens.get(self.at + ahead).map(|token| &token.kind)
    }

    /// Takes the next token if it is this one.
    fn skip(&mut self, kind: &Kind) -> bool {
        let is_it = self.kind(0) == Some(kind);
        self.at += usize::from(is_it);
        is_it
    }

    fn take(&mut self, token: &Token) {
        match &token.kind {
            Kind::Sign('{') => self.depth += 1,
            Kind::Sign('}') => {
                self.depth = self.depth.saturating_sub(1);
                if self.within.last().is_some_and(|(_, at)| *at == self.depth) {
                    self.within.pop();
                }
            }
            Kind::Word(word) if word == "use" && self.kind(0) != Some(&Kind::Sign('<')) => {
                self.skip(&Kind::Join);
                self.tree(&[], token.line);
            }
            Kind::Word(word) if word == "mod" => {
                if let (Some(Kind::Word(name)), Some(Kind::Sign('{'))) =
                    (self.kind(0), self.kind(1))
                {
                    self.within.push((name.clone(), self.depth));
                }
            }
            Kind::Word(word) if word == "extern" => {
                if self.skip(&Kind::Word("crate".to_owned()))
                    && let Some(Kind::Word(name)) = self.kind(0).cloned()
                {
                    self.add(token.line, vec![name]);
                }
            }
            Kind::Word(word) if self.kind(0) == Some(&Kind::Join) => {
                let mut segments = vec![word.clone()];
                while self.kind(0) == Some(&Kind::Join) {
                    let Some(Kind::Word(next)) = self.kind(1).cloned() else {
                        break;
                    };
                    segments.push(next);
                    self.at += 2;
                }
                self.add(token.line, segments);
            }
            Kind::Word(_) | Kind::Join | Kind::Sign(_) => {}
        }
    }

    /// One branch of a `use` tree, behind these segments.
    fn tree(&mut self, before: &[String], line: usize) {
        let mut segments = before.to_vec();
        while let Some(token) = self.next() {
            match token.kind {
                Kind::Word(word) if word == "as" => {
                    self.next();
                }
                Kind::Word(word) => segments.push(word),
                Kind::Join => {}
                Kind::Sign('*') => segments.push("*".to_owned()),
                Kind::Sign('{') => {
                    while !self.skip(&Kind::Sign('}')) && self.at < self.tokens.len() {
                        let line = self.tokens[self.at].line;
                        self.tree(&segments, line);
                        self.skip(&Kind::Sign(','));
                    }
                    return;
                }
                // The end of the branch: `,` or `}` of the group around it, or `;`.
                Kind::Sign(_) => {
                    self.at -= 1;
                    break;
                }
            }
        }
        self.add(line, segments);
    }

    fn add(&mut self, line: usize, segments: Vec<String>) {
        let within = self.within.iter().map(|(name, _)| name.clone()).collect();
        self.found.push(Path {
            line,
            segments,
            within,
        });
    }
}

fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let rest = &source[at..];
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment(rest)
        } else {
            literal(rest).unwrap_or_default()
        };
        if skipped > 0 {
            line += rest[..skipped].matches('\n').count();
            advance(&mut chars, at + skipped);
        } else if c == '\n' {
            line += 1;
        } else if is_word(c) {
            let raw = usize::from(rest.starts_with("r#")) * 2;
            let length = rest[raw..]
                .find(|c| !is_word(c))
                .map_or(rest.len(), |length| length + raw);
            advance(&mut chars, at + length);
            let kind = Kind::Word(rest[raw..length].to_owned());
            tokens.push(Token { line, kind });
        } else if rest.starts_with("::") {
            chars.next();
            let kind = Kind::Join;
            tokens.push(Token { line, kind });
        } else if !c.is_whitespace() {
            let kind = Kind::Sign(c);
            tokens.push(Token { line, kind });
        }
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn advance(chars: &mut Peekable<CharIndices<'_>>, to: usize) {
    while chars.next_if(|(at, _)| *at < to).is_some() {}
}

/// The length of the block comment that the text begins with; they nest.
fn comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of the text or character literal that the text begins with.
fn literal(text: &str) -> Option<usize> {
    let prefix = ["b", "c", "br", "cr", "r", ""]
        .into_iter()
        .filter(|prefix| text.starts_with(prefix))
        .max_by_key(|prefix| {
            // The longest one behind which a literal really begins.
            let rest = &text[prefix.len()..];
            let raw = prefix.ends_with('r') && rest.trim_start_matches('#').starts_with('"');
            (raw || rest.starts_with(['"', '\''])).then_some(prefix.len())
        })?;
    let rest = &text[prefix.len()..];
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    if prefix.ends_with('r') && rest[hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        let body = prefix.len() + hashes + 1;
        return Some(
            text[body..]
                .find(&end)
                .map_or(text.len(), |at| body + at + end.len()),
        );
    }
    let quote = rest.chars().next().filter(|c| "\"'".contains(*c))?;
    let mut body = rest.char_indices().skip(1);
    if quote == '\'' {
        // A lifetime has no quote behind its first character.
        let first = body.clone().next()?.1;
        let second = body.clone().nth(1)?.1;
        if first != '\\' && second != '\'' {
            return None;
        }
    }
    while let Some((at, c)) = body.next() {
        if c == '\\' {
            body.next();
        } else if c == quote {
            return Some(prefix.len() + at + 1);
        }
    }
    Some(text.len())
}
