# Ошибки файла каталога, как их называет `tashxis check`.
catalogue-no-record = нет такой записи: «{ $name }»
catalogue-no-generic = нет такого нейтрального текста: «{ $name }»; добавьте его в «[[generic]]»
catalogue-ended-before-verified = запись перестала действовать { $until }, ещё до проверки, но описана как действующая
catalogue-ended-before-verified-hint = укажите status = "closed" или исправьте дату
catalogue-no-review = не сказано, когда запись нужно проверить снова
catalogue-no-review-hint = событию нужно «valid_until» или «review_by»
catalogue-dates-turned = «{ $then }» раньше, чем «{ $first }»
catalogue-earlier-day = эта дата должна быть раньше
catalogue-bad-address = «{ $value }» — не адрес
catalogue-bad-address-hint = напишите полностью: https://example.org/page
catalogue-gate-behind-gate = у записи, которая приводится вместе с этой, есть свой «gate»; учитывается только один шаг

# Устаревшие записи.
catalogue-stale-review = { $record }: срок проверки истёк { $due }; проверено { $verified }
catalogue-stale-ended = { $record }: действие закончилось { $due }; проверено { $verified }
catalogue-stale-none = На { $day } устаревших записей нет.
catalogue-stale-count = { $count ->
    [one] На { $day } устарела { $count } запись:
    [few] На { $day } устарели { $count } записи:
    [many] На { $day } устарело { $count } записей:
   *[other] На { $day } устарели { $count } записи:
  }

# Под рекомендацией.
catalogue-help = Кто может помочь
catalogue-named = { $name }: { $what }
catalogue-source = Источник: { $sources }; проверено { $date }
catalogue-source-aged = Источник: { $sources }; проверено { $date }, сведения могли измениться.

# В конце отчёта.
catalogue-of-report = Каталог программ и организаций
catalogue-gone-through = { $title }, версия { $version }, просмотрен { $date } Перед обращением проверьте действующие условия.
catalogue-none = нет: никто не назван
catalogue-sources = Где это сказано
