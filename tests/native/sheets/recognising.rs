//! What a file is, by its content.

use seatwork::sheet::{
    BadBytes, Encoding, Markup, NotASheet, SIZE_LIMIT, Workbook, detect_encoding,
};

const GERMAN: &str = "Vorname;Nachname\r\nJürgen;Groß\r\n";

fn utf_16_le(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn utf_16_be(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

/// In Windows-1252, which has the characters of Latin-1 where Latin-1 has them.
fn windows_1252(text: &str) -> Vec<u8> {
    let one = |c: char| u8::try_from(u32::from(c)).expect("it is a character of Latin-1");
    text.chars().map(one).collect()
}

fn check(bytes: impl AsRef<[u8]>, expected: Encoding) {
    let bytes = bytes.as_ref();
    assert_eq!(detect_encoding(bytes, "DE"), Ok(expected), "{bytes:02x?}");
}

#[test]
fn a_mark_decides() {
    let with = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
    check(with(b"\xef\xbb\xbf", b"a\xff"), Encoding::Utf8);
    check(with(b"\xff\xfe", &utf_16_le("日本")), Encoding::Utf16Le);
    check(with(b"\xfe\xff", &utf_16_be("日本")), Encoding::Utf16Be);
}

#[test]
fn without_a_mark_the_bytes_decide() {
    check("a,b\n", Encoding::Utf8);
    check(GERMAN, Encoding::Utf8);
    check(windows_1252(GERMAN), Encoding::Windows1252);
    check(utf_16_le(GERMAN), Encoding::Utf16Le);
    check(utf_16_be(GERMAN), Encoding::Utf16Be);
    // Mostly Chinese and Greek: the zeros are those of separators and line ends.
    let chinese = "姓名\t邮件\r\n王小明\twang@probe.example\r\nΑλέξανδρος\tΝίκος\r\n";
    check(utf_16_le(chinese), Encoding::Utf16Le);
    check(utf_16_be(chinese), Encoding::Utf16Be);
    // A character whose low byte is zero, in both.
    check(utf_16_le("Āa,b\r\n01234567890123456789"), Encoding::Utf16Le);
    check(utf_16_be("Āa,b\r\n01234567890123456789"), Encoding::Utf16Be);
}

#[test]
fn a_file_cut_in_the_middle_of_a_character_is_still_utf_8() {
    for text in [
        "Name\r\nJürgen Grö",
        "Name\r\nJü",
        "Name\r\n10 €",
        "Name\r\n🦀",
        "ü🦀",
    ] {
        let bytes = text.as_bytes();
        let last = text.chars().next_back().map_or(0, char::len_utf8);
        for cut in 1..last {
            let bytes = &bytes[..bytes.len() - cut];
            if bytes == b"Name\r\n10 \xe2" || bytes == b"Name\r\n\xf0" {
                // One byte and nothing else to go by.
                check(bytes, Encoding::Windows1252);
                continue;
            }
            check(bytes, Encoding::Utf8);
            let found = Encoding::Utf8.first_fault(bytes).expect("it is cut");
            assert_eq!(found.at, text.len() - last, "{text}");
        }
    }
    check(windows_1252("Name\r\nAndré"), Encoding::Windows1252);
    check(windows_1252("Name\r\nGroß"), Encoding::Windows1252);
    check(windows_1252("Jürgen,André"), Encoding::Windows1252);
}

#[test]
fn damaged_utf_8_is_not_taken_for_another_encoding() {
    let damaged = [
        "Jürgen\nGroß\nMüller\nWeiß".as_bytes(),
        b"\nx\xfcy\n",
        "Österle".as_bytes(),
    ]
    .concat();
    check(&damaged, Encoding::Utf8);
    let fault = BadBytes { line: 5, at: 29 };
    assert_eq!(Encoding::Utf8.first_fault(&damaged), Some(fault));
}

fn check_refused(bytes: impl AsRef<[u8]>, expected: NotASheet) {
    assert_eq!(detect_encoding(bytes.as_ref(), "DE"), Err(expected));
}

#[test]
fn nothing_is_no_sheet() {
    check_refused([], NotASheet::Empty);
    check_refused(b"\xef\xbb\xbf", NotASheet::OnlyAMark);
    check_refused(b"\xff\xfe", NotASheet::OnlyAMark);
    check_refused(b"\xfe\xff", NotASheet::OnlyAMark);
}

#[test]
fn other_formats_are_named() {
    let zip = |name: &str| [b"PK\x03\x04\x14\0\0\0", name.as_bytes(), b"\0\0"].concat();
    let excel = NotASheet::Workbook(Workbook::Excel);
    check_refused(zip("[Content_Types].xml xl/workbook.xml"), excel);
    check_refused(zip("xl/workbook.bin"), excel);
    let far = [zip("x"), vec![1; 300_000], b"xl/workbook.xml".to_vec()].concat();
    check_refused(far, excel);
    check_refused(
        zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
        NotASheet::Workbook(Workbook::OpenDocument),
    );
    check_refused(zip("users.csv"), NotASheet::Archive);
    check_refused(b"PK\x05\x06\0\0", NotASheet::Archive);
    check_refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
        NotASheet::Workbook(Workbook::OldExcel),
    );
    check_refused(b"%PDF-1.7\n", NotASheet::Pdf);
    for (text, markup) in [
        ("\n <!DOCTYPE html>\n<html>", Markup::Html),
        ("<HTML lang=en>", Markup::Html),
        ("<table><tr>", Markup::Html),
        ("<?xml version=\"1.0\"?>", Markup::Xml),
        ("[\n {\"a\": 1}]", Markup::Json),
        ("{ \"value\": []}", Markup::Json),
        ("[\"a\"]", Markup::Json),
    ] {
        let marked = format!("\u{feff}{text}");
        for bytes in [
            text.into(),
            marked.clone().into(),
            utf_16_le(&marked),
            utf_16_be(text),
        ] {
            check_refused(bytes, NotASheet::Markup(markup));
        }
    }
    for text in [
        "<lia@probe.example>,x",
        "[a],b",
        "{a},b",
        "<b>,c",
        "a,<html>",
    ] {
        check(text, Encoding::Utf8);
    }
    // Their names alone make no other format of a text.
    check("PK,%PDF-,xl/workbook.xml", Encoding::Utf8);
}

#[test]
fn nul_characters_make_no_text_and_the_line_is_told() {
    check_refused(b"a\nb\r\nc\0d", NotASheet::Binary { line: 3 });
    check_refused(b"\xef\xbb\xbfa\0", NotASheet::Binary { line: 1 });
    check_refused(
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        NotASheet::Binary { line: 3 },
    );
    for bytes in [
        utf_16_le("a\rb\r\nc\0d\n"),
        [b"\xff\xfe", &utf_16_le("\n\n\0")[..]].concat(),
    ] {
        check_refused(bytes, NotASheet::Binary { line: 3 });
    }
    check_refused(utf_16_be("abcd\r\ne\0"), NotASheet::Binary { line: 2 });
    // UTF-32, with its mark and without.
    check_refused(b"\xff\xfe\0\0a\0\0\0", NotASheet::Binary { line: 1 });
    check_refused(b"\0\0\0a\0\0\0b", NotASheet::Binary { line: 1 });
}

#[test]
fn a_file_of_20_mb_is_read_and_one_byte_more_is_not() {
    let mut bytes = vec![b'a'; SIZE_LIMIT];
    check(&bytes, Encoding::Utf8);
    bytes.push(b'a');
    check_refused(
        bytes,
        NotASheet::TooLarge {
            bytes: 20 * 1024 * 1024 + 1,
        },
    );
}

fn check_fault(encoding: Encoding, bytes: impl AsRef<[u8]>, expected: Option<(usize, usize)>) {
    let bytes = bytes.as_ref();
    let found = encoding.first_fault(bytes).map(|bad| (bad.line, bad.at));
    assert_eq!(found, expected, "{encoding:?} {bytes:02x?}");
}

#[test]
fn bytes_that_stand_for_nothing_are_found_with_their_line() {
    check_fault(Encoding::Utf8, GERMAN, None);
    check_fault(Encoding::Utf8, b"a\rb\r\nc\n\xff", Some((4, 7)));
    check_fault(Encoding::Utf8, b"\xed\xa0\x80", Some((1, 0)));
    let surrogate = |unit: fn(u16) -> [u8; 2]| {
        let units = ['a' as u16, 0x0d, 0x0a, 0x0d, 0xd800, 'b' as u16];
        units.into_iter().flat_map(unit).collect::<Vec<u8>>()
    };
    check_fault(Encoding::Utf16Le, surrogate(u16::to_le_bytes), Some((3, 8)));
    check_fault(Encoding::Utf16Be, surrogate(u16::to_be_bytes), Some((3, 8)));
    check_fault(Encoding::Utf16Le, utf_16_le("a\n🦀b"), None);
    check_fault(Encoding::Utf16Be, utf_16_be("a\n🦀b"), None);
    check_fault(Encoding::Utf16Le, &utf_16_le("a\nbc")[..7], Some((2, 6)));
    check_fault(Encoding::Utf16Le, &utf_16_le("a\n🦀")[..6], Some((2, 4)));
    // ü of DOS is one of the five bytes that are nothing in Windows-1252.
    check_fault(Encoding::Windows1252, b"a\nM\x81ller", Some((2, 3)));
    check_fault(Encoding::Windows1252, windows_1252(GERMAN), None);
    check_fault(Encoding::MacRoman, (0..=255).collect::<Vec<u8>>(), None);
}

/// A text in an encoding, by the decoder that browsers have.
fn encode(encoding: Encoding, text: &str) -> Vec<u8> {
    let encoder = encoding_rs::Encoding::for_label(encoding.label().as_bytes());
    let (bytes, _, is_faulty) = encoder.expect("it is a label").encode(text);
    assert!(!is_faulty, "{text} can be written in {encoding:?}");
    bytes.into_owned()
}

/// Names in the letters of a country, as its Excel saves them.
const ABROAD: [(Encoding, &[&str], &str); 9] = [
    (
        Encoding::Windows1250,
        &["CZ", "PL", "HU"],
        "Řezníček;Jiří\r\nŽák;Zoë",
    ),
    (
        Encoding::Windows1251,
        &["RU", "BG", "UA"],
        "Щербаков;Юрий\r\nSmith;Иван",
    ),
    (Encoding::Windows1253, &["GR", "CY"], "Γεωργίου;Ελένη"),
    (Encoding::Windows1254, &["TR"], "Yıldız;İsmail"),
    (Encoding::Windows1257, &["EE", "LV", "LT"], "Ķēniņš;Ģirts"),
    (Encoding::ShiftJis, &["JP"], "山田;太郎\r\n表;ソ"),
    (Encoding::Gb18030, &["CN"], "王;小明"),
    (Encoding::Big5, &["TW", "HK"], "許;志明"),
    (Encoding::EucKr, &["KR"], "김;민수"),
];

#[test]
fn without_unicode_the_first_guess_is_what_excel_writes_in_the_country() {
    for (encoding, countries, text) in ABROAD {
        let bytes = encode(encoding, text);
        for country in countries {
            assert_eq!(detect_encoding(&bytes, country), Ok(encoding), "{country}");
            assert_eq!(
                detect_encoding(text.as_bytes(), country),
                Ok(Encoding::Utf8)
            );
        }
        assert!(encoding.is_legacy());
    }
    for country in ["DE", "US", "IS", "", "??"] {
        assert_eq!(
            detect_encoding(&windows_1252(GERMAN), country),
            Ok(Encoding::Windows1252)
        );
    }
}

#[test]
fn western_letters_are_no_greek_or_chinese_ones() {
    for text in ["Jörg;Größe", "Ärzte;Zoë", "É;José", "naïve;Señor"] {
        let bytes = windows_1252(text);
        for (encoding, countries, _) in ABROAD {
            // Central European, Turkish and Baltic encodings have most of these letters themselves.
            let is_latin = matches!(
                encoding,
                Encoding::Windows1250 | Encoding::Windows1254 | Encoding::Windows1257
            );
            if !is_latin {
                let found = detect_encoding(&bytes, countries[0]);
                assert_eq!(found, Ok(Encoding::Windows1252), "{text} {encoding:?}");
            }
        }
    }
}

#[test]
fn what_has_no_fault_can_be_decoded_by_its_label() {
    let single: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    let pairs = (0..=0xffff_u16).map(|pair| pair.to_be_bytes().to_vec());
    let others = [
        b"a\nb\xfc\x81".to_vec(),
        GERMAN.as_bytes().to_vec(),
        utf_16_le("x\u{1f980}"),
        b"\x81\x30\x81\x30".to_vec(),
        b"\x81\x30\x81".to_vec(),
    ];
    let all: Vec<_> = single.into_iter().chain(pairs).chain(others).collect();
    for encoding in Encoding::ALL {
        let decoder = encoding_rs::Encoding::for_label(encoding.label().as_bytes());
        let decoder = decoder.expect("it is a label of the standard");
        let is_of_pairs = matches!(
            encoding,
            Encoding::ShiftJis | Encoding::Gb18030 | Encoding::Big5 | Encoding::EucKr
        );
        for bytes in &all {
            let (text, is_faulty) = decoder.decode_without_bom_handling(bytes);
            let is_found = encoding.first_fault(bytes).is_some();
            // The standard makes control characters of bytes that are nothing.
            let is_control = |c: char| ('\u{80}'..'\u{a0}').contains(&c);
            if is_found {
                assert!(
                    is_faulty || text.contains(is_control),
                    "{encoding:?} {bytes:02x?}"
                );
            } else {
                // Not every pair of bytes is a character.
                assert!(!is_faulty || is_of_pairs, "{encoding:?} {bytes:02x?}");
            }
        }
    }
}
