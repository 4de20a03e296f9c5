# PDF koʻrinishidagi profil.
pdf-cannot-make = PDF faylni yaratib boʻlmadi: { $cause }.
pdf-missing-characters =
    PDF shriftida { $count } ta belgi yoʻq. Ular birinchi uchragan joylar: { $characters }{ $rest ->
        [0] { "" }
       *[other] { " " }… va yana { $rest } ta.
    }
pdf-missing-characters-hint = Faylda bunday belgi oʻrnida uning raqami turadi: [U+…]. HTML faylda barcha belgilar koʻrinadi.
pdf-without-logo = Logotip PDF faylga kirmadi.
pdf-without-logo-hint = PDF uchun logotip PNG formatida, koʻpi bilan 4000 × 4000 piksel boʻlishi kerak. SVG logotiplar HTML faylda koʻrinadi.
