# Слова, которые объясняет анкета.
action-terms = Объяснить слова этого вопроса
short-terms = слова
dialog-glossary = Что значат слова
glossary-here = В этом вопросе
glossary-all = Все слова
glossary-none = Эта анкета не объясняет слов.
plain-do-terms = что значат слова этого вопроса; /g и слово объясняет это слово
plain-term = { $name }: { $text }
plain-terms = Ничего не подошло. Объясняются такие слова (/g и слово): { $names }
