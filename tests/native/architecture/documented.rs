//! Every file, public type and public function says what it is. Fields, variants and methods may
//! speak for themselves, which the lint `missing_docs` does not let them.

use syn::visit::{self, Visit};

/// Returns what the file leaves undocumented, each with its line.
pub fn undocumented(file: &str, source: &str) -> Vec<String> {
    let parsed = syn::parse_file(source).expect("the program compiles");
    let mut finder = Finder::default();
    if !is_documented(&parsed.attrs) {
        finder.found.push((1, "the file".to_owned()));
    }
    finder.visit_file(&parsed);
    let line = |(line, what)| format!("{file}:{line}: {what} has no documentation");
    finder.found.into_iter().map(line).collect()
}

#[derive(Default)]
struct Finder {
    found: Vec<(usize, String)>,
}

impl Finder {
    fn check(
        &mut self,
        attributes: &[syn::Attribute],
        visibility: &syn::Visibility,
        name: &syn::Ident,
    ) {
        if matches!(visibility, syn::Visibility::Public(_)) && !is_documented(attributes) {
            let line = name.span().start().line;
            self.found.push((line, name.to_string()));
        }
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        match item {
            syn::Item::Const(item) => self.check(&item.attrs, &item.vis, &item.ident),
            syn::Item::Enum(item) => self.check(&item.attrs, &item.vis, &item.ident),
            syn::Item::Fn(item) => self.check(&item.attrs, &item.vis, &item.sig.ident),
            syn::Item::Static(item) => self.check(&item.attrs, &item.vis, &item.ident),
            syn::Item::Struct(item) => self.check(&item.attrs, &item.vis, &item.ident),
            syn::Item::Trait(item) => self.check(&item.attrs, &item.vis, &item.ident),
            syn::Item::Type(item) => self.check(&item.attrs, &item.vis, &item.ident),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    // What a function has inside is its own.
    fn visit_block(&mut self, _: &'ast syn::Block) {}
}

fn is_documented(attributes: &[syn::Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("doc"))
}

#[test]
fn public_items_are_found_without_documentation() {
    let source = "//! A file.\n/// Is documented.\npub struct A { pub field: u8 }\n\
                  pub struct B;\npub(crate) struct C;\nimpl A { pub fn d() {} }\n\
                  mod e { pub fn f() {} }\n";
    assert_eq!(
        undocumented("a.rs", source),
        [
            "a.rs:4: B has no documentation",
            "a.rs:7: f has no documentation"
        ]
    );
    assert_eq!(
        undocumented("a.rs", "mod b;\n"),
        ["a.rs:1: the file has no documentation"]
    );
}
