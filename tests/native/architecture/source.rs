//! Reads Rust source: the paths in it and the names that it defines.
//!
//! Macro bodies and attributes are token streams without syntax: whatever looks like a path in them
//! counts as one.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// The paths and definitions of a source file.
#[derive(Debug, Default)]
pub struct Source {
    /// Every path, in source order.
    pub paths: Vec<Path>,
    /// Every name defined outside of functions.
    pub definitions: Vec<Definition>,
    /// Does it declare modules in other files (`mod x;`)?
    pub has_child_files: bool,
}

/// A path as it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Path {
    /// The line it begins in, from 1.
    pub line: usize,
    /// Its segments; `*` for all.
    pub segments: Vec<String>,
    /// The inline modules (`mod tests { … }`) that it stands in.
    pub within: Vec<String>,
    /// Does it begin with `::`, so that its first segment is a crate?
    pub is_global: bool,
    pub role: Role,
}

/// Where a path occurs.
#[derive(Debug, PartialEq, Eq)]
pub enum Role {
    /// In a `use`, with the name that it brings into scope.
    Import { name: String, is_public: bool },
    /// As the function of a call.
    Call,
    /// As the name of a macro call.
    Macro,
    /// Anywhere else: a type, a value, a pattern, an attribute.
    Mention,
}

/// A name that the file defines.
#[derive(Debug)]
pub struct Definition {
    pub name: String,
    /// The inline modules that it stands in.
    pub within: Vec<String>,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Item,
    /// An inline module.
    Module,
    /// A `macro_rules!`.
    Macro,
    /// A word in an item macro: it may be the name of an item that the macro makes.
    Made,
}

impl Source {
    /// Does the file define or import this name, other than by `*`?
    pub fn brings_into_scope(&self, name: &str) -> bool {
        let is_defined = self.definitions.iter().any(|defined| defined.name == name);
        let is_it =
            |path: &Path| matches!(&path.role, Role::Import { name: known, .. } if known == name);
        is_defined || self.paths.iter().any(is_it)
    }
}

/// Reads the source.
pub fn read(source: &str) -> syn::Result<Source> {
    let file = syn::parse_file(source)?;
    let mut reader = Reader::default();
    reader.visit_file(&file);
    Ok(reader.source)
}

/// The keys of `#[serde(…)]` whose values are types or functions.
const SERDE_PATHS: [&str; 8] = [
    "serialize_with",
    "deserialize_with",
    "skip_serializing_if",
    "default",
    "try_from",
    "from",
    "into",
    "remote",
];

#[derive(Default)]
struct Reader {
    source: Source,
    within: Vec<String>,
    /// The number of blocks around, such as function bodies.
    blocks: usize,
}

impl Reader {
    fn add(&mut self, line: usize, segments: Vec<String>, is_global: bool, role: Role) {
        self.source.paths.push(Path {
            line,
            segments,
            within: self.within.clone(),
            is_global,
            role,
        });
    }

    fn add_path(&mut self, path: &syn::Path, role: Role) {
        let Some(first) = path.segments.first() else {
            return;
        };
        let line = first.ident.span().start().line;
        let segments = path.segments.iter().map(|segment| text(&segment.ident));
        self.add(line, segments.collect(), path.leading_colon.is_some(), role);
    }

    fn define(&mut self, name: String, kind: Kind) {
        if self.blocks == 0 {
            let within = self.within.clone();
            self.source
                .definitions
                .push(Definition { name, within, kind });
        }
    }

