# Профиль в PDF.
pdf-cannot-make = Не удалось создать PDF: { $cause }.
pdf-missing-characters =
    { $count ->
        [one] В шрифте PDF нет { $count } знака. Впервые он стоит здесь: { $characters }{ $rest ->
            [0] { "" }
           *[other] { " " }… и ещё { $rest }.
        }
       *[other] В шрифте PDF нет { $count } знаков. Впервые они стоят здесь: { $characters }{ $rest ->
            [0] { "" }
           *[other] { " " }… и ещё { $rest }.
        }
    }
pdf-missing-characters-hint = В файле вместо такого знака стоит его номер: [U+…]. В HTML видны все знаки.
pdf-without-logo = Логотип не вошёл в PDF.
pdf-without-logo-hint = Для PDF нужен логотип в формате PNG, не больше 4000 × 4000 точек. Логотипы SVG видны в HTML.
