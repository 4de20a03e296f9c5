# Анкета глазами методиста, как её показывает `tashxis check`.
inventory-title = { $title }, версия { $version }
inventory-questions = Вопросы
inventory-questions-of = человек отвечает на { $answerable }, из них оценивается { $items }
inventory-kinds = По видам
inventory-full = Полная форма
inventory-quick = Краткая форма
inventory-shortest = Самый короткий путь
inventory-scored = Самый короткий с баллами
inventory-longest = Самый длинный путь
inventory-way = { $questions ->
    [one] { $questions } вопрос
    [few] { $questions } вопроса
    [many] { $questions } вопросов
   *[other] { $questions } вопроса
}; минут: { $minutes }
inventory-search = Как найдено
inventory-search-exact = Пройдены все ответы, которые различает маршрут.
inventory-search-sampled = Некоторые условия вычисляют с ответами или читают тексты и даты: испробованы типичные ответы. Другие могут дать путь короче или длиннее.
inventory-search-bounded = Сочетаний ответов слишком много: пройдены самые многообещающие. Возможен путь короче или длиннее.
inventory-timing = Минуты: 150 слов в минуту на вопросы, подсказки и варианты и 10 секунд на каждый ответ; пояснения для интервьюера не считаются.
inventory-areas = Направления
inventory-area = показателей { $items } · в краткой форме { $quick } · о среде { $environment } · вес { $weight }
inventory-facets = Грани
inventory-facet = показателей { $items } · в краткой форме { $quick } · о среде { $environment }
inventory-facet-too-few = показателей { $items } · в краткой форме { $quick } · о среде { $environment } · для балла слишком мало
inventory-languages = Языки
inventory-language = текстов: { $translated } из { $texts }; слов: { $words }
inventory-language-none = в этом файле нет
inventory-same = Совпадает с другим языком: { $count }. Возможно, не переведено: { $some }
inventory-advice = Советы
inventory-recommendations = Рекомендации
inventory-recommendations-of = { $recommendations }; программ: { $programmes }; наборов эталонных ответов: { $references }
inventory-uncovered = Показатели без советов
inventory-unfired = Не вызваны эталонами
inventory-none = нет