    /// Adds the imports of a `use` tree that stands behind these segments.
    fn add_imports(&mut self, item: &syn::ItemUse, tree: &syn::UseTree, before: &[String]) {
        let behind = |last: &str| [before, &[last.to_owned()]].concat();
        let (line, segments, name) = match tree {
            syn::UseTree::Path(path) => {
                return self.add_imports(item, &path.tree, &behind(&text(&path.ident)));
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.add_imports(item, tree, before);
                }
                return;
            }
            syn::UseTree::Name(leaf) => {
                let name = text(&leaf.ident);
                // `self` in a group brings the name before it into scope.
                let known = before.last().filter(|_| name == "self").unwrap_or(&name);
                (leaf.ident.span(), behind(&name), known.clone())
            }
            syn::UseTree::Rename(leaf) => {
                let segments = behind(&text(&leaf.ident));
                (leaf.ident.span(), segments, text(&leaf.rename))
            }
            syn::UseTree::Glob(leaf) => (leaf.star_token.span, behind("*"), "*".to_owned()),
        };
        let is_public = !matches!(item.vis, syn::Visibility::Inherited);
        let role = Role::Import { name, is_public };
        let line = line.start().line;
        self.add(line, segments, item.leading_colon.is_some(), role);
    }

    /// Adds whatever looks like a path.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += match token {
                TokenTree::Group(group) => {
                    self.add_tokens(group.stream());
                    1
                }
                TokenTree::Ident(word) if word == "use" => self.add_use_in(&tokens[at..]),
                TokenTree::Ident(_) => self.add_path_in(&tokens, at),
                TokenTree::Punct(_) | TokenTree::Literal(_) => 1,
            };
        }
    }

    /// Adds the paths in string literals: `#[serde(with = "path")]`.
    fn add_texts_of_serde(&mut self, meta: &syn::Meta) {
        let syn::Meta::List(list) = meta else {
            return;
        };
        let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
        for triple in tokens.windows(3) {
            let [TokenTree::Ident(key), equals, TokenTree::Literal(literal)] = triple else {
                continue;
            };
            let literal = TokenStream::from(TokenTree::from(literal.clone()));
            let (true, Ok(value)) = (is(equals, '='), syn::parse2::<syn::LitStr>(literal)) else {
                continue;
            };
            if key == "with" {
                // `with` names a module that has this function.
                let path = format!("{}::serialize", value.value());
                let segments = path.split("::").map(str::to_owned).collect();
                let line = value.span().start().line;
                self.add(line, segments, false, Role::Mention);
            } else if SERDE_PATHS.contains(&text(key).as_str())
                && let Ok(of) = value.parse()
            {
                self.visit_type(&of);
            }
        }
    }

    /// Adds the `use` at the start of the tokens. Returns the number of tokens read.
    fn add_use_in(&mut self, tokens: &[TokenTree]) -> usize {
        let length = tokens.iter().position(|token| is(token, ';')).unwrap_or(0) + 1;
        let item: TokenStream = tokens[..length].iter().cloned().collect();
        match syn::parse2(item) {
            Ok(item) => {
                self.visit_item_use(&item);
                length
            }
            Err(_) => 1,
        }
    }

    /// Adds the path that begins here. Returns the number of tokens read.
    fn add_path_in(&mut self, tokens: &[TokenTree], begin: usize) -> usize {
        let sign = |at: usize, sign: char| tokens.get(at).is_some_and(|token| is(token, sign));
        let joined = |at: usize| sign(at, ':') && sign(at + 1, ':');
        let word = |at: usize| match tokens.get(at) {
            Some(TokenTree::Ident(word)) => Some(text(word)),
            _ => None,
        };
        let mut segments: Vec<String> = word(begin).into_iter().collect();
        let mut end = begin + 1;
        while joined(end)
            && let Some(segment) = word(end + 2)
        {
            segments.push(segment);
            end += 3;
        }
        let before = |back: usize, of: char| begin >= back && sign(begin - back, of);
        let is_field = before(1, '.') && !before(2, '.');
        let is_lifetime = before(1, '\'');
        let is_joined = before(1, ':') && before(2, ':');
        // `<T>::name`, and so no path of its own.
        let is_rest = is_joined && before(3, '>');
        let is_label = segments.len() == 1 && sign(end, ':');
        if !(is_field || is_lifetime || is_rest || is_label) {
            let role = match tokens.get(end) {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                    Role::Call
                }
                Some(token) if is(token, '!') && !sign(end + 1, '=') => Role::Macro,
                _ => Role::Mention,
            };
            let line = tokens[begin].span().start().line;
            self.add(line, segments, is_joined, role);
        }
        end - begin
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let name = match item {
            syn::Item::Const(item) => Some(&item.ident),
            syn::Item::Enum(item) => Some(&item.ident),
            syn::Item::Fn(item) => Some(&item.sig.ident),
            syn::Item::Static(item) => Some(&item.ident),
            syn::Item::Struct(item) => Some(&item.ident),
            syn::Item::Trait(item) => Some(&item.ident),
            syn::Item::Type(item) => Some(&item.ident),
            syn::Item::Union(item) => Some(&item.ident),
            _ => None,
        };
        if let Some(name) = name {
            self.define(text(name), Kind::Item);
        }
        visit::visit_item(self, item);
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if let Some(name) = &item.ident {
            self.define(text(name), Kind::Macro);
        }
        let mut words = HashSet::new();
        collect_words(item.mac.tokens.clone(), &mut words);
        for word in words {
            self.define(word, Kind::Made);
        }
        visit::visit_item_macro(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.content.is_none() {
            self.source.has_child_files = true;
            return visit::visit_item_mod(self, item);
        }
        self.define(text(&item.ident), Kind::Module);
        self.within.push(text(&item.ident));
        visit::visit_item_mod(self, item);
        self.within.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_imports(item, &item.tree, &[]);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        let role = Role::Import {
            name: text(item.rename.as_ref().map_or(&item.ident, |(_, name)| name)),
            is_public: false,
        };
        let line = item.ident.span().start().line;
        self.add(line, vec![text(&item.ident)], true, role);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.blocks += 1;
        visit::visit_block(self, block);
        self.blocks -= 1;
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        match &*call.func {
            syn::Expr::Path(function) if function.qself.is_none() => {
                self.add_path(&function.path, Role::Call);
                // Its type arguments.
                visit::visit_path(self, &function.path);
            }
            function => self.visit_expr(function),
        }
        for argument in &call.args {
            self.visit_expr(argument);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add_path(path, Role::Mention);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.add_path(&called.path, Role::Macro);
        self.add_tokens(called.tokens.clone());
    }

    fn visit_token_stream(&mut self, tokens: &'ast TokenStream) {
        self.add_tokens(tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("serde") {
            self.add_texts_of_serde(&attribute.meta);
        }
        visit::visit_attribute(self, attribute);
    }

    // `pub(in path)` uses nothing of what it names.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}

fn collect_words(tokens: TokenStream, words: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect_words(group.stream(), words),
            TokenTree::Ident(word) => drop(words.insert(text(&word))),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Returns the identifier, without `r#` if it is a raw one.
fn text(word: &Ident) -> String {
    let word = word.to_string();
    word.strip_prefix("r#").map_or(word.clone(), str::to_owned)
}
