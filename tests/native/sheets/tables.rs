//! Tables as they were read.

use proptest::prelude::*;
use seatwork::sheet::{Separator, Table, read, write};

use crate::support::cases;

fn table(text: &str) -> Table {
    read(text, Separator::Comma).expect("it is right")
}

#[test]
fn what_is_not_there_is_none() {
    let table = table("a,b\nc\n");
    assert_eq!((table.len(), table.is_empty()), (2, false));
    assert_eq!((table.width(0), table.width(1), table.width(2)), (2, 1, 0));
    assert_eq!(table.cell(1, 0), Some("c"));
    assert_eq!(table.cell(1, 1), None);
    assert_eq!(table.cell(2, 0), None);
    assert_eq!(table.cell(0, usize::MAX), None);
    assert_eq!(table.line(2), 0);
    assert_eq!(table.cells(2).len(), 0);
    assert!(Table::default().is_empty());
}

fn texts(table: &Table) -> Vec<(usize, Vec<&str>)> {
    let row = |row| (table.line(row), table.cells(row).collect());
    (0..table.len()).map(row).collect()
}

#[test]
fn rows_and_columns_can_be_left_out_or_added() {
    let table = table("title\n\na,b,c\n1,2,3\n4\n5,6,7,8\n");
    let rest = table.without_rows(1);
    let all = [
        (3, vec!["a", "b", "c"]),
        (4, vec!["1", "2", "3"]),
        (5, vec!["4"]),
        (6, vec!["5", "6", "7", "8"]),
    ];
    assert_eq!(texts(&rest), all);
    assert_eq!(rest.row_at(5), Some(2));
    assert_eq!(table.without_rows(9), Table::default());
    let narrow = rest.without_columns(&[0, 2, 7]);
    let all = [
        (3, vec!["b"]),
        (4, vec!["2"]),
        (5, vec![]),
        (6, vec!["6", "8"]),
    ];
    assert_eq!(texts(&narrow), all);
    let wide = rest.with_column(|row| format!("new {row}"));
    let all = [
        (3, vec!["a", "b", "c", "new 0"]),
        (4, vec!["1", "2", "3", "new 1"]),
        (5, vec!["4", "", "", "new 2"]),
        (6, vec!["5", "6", "7", "8"]),
    ];
    assert_eq!(texts(&wide), all);
}

#[test]
fn rows_have_their_own_width_and_line() {
    let table = table(
        "a,b,c
1,2,3
\"x
\",y
1,2,3,4
",
    );
    let rows: Vec<_> = (0..table.len())
        .map(|row| (table.line(row), table.width(row)))
        .collect();
    assert_eq!(rows, [(1, 3), (2, 3), (3, 2), (5, 4)]);
}

#[test]
fn a_cell_that_is_not_there_cannot_be_set() {
    let mut changed = table("a,b\nc\n");
    let x = || "x".to_owned();
    changed.set(&[((1, 1), x()), ((2, 0), x()), ((0, usize::MAX - 1), x())]);
    assert_eq!(changed, table("a,b\nc\n"));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn cells_can_be_set_and_nothing_else_changes(
        rows in prop::collection::vec(prop::collection::vec("[a-cü]{1,3}", 1..4), 1..5),
        at in prop::collection::vec((any::<(prop::sample::Index, prop::sample::Index)>(), "[x-zß]{0,4}"), 0..4),
    ) {
        let mut rows = rows;
        let mut changed = table(&write(Separator::Comma, &rows));
        let mut texts = Vec::new();
        for ((row, column), text) in at {
            let row = row.index(rows.len());
            let column = column.index(rows[row].len());
            rows[row][column].clone_from(&text);
            texts.push(((row, column), text));
        }
        changed.set(&texts);
        for (number, row) in rows.iter().enumerate() {
            prop_assert!(changed.cells(number).eq(row.iter().map(String::as_str)));
            prop_assert_eq!(changed.line(number), number + 1);
        }
    }
}
