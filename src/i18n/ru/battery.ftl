hint-row = строка
settings-tables = Вопросы с одной шкалой — таблицей, если окно широкое
action-next-screen = На следующий экран вопросов
action-previous-screen = На предыдущий экран вопросов
