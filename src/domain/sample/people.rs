//! Common given and family names.

/// The names of a part of the world.
#[derive(Clone, Copy)]
pub(super) struct People {
    pub(super) first: &'static [&'static str],
    pub(super) last: &'static [&'static str],
}

#[rustfmt::skip]
pub(super) const GERMAN: People = People {
    first: &[
        "Anna", "Lena", "Sophie", "Käthe", "Jana", "Birgit", "Ute", "Mareike", "Frauke",
        "Hannelore", "Özlem", "Ayşe", "Jürgen", "Lukas", "Björn", "Götz", "Tobias", "Matthias",
        "Uwe", "Jörg", "Karl-Heinz", "Sören", "Mehmet", "Paweł",
    ],
    last: &[
        "Müller", "Schmidt", "Weiß", "Schäfer", "Köhler", "Großmann", "Krüger", "Vogt", "Böttcher",
        "Jäger", "Yılmaz", "Hoffmann", "Lindner", "Keßler", "Brandt", "Dörfler", "Kowalski",
        "von der Heide", "Meyer-Lüdenscheid", "Zimmermann",
    ],
};

#[rustfmt::skip]
pub(super) const ENGLISH: People = People {
    first: &[
        "Amelia", "Olivia", "Grace", "Priya", "Niamh", "Harriet", "Zoe", "Chloe", "Imogen",
        "Fatima", "Oliver", "George", "Harry", "Callum", "Rhys", "Declan", "Mohammed", "Toby",
        "Jack", "Angus", "Ewan", "Siân", "Eleanor", "Liam",
    ],
    last: &[
        "Smith", "Jones", "Taylor", "O'Brien", "Patel", "Clarke", "Robertson", "MacLeod", "Hughes",
        "Khan", "Walker", "Fitzgerald", "Ward", "Baker", "Turner", "Okafor", "Campbell",
        "Hargreaves", "Ng", "Thornton-Lee", "Singh", "Wood",
    ],
};

#[rustfmt::skip]
pub(super) const FRENCH: People = People {
    first: &[
        "Chloé", "Léa", "Inès", "Zoé", "Gaëlle", "Hélène", "Jean-Luc", "François", "Mathéo", "Rémi",
        "Loïc", "Amine",
    ],
    last: &[
        "Martin", "Lefèvre", "Bénard", "Dubois", "Moreau", "Garçon", "Hébert", "N'Diaye", "Roussel",
        "de la Tour",
    ],
};

#[rustfmt::skip]
pub(super) const IBERIAN: People = People {
    first: &[
        "Lucía", "Sofía", "Begoña", "Inés", "Ximena", "Paula", "Conceição", "Joaquín", "Íñigo",
        "Andrés", "Álvaro", "Hugo", "João", "Matías", "Raúl", "Martín",
    ],
    last: &[
        "García", "Muñoz", "Ibáñez", "Peña", "Núñez", "Rodríguez", "Gonçalves", "Vázquez", "Castro",
        "Herrera", "Ochoa", "Domínguez", "Araújo", "Quiroga",
    ],
};

#[rustfmt::skip]
pub(super) const ITALIAN: People = People {
    first: &[
        "Giulia", "Martina", "Noemi", "Chiara", "Beatrice", "Niccolò", "Matteo", "Luca", "Davide",
        "Tommaso",
    ],
    last: &[
        "Rossi", "Bianchi", "D'Angelo", "Nicolò", "Ferrari", "Greco", "Lo Presti", "Gallo",
        "Moretti", "Conti",
    ],
};

#[rustfmt::skip]
pub(super) const NORDIC: People = People {
    first: &[
        "Ingrid", "Åse", "Solveig", "Märta", "Freja", "Aino", "Guðrún", "Silje", "Bjørn", "Håkon",
        "Øyvind", "Jørgen", "Göran", "Pekka", "Søren", "Eirik",
    ],
    last: &[
        "Hansen", "Østby", "Ødegård", "Lindström", "Sørensen", "Bakke", "Ångström", "Virtanen",
        "Jónsdóttir", "Dahl", "Nygård", "Solberg", "Håland", "Kjær",
    ],
};

#[rustfmt::skip]
pub(super) const WORLD: People = People {
    first: &[
        "Aaliyah", "Abigail", "Ahmed", "Akira", "Alejandra", "Amara", "Anders", "Anika", "Arjun",
        "Aoife", "Beatriz", "Brandon", "Carlos", "Carmen", "Chen", "Chiara", "Daan", "Daniela",
        "Diego", "Elif", "Emily", "Emre", "Esther", "Ethan", "Eva", "Farah", "Fleur", "Gabriel",
        "Grace", "Hana", "Haruto", "Hiroshi", "Isabel", "Ivan", "Jasper", "Jacob", "Jin",
        "Josefine", "Kaito", "Kofi", "Kwame", "Lars", "Leila", "Lotte", "Lucas", "Madison", "Maria",
        "Mei", "Miguel", "Mila", "Nadia", "Naomi", "Nia", "Noor", "Olga", "Omar", "Pieter", "Rahul",
        "Rosa", "Sanne", "Sara", "Sven", "Tariq", "Thandi", "Tomáš", "Valentina", "Wei", "Willem",
        "Yuki", "Zanele",
    ],
    last: &[
        "Abara", "Adeyemi", "Ali", "Andersson", "Bakker", "Banerjee", "Becker", "Brown", "Castillo",
        "Chang", "Cohen", "Costa", "Davis", "de Vries", "Diaz", "Dlamini", "Dvořák", "Edwards",
        "Fischer", "Flores", "Garcia", "Gupta", "Haddad", "Hernandez", "Horvat", "Ito", "Jackson",
        "Jansen", "Johnson", "Kaya", "Kim", "Kovács", "Kumar", "Larsen", "Lee", "Lewis", "Lopez",
        "Mbeki", "Mensah", "Miller", "Mitchell", "Moore", "Mwangi", "Nakamura", "Nguyen", "Novak",
        "Okonkwo", "Olsen", "Osei", "Park", "Patel", "Pereira", "Petrov", "Popescu", "Ramirez",
        "Reyes", "Robinson", "Sato", "Schneider", "Silva", "Smit", "Suzuki", "Tanaka", "Thompson",
        "Torres", "Tran", "van Dijk", "Visser", "Wang", "Williams", "Wilson", "Wright", "Yamamoto",
        "Young", "Zhang",
    ],
};
