# Шаблоны: отчёты от имени организации.
template-colour = «{ $value }» — не цвет.
template-colour-hint = запишите его знаком # и шестью шестнадцатеричными цифрами, например { $example }
template-pale = Цвет «{ $value }» не читается на белой бумаге.
template-pale-hint = возьмите темнее: контраст с белым должен быть не меньше 4,5
template-no-logo = Логотип { $file } не удаётся прочитать: { $cause }.
template-large-logo = Логотип { $file } больше { $most } КиБ.
template-other-logo = Логотип { $file } — не SVG и не PNG.
template-broken = Шаблон { $path } использовать нельзя.
template-hint = ключи шаблона объяснены в docs/report-template.md
template-only-pages = Шаблон бывает только для html, pdf и md, не для { $format }.
cli-arg-template = Печатать с названием, логотипом, цветом и текстами из этого файла; без него — template.toml в папке настроек
