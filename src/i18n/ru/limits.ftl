# Limits that input from others runs into.
expr-too-many-patterns = в одном выражении больше регулярных выражений, чем { $most }
check-too-many-patterns = в файле больше регулярных выражений, чем { $most }
store-altered = { $path }: «{ $name }» в этой базе данных не такое, каким его создала программа, поэтому файл не открыт и не изменён. `tashxis repair { $path } NEW.db` сохранит ответы в новом файле.
store-too-large = { $path } больше { $most } МиБ, поэтому файл не читается.
import-too-many-values = В файле больше значений, чем { $most }. Экспортируйте меньше оценок за раз.
import-text-too-long = Этот текст длиннее { $most } МБ.
