# The methodologist's view of a questionnaire, as `tashxis check` prints it.
inventory-title = { $title }, version { $version }
inventory-questions = Questions
inventory-questions-of = answered by a person: { $answerable }; of these scored: { $items }
inventory-kinds = By kind
inventory-full = Full form
inventory-quick = Quick form
inventory-shortest = Shortest way
inventory-scored = Shortest with scores
inventory-longest = Longest way
inventory-way = { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}; minutes: { $minutes }
inventory-search = How it was found
inventory-search-exact = All answers that routing can tell apart were followed.
inventory-search-sampled = Some conditions calculate with answers, or read texts or dates: typical answers were tried. Other answers may lead a shorter or longer way.
inventory-search-bounded = There are too many combinations of answers: only the most promising were followed. There may be a shorter or longer way.
inventory-timing = Minutes are counted at 150 words a minute for questions, hints and choices, and 10 seconds for each answer; guidance for the interviewer is not counted.
inventory-areas = Areas
inventory-area = items { $items } · quick form { $quick } · environment { $environment } · weight { $weight }
inventory-facets = Facets
inventory-facet = items { $items } · quick form { $quick } · environment { $environment }
inventory-facet-too-few = items { $items } · quick form { $quick } · environment { $environment } · too few for a score
inventory-languages = Languages
inventory-language = texts: { $translated } of { $texts }; words: { $words }
inventory-language-none = not in this file
inventory-same = The same in another language: { $count }. Perhaps not translated: { $some }
inventory-advice = Advice
inventory-recommendations = Recommendations
inventory-recommendations-of = { $recommendations }; programmes: { $programmes }; sets of reference answers: { $references }
inventory-uncovered = Items without advice
inventory-unfired = Fired by no reference
inventory-none = none
