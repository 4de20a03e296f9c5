# The words that a questionnaire explains.
action-terms = Explain the words of this question
short-terms = words
dialog-glossary = What words mean
glossary-here = In this question
glossary-all = All words
glossary-none = This questionnaire explains no words.
plain-do-terms = what the words of this question mean; /g and a word explains that one
plain-term = { $name }: { $text }
plain-terms = Nothing fits. These words are explained (/g and the word): { $names }
